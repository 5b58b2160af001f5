import Airspace

/// A loss that may still go on.
struct OpenLoss: Sendable {
    var encounter: ScoredEncounter
    private var resemblance = TrackResemblance()
    private var callsigns: (a: String?, b: String?)

    init(_ pair: MeasuredPair, at now: Double, nearSince: Double) {
        encounter = ScoredEncounter(
            identifier: pair.identifier, startUnixSeconds: now, endUnixSeconds: now, nearSinceUnixSeconds: nearSince,
            minima: pair.rule.minima)
        callsigns = pair.callsigns
    }

    mutating func add(_ pair: MeasuredPair, at now: Double) {
        encounter.endUnixSeconds = now
        encounter.minVerticalFeet = min(encounter.minVerticalFeet, pair.verticalFeet)
        callsigns = pair.callsigns
        if let loss = pair.loss {
            encounter.quality.formUnion(loss.quality)
            resemblance.add(loss)
        }
    }

    /// The encounter with the flags that only the whole of it can have.
    var measured: ScoredEncounter {
        var measured = encounter
        if measured.minVerticalFeet >= measured.minima.vertical.feet - MeasuringRule.levelToleranceFeet {
            measured.quality.insert(.levelTolerance)
        }
        if case .pair(let a, let b) = measured.identifier,
            resemblance.isOneAircraft(a: a, b: b, callsignA: callsigns.a, callsignB: callsigns.b)
        {
            measured.quality.insert(.duplicateTrack)
        }
        return measured
    }
}

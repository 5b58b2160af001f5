import Airspace

/// Whether two identifiers move as one aircraft: how far apart they stay, and how little they move against each other.
///
/// A formation also moves as one, so closeness alone says nothing. It takes a second reason to hold two identifiers for one aircraft:
/// one of them is no ICAO address (`~`: a radar track that is rebroadcast, often of an aircraft that also speaks for itself), both
/// give one call sign, or both give the very same places, which two satellite receivers never do.
struct TrackResemblance {
    private var losses = 0
    private var horizontalMetres = 0.0
    private var verticalFeet = 0.0
    private var samePlaceSeconds = 0
    private var steps = 0
    private var travelMetres = 0.0
    private var relativeTravelMetres = 0.0
    private var before: PairLoss?

    /// Two tracks of one aircraft are not further apart than this on average, metres: latency and radar error.
    private static let nearMetres = 500.0
    /// Nor this, feet: encoding steps and altimetry of two sources.
    private static let nearFeet = 300.0
    /// Their distance changes by no more than this part of the way they fly.
    private static let togetherRatio = 0.75
    /// From so many steps on, what they fly is judged too.
    private static let judgedSteps = 4

    /// Takes the next loss.
    mutating func add(_ loss: PairLoss) {
        losses += 1
        horizontalMetres += loss.horizontalMetres
        verticalFeet += loss.verticalFeet
        if loss.horizontalMetres < 1, loss.verticalFeet <= 25 { samePlaceSeconds += 1 }
        if let before, before.second == loss.second - 1 {
            let moveA = loss.footA - before.footA
            let moveB = loss.footB - before.footB
            steps += 1
            travelMetres += max(moveA.length, moveB.length)
            relativeTravelMetres += (moveA - moveB).length
        }
        before = loss
    }

    /// The verdict, from all losses of the pair.
    func isOneAircraft(a: String, b: String, callsignA: String?, callsignB: String?) -> Bool {
        let count = Double(losses)
        if samePlaceSeconds >= 3, Double(samePlaceSeconds) > 0.8 * count { return true }
        let isNear = horizontalMetres <= Self.nearMetres * count && verticalFeet <= Self.nearFeet * count
        let fliesTogether = steps < Self.judgedSteps || relativeTravelMetres <= Self.togetherRatio * travelMetres
        guard isNear, fliesTogether else { return false }
        let oneIsNoAddress = a.hasPrefix("~") || b.hasPrefix("~")
        let oneCallsign = callsignA.map { !$0.isEmpty && $0 == callsignB } ?? false
        return oneIsNoAddress || oneCallsign
    }
}

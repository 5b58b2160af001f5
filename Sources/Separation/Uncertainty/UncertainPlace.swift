public import Airspace

/// Where an aircraft was at a whole second by the measuring rule, and how wrong that may be.
public struct UncertainPlace: Sendable, Hashable {
    /// The second, Unix seconds.
    public var second: Int
    /// The place and the pressure altitude.
    public var place: Encounter.Place
    /// The radius that holds the receiver's error with 95 %, metres.
    public var radius95Metres: Double
    /// Rounding to a grid, and positions that were sent again, metres at most.
    public var roundingMetres: Double
    /// What the curve flown between two reports can amount to at this second, metres at most.
    public var curveMetres: Double
    /// The most by which its velocity may change, metres per second squared.
    var acceleration: Double
    /// The span between the two reports that its velocity is taken from, seconds.
    var velocitySpanSeconds: Double
    /// How far the time may be off, seconds either way.
    public var timeSeconds: Double
    /// How far the level may be off, feet either way.
    public var levelFeet: Double
    /// The foot point.
    var foot: EarthCentred
    /// Over the ground, earth-centred axes, metres per second; zero where only a speed is known.
    var velocity: EarthCentred
    /// What the time may amount to where the direction of flight is not known, metres.
    var undirectedMetres: Double
    /// The most that the curve can amount to between this second and the next, metres.
    var curveToNextMetres: Double
    /// The caller's number of the report that counts.
    public var reference: Int

    /// The most by which the position may be off for all that is bounded, time included, metres.
    public var boundedMetres: Double {
        roundingMetres + curveMetres + undirectedMetres + velocity.length * timeSeconds + turnMetres(timeSeconds)
    }

    /// Half a second's flight, metres.
    public var halfSecondMetres: Double { velocity.length / 2 }

    /// By how much the way flown in so many seconds may differ from the velocity: that is a mean over a span, and may change.
    func turnMetres(_ seconds: Double) -> Double {
        acceleration / 2 * seconds * (seconds + velocitySpanSeconds)
    }
}

/// Why there is no place at a second.
public enum NoPlace: Sendable, Hashable {
    /// No report, or further from the next than the rule bridges.
    case gap
    /// Reports that are not to be relied on.
    case flawed(QualityFlags)
}

extension UncertainTrack {
    /// Goes through the seconds of a track, forwards.
    struct Walk {
        private let track: UncertainTrack
        private var next: Int
        private var nextFlaw = 0

        init(_ track: UncertainTrack, from second: Int) {
            self.track = track
            next = track.firstKnot(after: second)
        }

        /// The place at a second, not before the one asked for last.
        mutating func place(at second: Int) -> Result<UncertainPlace, NoPlaceError> {
            let knots = track.knots
            while next < knots.count, knots[next].report.second <= second { next += 1 }
            guard next > 0 else { return .failure(NoPlaceError(.gap)) }
            let before = knots[next - 1]
            var after: Knot?
            if next < knots.count, knots[next].report.second - before.report.second <= track.gap { after = knots[next] }
            if before.report.second != second, after == nil { return .failure(NoPlaceError(.gap)) }
            let flags = flaws(at: second)
            if !flags.isEmpty { return .failure(NoPlaceError(.flawed(flags))) }
            return .success(track.place(at: second, before: before, after: after, index: next - 1))
        }

        private mutating func flaws(at second: Int) -> QualityFlags {
            var flags: QualityFlags = []
            let time = Double(second)
            for flaw in track.flaws {
                if flaw.unixSeconds.lowerBound > time { break }
                if flaw.unixSeconds.upperBound >= time { flags.formUnion(flaw.quality) }
            }
            return flags
        }
    }

    /// The place at a second.
    public func place(at second: Int) -> Result<UncertainPlace, NoPlaceError> {
        var walk = Walk(self, from: second)
        return walk.place(at: second)
    }

    private func place(at second: Int, before: Knot, after: Knot?, index: Int) -> UncertainPlace {
        var place = UncertainPlace(
            second: second, place: before.report.place, radius95Metres: before.radius95Metres,
            roundingMetres: before.boundedMetres, curveMetres: 0,
            acceleration: accelerationMetresPerSecondSquared, velocitySpanSeconds: 0, timeSeconds: before.timeSeconds,
            levelFeet: before.levelFeet, foot: before.foot, velocity: EarthCentred(x: 0, y: 0, z: 0),
            undirectedMetres: 0, curveToNextMetres: 0, reference: before.reference)
        if let after {
            let span = Double(after.report.second - before.report.second)
            let since = Double(second - before.report.second)
            let half = accelerationMetresPerSecondSquared / 2
            place.velocity = (after.foot - before.foot) * (1 / span)
            place.velocitySpanSeconds = span
            place.curveMetres = half * since * (span - since)
            let middle = min(max(span / 2, since), since + 1)
            place.curveToNextMetres = half * middle * max(span - middle, 0)
            if since > 0 {
                let between = KeptReport.between(before.report, after.report, at: second)
                place.place = between.place
                place.foot = EarthCentred(footOf: between.place.position)
                place.radius95Metres = max(before.radius95Metres, after.radius95Metres)
                place.roundingMetres = max(before.boundedMetres, after.boundedMetres)
                place.timeSeconds = max(before.timeSeconds, after.timeSeconds)
                place.levelFeet = max(before.levelFeet, after.levelFeet)
            }
        } else if index > 0, before.report.second - knots[index - 1].report.second <= gap {
            let earlier = knots[index - 1]
            place.velocitySpanSeconds = Double(before.report.second - earlier.report.second)
            place.velocity = (before.foot - earlier.foot) * (1 / place.velocitySpanSeconds)
        } else {
            place.undirectedMetres = before.speedMetresPerSecond * before.timeSeconds
        }
        return place
    }
}

/// There is no place at a second; the caller says why and measures on.
public struct NoPlaceError: Error, Sendable, Hashable {
    /// Why.
    public var reason: NoPlace

    /// The reason.
    public init(_ reason: NoPlace) { self.reason = reason }
}

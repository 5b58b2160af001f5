import Airspace

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Tells a position that the aircraft can't have reached: one outlier, or a leap to where it then goes on.
///
/// Each position is compared with the last trusted one. An implausible one is a suspect: when the next fits the trusted one
/// again, the suspect was an outlier; when three in a row fit each other, they are trusted. When it then leaps back to where it
/// can have flown from the place it left, all that lay between is in doubt. A step straight back along its track is a matter of
/// time stamps, not of place.
struct PlaceJumpCheck: Sendable {
    private struct Fix: Sendable {
        var position: GeodeticPosition
        var vector: SIMD3<Double>
        var time: Double
        var speed: Double?
        var trackDegrees: Double?
    }

    private var trusted: Fix?
    /// Where it was before it leapt away.
    private var abandoned: Fix?
    private var suspect: Fix?
    private var suspects = 0
    /// What the suspect is suspected of.
    private var suspicion = QualityFlags.jump
    private var derivedSpeed = 0.0
    /// The direction of the last trusted step, a unit vector; nil when that was too long to have been straight.
    private var course: SIMD3<Double>?

    /// Nothing is slower than this when it does not say: 680 kt, metres per second.
    private static let unknownSpeed = 350.0
    /// What a claimed speed may be short by: winds, turns, a velocity that is not updated as often.
    private static let speedFactor = 1.3
    private static let speedSlack = 50.0
    /// What rounding of places and times to a second amounts to.
    private static let timeSlackSeconds = 1.5
    private static let placeSlackMetres = 200.0
    /// After so long a gap a claimed speed says little.
    private static let claimHoldsSeconds = 60.0
    /// So many suspects that fit each other are believed.
    private static let suspectsLimit = 3
    /// A leap away and back within this is one excursion, seconds.
    private static let excursionSeconds = 1_800.0
    /// In a longer step an aircraft may have turned round, seconds.
    private static let courseSeconds = 15.0
    /// A shorter step may be jitter and gives no course, metres.
    private static let courseMetres = 100.0
    /// A step back by more than this is no jitter of the receiver, metres.
    private static let backwardsMetres = 250.0

    /// Takes a report with a position; what is wrong and since when, nil when it is plausible.
    mutating func take(_ report: Report) -> (flag: QualityFlags, from: Double)? {
        guard let position = report.position else { return nil }
        guard let last = trusted else {
            trusted = Self.fix(report, position)
            return nil
        }
        if position == last.position {
            trusted?.speed = report.groundSpeedMetresPerSecond ?? last.speed
            let flag = suspects > 0 ? suspicion : nil
            forgetSuspects()
            return flag.map { ($0, last.time) }
        }
        let next = Self.fix(report, position)
        let distance = Self.metres(last.vector, next.vector)
        if distance <= reach(from: last, to: next) {
            let flag: QualityFlags? =
                goesBack(from: last, to: next, distance: distance) ? .clock : suspects > 0 ? suspicion : nil
            forgetSuspects()
            trust(next, after: last, distance: distance)
            return flag.map { ($0, last.time) }
        }
        if let other = suspect, Self.metres(other.vector, next.vector) <= reach(from: other, to: next) {
            suspects += 1
        } else {
            suspects = 1
        }
        suspect = next
        suspicion = goesBack(from: last, to: next, distance: distance) ? .clock : .jump
        guard suspects >= Self.suspectsLimit else { return (suspicion, last.time) }
        forgetSuspects()
        trusted = next
        course = nil
        if let origin = abandoned, next.time - origin.time <= Self.excursionSeconds,
            Self.metres(origin.vector, next.vector) <= reach(from: origin, to: next)
        {
            abandoned = nil
            return (suspicion, origin.time)
        }
        abandoned = last
        return (suspicion, last.time)
    }

    private mutating func forgetSuspects() {
        suspect = nil
        suspects = 0
    }

    private mutating func trust(_ next: Fix, after last: Fix, distance: Double) {
        let elapsed = next.time - last.time
        if elapsed >= 1 { derivedSpeed += (distance / elapsed - derivedSpeed) * 0.3 }
        let step = next.vector - last.vector
        let length = (step * step).sum().squareRoot()
        if elapsed > Self.courseSeconds {
            course = nil
        } else if length * WGS84.semiMajorAxisMetres > Self.courseMetres {
            course = step / length
        }
        trusted = next
    }

    /// How far the aircraft can have come, metres.
    private func reach(from last: Fix, to next: Fix) -> Double {
        let elapsed = max(0, next.time - last.time)
        var speed = Self.unknownSpeed
        if let claimed = [last.speed, next.speed].compactMap({ $0 }).max() {
            let claimedLimit = max(claimed, derivedSpeed) * Self.speedFactor + Self.speedSlack
            speed = elapsed > Self.claimHoldsSeconds ? max(claimedLimit, speed) : claimedLimit
        }
        return speed * (elapsed + Self.timeSlackSeconds) + Self.placeSlackMetres
    }

    /// Whether the step leads back along the way it came, by more than jitter and within two minutes' flight, though the
    /// aircraft does not say that it turned.
    private func goesBack(from last: Fix, to next: Fix, distance: Double) -> Bool {
        guard let course, let speed = last.speed, speed > 30, distance > Self.backwardsMetres, distance < speed * 120,
            next.time - last.time <= Self.courseSeconds, let track = last.trackDegrees,
            let nextTrack = next.trackDegrees
        else { return false }
        let turn = abs((nextTrack - track + 540).truncatingRemainder(dividingBy: 360) - 180)
        if turn > 30 { return false }
        let step = next.vector - last.vector
        let length = (step * step).sum().squareRoot()
        return (step * course).sum() < -0.95 * length
    }

    private static func fix(_ report: Report, _ position: GeodeticPosition) -> Fix {
        let latitude = position.latitudeDegrees * .pi / 180
        let longitude = position.longitudeDegrees * .pi / 180
        let level = cos(latitude)
        return Fix(
            position: position, vector: SIMD3(level * cos(longitude), level * sin(longitude), sin(latitude)),
            time: report.timeUnixSeconds, speed: report.groundSpeedMetresPerSecond,
            trackDegrees: report.trackDegrees)
    }

    /// The chord on a sphere: good to half a percent, which is enough to tell a leap.
    private static func metres(_ one: SIMD3<Double>, _ other: SIMD3<Double>) -> Double {
        let difference = one - other
        return (difference * difference).sum().squareRoot() * WGS84.semiMajorAxisMetres
    }
}

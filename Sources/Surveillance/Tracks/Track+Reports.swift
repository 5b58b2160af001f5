import Airspace

extension Track {
    /// A level, a velocity or a rate that came without a position holds for so long, seconds.
    private static let valueHoldsSeconds = 15.0

    /// A track that begins with `report`, which has a position.
    init(_ report: Report, position: GeodeticPosition, feed: Int) {
        identifier = report.identifier
        state = KinematicState(timeUnixSeconds: report.timeUnixSeconds, position: position, level: .unknown)
        self.feed = feed
        lastHeardUnixSeconds = report.timeUnixSeconds
    }

    /// The first report with a position, and what was heard before it.
    mutating func begin(with report: Report, after earlier: Report?) {
        if let earlier, earlier.timeUnixSeconds <= report.timeUnixSeconds {
            lastHeardUnixSeconds = earlier.timeUnixSeconds
            takeMarks(earlier)
            takeValues(earlier)
        }
        takeMarks(report)
        lastHeardUnixSeconds = report.timeUnixSeconds
        var closed: [QualityInterval] = []
        quality.take(report, closed: &closed)
        settle(report)
    }

    /// Takes what a report says. A position older than the one known, or another of the same whole second from another
    /// feed, does not move the track: the latest wins, and of one second the first.
    mutating func take(_ report: Report, feed: Int, closed: inout [QualityInterval]) {
        let time = report.timeUnixSeconds
        takeMarks(report)
        lastHeardUnixSeconds = max(lastHeardUnixSeconds, time)
        let isNewer = time > state.timeUnixSeconds
        let isSameSecond = time.rounded(.down) == state.timeUnixSeconds.rounded(.down)
        if feed == self.feed { quality.take(report, closed: &closed) }
        if let position = report.position, isNewer, feed == self.feed || !isSameSecond {
            if feed != self.feed { quality.take(report, closed: &closed) }
            self.feed = feed
            state.position = position
            state.timeUnixSeconds = time
            settle(report)
        } else if time >= state.timeUnixSeconds - Self.valueHoldsSeconds {
            takeValues(report)
        }
    }

    /// Brings everything up to the position just taken.
    private mutating func settle(_ report: Report) {
        ellipsoidHeightFeet = report.ellipsoidHeightFeet
        if let isOnGround = report.isOnGround { self.isOnGround = isOnGround }
        takeValues(report)
        forgetOldValues(at: report.timeUnixSeconds)
        deriveVelocity()
        history.note(state)
    }

    /// What holds until something else is said.
    private mutating func takeMarks(_ report: Report) {
        guard report.timeUnixSeconds >= lastHeardUnixSeconds else { return }
        if let callsign = report.callsign { self.callsign = callsign }
        if let category = report.emitterCategory { emitterCategory = category }
        if let squawk = report.squawk {
            self.squawk = squawk
            squawkUnixSeconds = report.timeUnixSeconds
        }
        if report.position == nil, let isOnGround = report.isOnGround { self.isOnGround = isOnGround }
    }

    /// Level, velocity and rate, each if it is no older than the one known.
    private mutating func takeValues(_ report: Report) {
        let time = report.timeUnixSeconds
        if let feet = report.pressureAltitudeFeet, time >= levelUnixSeconds ?? -.infinity {
            state.level = .pressure(feet: feet)
            levelUnixSeconds = time
        }
        if let speed = report.groundSpeedMetresPerSecond, time >= velocityUnixSeconds ?? -.infinity {
            state.groundSpeedMetresPerSecond = speed
            state.trackDegrees = report.trackDegrees
            velocityUnixSeconds = time
        }
        if let rate = report.verticalRateMetresPerSecond, time >= rateUnixSeconds ?? -.infinity {
            state.verticalRateMetresPerSecond = rate
            rateUnixSeconds = time
        }
    }

    /// What has not been repeated for some time is no longer so. Without a pressure altitude, the geometric height gives an
    /// interval.
    private mutating func forgetOldValues(at time: Double) {
        if time - (levelUnixSeconds ?? -.infinity) > Self.valueHoldsSeconds {
            levelUnixSeconds = nil
            state.level = ellipsoidHeightFeet.map { .fromEllipsoidHeight(feet: $0) } ?? .unknown
        }
        if time - (velocityUnixSeconds ?? -.infinity) > Self.valueHoldsSeconds, velocityUnixSeconds != nil {
            velocityUnixSeconds = nil
            state.groundSpeedMetresPerSecond = nil
            state.trackDegrees = nil
        }
        if time - (rateUnixSeconds ?? -.infinity) > Self.valueHoldsSeconds, rateUnixSeconds != nil {
            rateUnixSeconds = nil
            state.verticalRateMetresPerSecond = nil
        }
    }

    /// Fills what the aircraft does not send from its last two places.
    private mutating func deriveVelocity() {
        if velocityUnixSeconds != nil, rateUnixSeconds != nil {
            basis = nil
            return
        }
        guard basis != nil else {
            basis = VelocityBasis(state)
            return
        }
        guard let derived = basis?.velocity(to: state) else { return }
        if velocityUnixSeconds == nil {
            state.groundSpeedMetresPerSecond = derived.groundSpeed
            state.trackDegrees = derived.trackDegrees
        }
        if rateUnixSeconds == nil { state.verticalRateMetresPerSecond = derived.verticalRate }
    }
}

import Accord
import Airspace
import Separation

/// An aircraft of another party at one instant, as that party disclosed it.
struct ForeignTrack: Sendable, Hashable {
    /// How coarse what was disclosed is: places, levels and times were rounded to these steps.
    struct Precision: Sendable, Hashable {
        /// Step of the place, nautical miles; 0: not rounded.
        var gridNauticalMiles = 0.0
        /// Step of the level, feet; 0: not rounded.
        var levelGridFeet = 0.0
        /// Step of the time, seconds; 0: not rounded.
        var timeGridSeconds = 0.0
    }

    /// The party whose aircraft it is.
    var party: String
    /// What that party calls it under the agreement: nobody else knows who it is.
    var pseudonym: String
    /// Where it was, and how it moved then, as far as that was disclosed; with the time of the position.
    var state: KinematicState
    /// How coarse that is.
    var precision = Precision()
    /// How late the agreement lets it be told, seconds.
    var delaySeconds = 0.0
    /// How long its rule lets pass between two positions, seconds.
    var everySeconds = 0.0
    /// How far the clock of its party is ahead of ours, seconds, as measured. Its times are as they were told.
    var clockOffsetSeconds = 0.0
    /// The rule that allowed it, by its identifier.
    var rule: String
    /// The emergency that its party declares; nil: none.
    var distress: Distress?

    /// Its identifier in this station's picture, `EAST:W7K3Q`: no receiver gives such a one.
    var identifier: String { Self.identifier(party: party, pseudonym: pseudonym) }

    /// The identifier of a pseudonym of a party.
    static func identifier(party: String, pseudonym: String) -> String { "\(party):\(pseudonym)" }
}

extension ForeignTrack {
    /// How far it may be, at `time`, from where its last position carried forward puts it, and how far its level may be off.
    ///
    /// A level that was not disclosed is unknown altogether, which its state says; then nothing is added. A clock that is off counts as
    /// a time that is known that much less well.
    func uncertainty(at time: Double) -> (metres: Double, feet: Double) {
        let isCourseKnown = state.trackDegrees != nil
        var isLevelKnown = false
        if case .pressure = state.level { isLevelKnown = true }
        let doubt = DisclosedUncertainty(
            gridMetres: precision.gridNauticalMiles * LengthUnit.nauticalMiles.metres,
            levelGridFeet: isLevelKnown ? precision.levelGridFeet : nil,
            timeGridSeconds: precision.timeGridSeconds + 2 * abs(clockOffsetSeconds),
            ageSeconds: time - state.timeUnixSeconds + max(0, clockOffsetSeconds),
            speedMetresPerSecond: isCourseKnown ? state.groundSpeedMetresPerSecond : nil,
            climbFeetPerSecond: state.verticalRateMetresPerSecond.map { $0 / LengthUnit.feet.metres })
        return (
            min(doubt.horizontalMetres, Self.mostMetres), isLevelKnown ? min(doubt.verticalFeet, Self.mostFeet) : 0
        )
    }

    /// Beyond these a place or level tells nothing.
    private static let mostMetres = 500_000.0
    private static let mostFeet = 50_000.0
}

extension ForeignTrack {
    /// What an entry of a party discloses.
    ///
    /// - Parameter everySeconds: how long its rule lets pass between two positions.
    init(_ body: TrackBody, from party: String, everySeconds: Double = 0) {
        self.everySeconds = everySeconds
        self.party = party
        pseudonym = body.track
        var level = Level.unknown
        if let feet = body.levelFt {
            level = (body.datum ?? .pressure) == .pressure ? .pressure(feet: feet) : .fromEllipsoidHeight(feet: feet)
        }
        state = KinematicState(
            timeUnixSeconds: body.time.unixSeconds,
            position: GeodeticPosition(latitudeDegrees: body.lat, longitudeDegrees: body.lon), level: level,
            groundSpeedMetresPerSecond: body.speedKt.map { $0 * SpeedUnit.knots.metresPerSecond },
            trackDegrees: body.trackDegrees,
            verticalRateMetresPerSecond: body.verticalFpm.map { $0 / 60 * LengthUnit.feet.metres })
        precision = Precision(
            gridNauticalMiles: body.gridNM, levelGridFeet: body.levelGridFt, timeGridSeconds: body.timeGridSeconds)
        delaySeconds = body.delaySeconds
        rule = body.rule
        distress = body.emergency.flatMap { Distress(rawValue: $0.rawValue) }
    }
}

import Airspace

/// How far an aircraft may be from where it was told to be: what a peer adds to the distance that it protects, so that a coarse or late
/// position never hides a conflict.
///
/// Horizontally, with grid `g`, speed `v`, time grid `t` and age `a` (now less the stated time):
///
///     half the diagonal of a cell   g·√2 / 2           a position is rounded to the nearest crossing of the grid
///     half a step of the time grid  v·t / 2            a stated time is rounded to the nearest step
///     what was flown since          v·a                when the peer cannot extrapolate it: no velocity was told
///     what a turn can add           ½·w·(a + t/2)²     when it can: `w` is the acceleration of a turn
///     a rounded velocity            (e + v·d)·(a + t/2)  `e` half a step of speeds, `d` half a step of directions
///
/// Vertically the same with half a step of the level grid and the rate of climb. A delay is part of the age: it is counted once.
public struct DisclosedUncertainty: Sendable, Hashable {
    /// The speed that is assumed where none is told, m/s: 250 m/s, or 486 kt.
    public static let assumedSpeed = 250.0
    /// The rate of climb that is assumed where none is told, ft/s: 3,000 ft/min.
    public static let assumedClimb = 50.0
    /// The acceleration of a turn that is allowed for, m/s²: 25° of bank, g·tan 25°.
    public static let turnAcceleration = 4.57

    /// The vertical acceleration that is allowed for, ft/s²: a quarter of g, what crews use for a resolution advisory (ICAO Doc 9863).
    public static let levelAcceleration = 8.0

    /// Added to the horizontal minimum, metres.
    public var horizontalMetres: Double
    /// Added to the vertical minimum, feet.
    public var verticalFeet: Double

    /// The uncertainty of a position that was told so.
    ///
    /// - Parameter gridMetres: the grid of positions.
    /// - Parameter levelGridFeet: the grid of levels; nil: no level was told, and it is not known at all.
    /// - Parameter ageSeconds: now less the stated time.
    /// - Parameter speedMetresPerSecond: as told; nil: none was.
    /// - Parameter climbFeetPerSecond: as told, its amount; nil: none was.
    public init(
        gridMetres: Double, levelGridFeet: Double?, timeGridSeconds: Double, ageSeconds: Double,
        speedMetresPerSecond: Double?, climbFeetPerSecond: Double?
    ) {
        let age = max(0, ageSeconds)
        let slack = timeGridSeconds / 2
        let speed = speedMetresPerSecond ?? Self.assumedSpeed
        // Whoever knows the velocity carries the position forward, and is wrong by what a turn can do in the meantime, and never by more than flying back would make it.
        // The stated time may be late by the slack, and the aircraft has turned since the true one.
        let since = age + slack
        let turned = min(0.5 * Self.turnAcceleration * since * since, 2 * speed * since)
        let rounded =
            DisclosureGrid.speedStepKt / 2 * SpeedUnit.knots.metresPerSecond
            + speed * (DisclosureGrid.trackStepDegrees / 2 * Double.pi / 180)
        let flown = speedMetresPerSecond == nil ? speed * age : turned + rounded * since
        horizontalMetres = gridMetres * 2.0.squareRoot() / 2 + speed * slack + flown
        let climb = climbFeetPerSecond.map(abs)
        let bent = min(0.5 * Self.levelAcceleration * since * since, 2 * Self.assumedClimb * since)
        let climbed =
            climb == nil ? Self.assumedClimb * age : bent + DisclosureGrid.verticalStepFpm / 2 / 60 * since
        verticalFeet = levelGridFeet.map { $0 / 2 + (climb ?? Self.assumedClimb) * slack + climbed } ?? .infinity
    }

    /// The uncertainty at the moment when a rule next tells of the aircraft: the oldest that it gets while all works.
    ///
    /// - Parameter speedMetresPerSecond: how fast the aircraft flies; its velocity counts as not told.
    public init(precision: DisclosureRule.Precision, speedMetresPerSecond: Double) {
        let age = precision.delaySeconds + precision.everySeconds
        horizontalMetres =
            precision.grid.metres * 2.0.squareRoot() / 2
            + speedMetresPerSecond * (precision.timeGridSeconds / 2 + age)
        verticalFeet = precision.levelGrid.feet / 2 + Self.assumedClimb * (precision.timeGridSeconds / 2 + age)
    }
}

extension DisclosedUncertainty {
    /// The uncertainty of a track of a peer at a time.
    public init(_ track: TrackBody, atUnixSeconds: Double) {
        self.init(
            gridMetres: track.gridNM * LengthUnit.nauticalMiles.metres,
            levelGridFeet: track.levelFt == nil ? nil : track.levelGridFt, timeGridSeconds: track.timeGridSeconds,
            ageSeconds: atUnixSeconds - track.time.unixSeconds,
            speedMetresPerSecond: track.speedKt.map { $0 * SpeedUnit.knots.metresPerSecond },
            climbFeetPerSecond: track.verticalFpm.map { $0 / 60 })
    }
}

/// How far from the plan people and machines are: the spread of each error. Normal errors are given by one standard
/// deviation, reactions by their median and the spread of their logarithm.
public struct RehearsalErrors: Sendable, Hashable {
    /// Of a crew's own position, each axis, metres.
    public var navigationMetres = 90.0
    /// Of a crew's own position, growing, each axis, metres per second (1 kt is 0.51).
    public var navigationDriftMetresPerSecond = 0.1
    /// Of the wind against the forecast, each axis, metres per second.
    public var windMetresPerSecond = 4.0
    /// Of the speed flown, metres per second.
    public var speedMetresPerSecond = 3.0
    /// Of the time at the start, seconds.
    public var startSeconds = 5.0
    /// Of the level flown, feet.
    public var levelFeet = 60.0
    /// Of where the controller sees them relative to each other, each axis, metres.
    public var surveillanceMetres = 100.0
    /// How long the controller takes to call, the median, seconds.
    public var controllerSeconds = 3.0
    /// How long a crew takes to turn after the call, the median, seconds.
    public var crewSeconds = 4.0
    /// The spread of both, of the logarithm.
    public var reactionSpread = 0.4
    /// The chance, for each crew, that it flies one leg on a wrong heading.
    public var wrongHeadingChance = 0.02
    /// By how much it is wrong, degrees: between half and one and a half times this, to either side.
    public var wrongHeadingDegrees = 30.0
    /// How long until it is noticed, the median, seconds.
    public var wrongHeadingSeconds = 20.0
    /// The chance, for each crew, that it turns the wrong way at first when the abort is called.
    public var wrongTurnChance = 0.01

    /// The usual spreads: a crew with inertial navigation, a forecast of the same day, people who were briefed.
    public init() {}

    /// Nobody errs, and everybody acts at once: what the plan itself does.
    public static let none: RehearsalErrors = {
        var errors = RehearsalErrors()
        errors.navigationMetres = 0
        errors.navigationDriftMetresPerSecond = 0
        errors.windMetresPerSecond = 0
        errors.speedMetresPerSecond = 0
        errors.startSeconds = 0
        errors.levelFeet = 0
        errors.surveillanceMetres = 0
        errors.controllerSeconds = 0
        errors.crewSeconds = 0
        errors.reactionSpread = 0
        errors.wrongHeadingChance = 0
        errors.wrongTurnChance = 0
        return errors
    }()
}

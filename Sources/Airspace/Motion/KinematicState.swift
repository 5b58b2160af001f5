/// Where an aircraft is and how it moves, at one instant.
public struct KinematicState: Sendable, Hashable {
    /// The instant, Unix seconds.
    public var timeUnixSeconds: Double
    /// The place, WGS-84.
    public var position: GeodeticPosition
    /// What is known of its pressure altitude.
    public var level: Level
    /// Ground speed, metres per second; nil: not reported.
    public var groundSpeedMetresPerSecond: Double?
    /// Direction of motion over the ground, degrees clockwise from true north, 0 to 360; nil: not reported.
    public var trackDegrees: Double?
    /// Rate of climb, metres per second, positive upwards; nil: not reported.
    public var verticalRateMetresPerSecond: Double?

    /// A state; what is not reported stays nil.
    public init(
        timeUnixSeconds: Double, position: GeodeticPosition, level: Level,
        groundSpeedMetresPerSecond: Double? = nil, trackDegrees: Double? = nil,
        verticalRateMetresPerSecond: Double? = nil
    ) {
        self.timeUnixSeconds = timeUnixSeconds
        self.position = position
        self.level = level
        self.groundSpeedMetresPerSecond = groundSpeedMetresPerSecond
        self.trackDegrees = trackDegrees
        self.verticalRateMetresPerSecond = verticalRateMetresPerSecond
    }
}

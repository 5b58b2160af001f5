public import Airspace

/// Every aircraft at one instant, as a structure of arrays: what one detection pass reads.
///
/// What goes in has been checked, so a pass can't meet a value that is not a number. Aircraft are named by their index, in the
/// order in which they were added.
public struct SkySnapshot: Sendable {
    /// What was not known of an aircraft and had to be assumed.
    public struct Gaps: OptionSet, Sendable, Hashable {
        /// One bit for each.
        public let rawValue: UInt8

        /// Gaps by their bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Ground speed or track was not reported: it is taken to stand still.
        public static let velocity = Gaps(rawValue: 1)
        /// The vertical rate was not reported: it is taken to stay at its level.
        public static let verticalRate = Gaps(rawValue: 2)
        /// Its level is an interval or unknown: it is never counted as in loss.
        public static let level = Gaps(rawValue: 4)
    }

    /// The largest number of aircraft.
    public static let capacity = 20_000_000

    /// Identifiers, in the order of adding.
    public private(set) var identifiers: [String] = []
    /// Geodetic latitudes, degrees north.
    public private(set) var latitudesDegrees: [Double] = []
    /// Longitudes, degrees east.
    public private(set) var longitudesDegrees: [Double] = []
    /// Tracks over the ground, degrees clockwise from true north; 0 where unknown.
    public private(set) var tracksDegrees: [Double] = []
    /// Ground speeds, metres per second; 0 where unknown.
    public private(set) var groundSpeedsMetresPerSecond: [Double] = []
    /// The lowest pressure altitudes that the aircraft may have, metres.
    public private(set) var lowestLevelsMetres: [Double] = []
    /// The highest pressure altitudes that the aircraft may have, metres; equal to the lowest where the level is known.
    public private(set) var highestLevelsMetres: [Double] = []
    /// Vertical rates, metres per second, positive upwards; 0 where unknown.
    public private(set) var verticalRatesMetresPerSecond: [Double] = []
    /// What was not known of each aircraft.
    public private(set) var gaps: [Gaps] = []

    private var known: Set<String> = []

    /// An empty sky.
    public init() {}

    /// The number of aircraft.
    public var count: Int { identifiers.count }

    /// Makes room for `count` aircraft.
    public mutating func reserveCapacity(_ count: Int) {
        identifiers.reserveCapacity(count)
        latitudesDegrees.reserveCapacity(count)
        longitudesDegrees.reserveCapacity(count)
        tracksDegrees.reserveCapacity(count)
        groundSpeedsMetresPerSecond.reserveCapacity(count)
        lowestLevelsMetres.reserveCapacity(count)
        highestLevelsMetres.reserveCapacity(count)
        verticalRatesMetresPerSecond.reserveCapacity(count)
        gaps.reserveCapacity(count)
        known.reserveCapacity(count)
    }

    /// Forgets every aircraft and keeps the memory, for the next instant.
    public mutating func removeAll() {
        identifiers.removeAll(keepingCapacity: true)
        latitudesDegrees.removeAll(keepingCapacity: true)
        longitudesDegrees.removeAll(keepingCapacity: true)
        tracksDegrees.removeAll(keepingCapacity: true)
        groundSpeedsMetresPerSecond.removeAll(keepingCapacity: true)
        lowestLevelsMetres.removeAll(keepingCapacity: true)
        highestLevelsMetres.removeAll(keepingCapacity: true)
        verticalRatesMetresPerSecond.removeAll(keepingCapacity: true)
        gaps.removeAll(keepingCapacity: true)
        known.removeAll(keepingCapacity: true)
    }

    /// Adds an aircraft by its state; its index is the `count` before.
    ///
    /// What the state does not say is assumed and noted in `gaps`: no speed or no track, it stands still; no vertical
    /// rate, it stays at its level. The time of the state is not looked at: carry every state to one instant first.
    ///
    /// - Throws: the reason why it can't take part; nothing is added then.
    public mutating func append(_ identifier: String, _ state: KinematicState) throws(DetectionFault) {
        var gap: Gaps = []
        let bounds = state.level.boundsFeet
        if case .pressure = state.level {} else { gap.insert(.level) }
        if state.verticalRateMetresPerSecond == nil { gap.insert(.verticalRate) }
        var speed = state.groundSpeedMetresPerSecond ?? 0
        if state.groundSpeedMetresPerSecond == nil || (state.trackDegrees == nil && speed != 0) {
            gap.insert(.velocity)
            speed = 0
        }
        try append(
            identifier, latitudeDegrees: state.position.latitudeDegrees,
            longitudeDegrees: state.position.longitudeDegrees, trackDegrees: state.trackDegrees ?? 0,
            groundSpeedMetresPerSecond: speed,
            lowestLevelMetres: bounds.lowerBound * LengthUnit.feet.metres,
            highestLevelMetres: bounds.upperBound * LengthUnit.feet.metres,
            verticalRateMetresPerSecond: state.verticalRateMetresPerSecond ?? 0, gaps: gap)
    }

    /// Adds an aircraft by its numbers; its index is the `count` before.
    ///
    /// - Throws: the reason why it can't take part; nothing is added then.
    public mutating func append(
        _ identifier: String, latitudeDegrees: Double, longitudeDegrees: Double, trackDegrees: Double,
        groundSpeedMetresPerSecond: Double, lowestLevelMetres: Double, highestLevelMetres: Double,
        verticalRateMetresPerSecond: Double, gaps gap: Gaps = []
    ) throws(DetectionFault) {
        guard count < Self.capacity else { throw .full }
        guard (1...64).contains(identifier.utf8.count) else { throw .identifier }
        guard let position = GeodeticPosition(valid: latitudeDegrees, longitudeDegrees) else {
            throw .position(latitudeDegrees: latitudeDegrees, longitudeDegrees: longitudeDegrees)
        }
        try DetectionLimits.check("track in degrees", trackDegrees, DetectionLimits.trackDegrees)
        try DetectionLimits.check(
            "ground speed in m/s", groundSpeedMetresPerSecond, DetectionLimits.groundSpeedMetresPerSecond)
        try DetectionLimits.check("altitude in metres", lowestLevelMetres, DetectionLimits.altitudeMetres)
        try DetectionLimits.check("altitude in metres", highestLevelMetres, DetectionLimits.altitudeMetres)
        try DetectionLimits.check(
            "vertical rate in m/s", verticalRateMetresPerSecond, DetectionLimits.verticalRateMetresPerSecond)
        guard known.insert(identifier).inserted else { throw .duplicateIdentifier(identifier) }
        identifiers.append(identifier)
        latitudesDegrees.append(position.latitudeDegrees)
        longitudesDegrees.append(position.longitudeDegrees)
        tracksDegrees.append(trackDegrees)
        groundSpeedsMetresPerSecond.append(groundSpeedMetresPerSecond)
        lowestLevelsMetres.append(min(lowestLevelMetres, highestLevelMetres))
        highestLevelsMetres.append(max(lowestLevelMetres, highestLevelMetres))
        verticalRatesMetresPerSecond.append(verticalRateMetresPerSecond)
        gaps.append(gap)
    }
}

public import Airspace

/// Where an aircraft has been: a bounded ring, thinned to one point every few seconds.
public struct TrackHistory: Sendable {
    /// One place on the way.
    public struct Point: Sendable, Hashable {
        /// When, Unix seconds.
        public var timeUnixSeconds: Double
        /// Where.
        public var position: GeodeticPosition
        /// Pressure altitude, feet; nil: unknown.
        public var pressureAltitudeFeet: Double?
    }

    private var ring: [Point] = []
    private var oldest = 0

    /// The most points kept: ten minutes at the interval below.
    public static let mostPoints = 120
    /// Points are no closer than this, seconds; a turn of the last point is seen in the state.
    public static let intervalSeconds = 5.0

    /// The points, oldest first.
    public var points: [Point] { Array(ring[oldest...] + ring[..<oldest]) }

    /// How many points there are.
    public var count: Int { ring.count }

    mutating func note(_ state: KinematicState) {
        if let last = ring.isEmpty ? nil : ring[(oldest + ring.count - 1) % ring.count],
            state.timeUnixSeconds - last.timeUnixSeconds < Self.intervalSeconds
        {
            return
        }
        var point = Point(timeUnixSeconds: state.timeUnixSeconds, position: state.position)
        if case .pressure(let feet) = state.level { point.pressureAltitudeFeet = feet }
        if ring.count < Self.mostPoints {
            ring.append(point)
        } else {
            ring[oldest] = point
            oldest = (oldest + 1) % Self.mostPoints
        }
    }
}

/// How one aircraft stands and moves as seen from another, both flying straight: own less intruder, metres and m/s.
public struct RelativeMotion: Sendable, Hashable {
    /// Position to the east, metres.
    public var east: Double
    /// Position to the north, metres.
    public var north: Double
    /// Height above, metres.
    public var up: Double
    /// Change of `east`, metres per second.
    public var eastRate: Double
    /// Change of `north`, metres per second.
    public var northRate: Double
    /// Change of `up`, metres per second.
    public var upRate: Double

    /// A relative position and velocity.
    @inlinable
    public init(east: Double, north: Double, up: Double, eastRate: Double, northRate: Double, upRate: Double) {
        self.east = east
        self.north = north
        self.up = up
        self.eastRate = eastRate
        self.northRate = northRate
        self.upRate = upRate
    }

    /// The horizontal distance squared now.
    @inlinable
    var distanceSquared: Double { east * east + north * north }

    /// The horizontal speed squared.
    @inlinable
    var speedSquared: Double { eastRate * eastRate + northRate * northRate }

    /// Position times velocity, horizontally: negative while they close.
    @inlinable
    var closing: Double { east * eastRate + north * northRate }
}

extension RelativeMotion {
    /// The horizontal closest approach of the two straight lines: the time, negative when it is past, and the distance.
    ///
    /// With equal velocities the distance never changes, and the time is 0.
    @inlinable
    public var horizontalClosestApproach: (seconds: Double, metres: Double) {
        let speedSquared = speedSquared
        guard speedSquared > 0 else { return (0, distanceSquared.squareRoot()) }
        let offset = east * northRate - north * eastRate
        return (-closing / speedSquared, abs(offset) / speedSquared.squareRoot())
    }

    /// Horizontal distance, metres, after `seconds`.
    @inlinable
    public func horizontalMetres(after seconds: Double) -> Double {
        let x = east + eastRate * seconds
        let y = north + northRate * seconds
        return (x * x + y * y).squareRoot()
    }

    /// Vertical distance, metres, after `seconds`.
    @inlinable
    public func verticalMetres(after seconds: Double) -> Double { abs(up + upRate * seconds) }
}

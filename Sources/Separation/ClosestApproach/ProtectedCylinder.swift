public import Airspace

/// The upright cylinder around an aircraft in which another is in loss: the minima as radius and half height, metres.
public struct ProtectedCylinder: Sendable, Hashable {
    /// The horizontal minimum, metres.
    public var radiusMetres: Double
    /// The vertical minimum, metres.
    public var halfHeightMetres: Double

    /// A cylinder; both above zero.
    @inlinable
    public init(radiusMetres: Double, halfHeightMetres: Double) {
        self.radiusMetres = radiusMetres
        self.halfHeightMetres = halfHeightMetres
    }

    /// The cylinder of these minima.
    @inlinable
    public init(_ minima: Minima) {
        self.init(radiusMetres: minima.horizontal.metres, halfHeightMetres: minima.vertical.metres)
    }
}

extension RelativeMotion {
    /// Whether the two are in loss now: both minima undercut, exactly the minimum is not.
    @inlinable
    public func isInLoss(_ cylinder: ProtectedCylinder) -> Bool {
        distanceSquared < cylinder.radiusMetres * cylinder.radiusMetres && abs(up) < cylinder.halfHeightMetres
    }
}

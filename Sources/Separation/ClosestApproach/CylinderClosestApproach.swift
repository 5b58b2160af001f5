/// The closest approach as the minima weigh it: when the larger of the two distances, each as a part of its minimum, is least.
public struct CylinderClosestApproach: Sendable, Hashable {
    /// When, seconds from now; the earliest where it stays equally close.
    public var seconds: Double
    /// How close: max((horizontal / D)², (vertical / H)²); below 1 is a loss.
    public var normSquared: Double

    /// A closest approach.
    @inlinable
    public init(seconds: Double, normSquared: Double) {
        self.seconds = seconds
        self.normSquared = normSquared
    }
}

extension RelativeMotion {
    /// The closest approach in the cylinder's norm from now to `lookaheadSeconds` ahead.
    ///
    /// Both parts are convex in time, so it is at the least of one of them where that one is the larger, and otherwise
    /// where the two cross between their least points.
    public func closestApproach(_ cylinder: ProtectedCylinder, lookaheadSeconds: Double) -> CylinderClosestApproach {
        let horizontalLeast =
            speedSquared > 0 ? min(max(-closing / speedSquared, 0), lookaheadSeconds) : 0
        let verticalLeast = upRate != 0 ? min(max(-up / upRate, 0), lookaheadSeconds) : 0
        let horizontal = { (seconds: Double) -> Double in
            let part = horizontalMetres(after: seconds) / cylinder.radiusMetres
            return part * part
        }
        let vertical = { (seconds: Double) -> Double in
            let part = verticalMetres(after: seconds) / cylinder.halfHeightMetres
            return part * part
        }
        if horizontal(horizontalLeast) >= vertical(horizontalLeast) {
            return CylinderClosestApproach(
                seconds: horizontalLeast, normSquared: horizontal(horizontalLeast))
        }
        if vertical(verticalLeast) >= horizontal(verticalLeast) {
            return CylinderClosestApproach(seconds: verticalLeast, normSquared: vertical(verticalLeast))
        }
        let crossing = partsCross(
            cylinder, between: min(horizontalLeast, verticalLeast), and: max(horizontalLeast, verticalLeast))
        return CylinderClosestApproach(
            seconds: crossing, normSquared: max(horizontal(crossing), vertical(crossing)))
    }

    /// Where the parts are equal between two times at which one and then the other is the larger: one root of a quadratic.
    private func partsCross(_ cylinder: ProtectedCylinder, between low: Double, and high: Double) -> Double {
        let radiusSquared = cylinder.radiusMetres * cylinder.radiusMetres
        let heightSquared = cylinder.halfHeightMetres * cylinder.halfHeightMetres
        // About the lower end, so that no digits are lost to a distant origin.
        let x = east + eastRate * low
        let y = north + northRate * low
        let z = up + upRate * low
        let a = speedSquared / radiusSquared - upRate * upRate / heightSquared
        let b = (x * eastRate + y * northRate) / radiusSquared - z * upRate / heightSquared
        let c = (x * x + y * y) / radiusSquared - z * z / heightSquared
        let root = max(b * b - a * c, 0).squareRoot()
        let sum = b < 0 ? root - b : -root - b
        let first = a != 0 ? sum / a : .infinity
        let second = sum != 0 ? c / sum : .infinity
        let length = high - low
        let slack = 1e-9 * (1 + length)
        let inside = second >= -slack && second <= length + slack ? second : first
        return low + min(max(inside, 0), length)
    }
}

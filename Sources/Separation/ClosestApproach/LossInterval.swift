/// The open stretch of time during which two straight motions are in loss, seconds from now; infinite where it never ends.
public struct LossInterval: Sendable, Hashable {
    /// When the loss begins; not itself a loss.
    public var entrySeconds: Double
    /// When it ends; not itself a loss.
    public var exitSeconds: Double

    /// An interval; `entry` before `exit`.
    @inlinable
    public init(entrySeconds: Double, exitSeconds: Double) {
        self.entrySeconds = entrySeconds
        self.exitSeconds = exitSeconds
    }

    /// The part from now to `lookaheadSeconds`; nil: none of it is.
    @inlinable
    public func within(lookaheadSeconds: Double) -> LossInterval? {
        guard entrySeconds < lookaheadSeconds, exitSeconds > 0 else { return nil }
        return LossInterval(
            entrySeconds: max(entrySeconds, 0), exitSeconds: min(exitSeconds, lookaheadSeconds))
    }
}

extension RelativeMotion {
    /// When the two are in loss, past and future; nil: never, or at a single instant only (a tangent is not a loss).
    ///
    /// The horizontal interval, between the roots of |s + v t| = D, is cut with the vertical one.
    @inlinable
    public func lossInterval(_ cylinder: ProtectedCylinder) -> LossInterval? {
        guard let vertical = verticalInterval(cylinder.halfHeightMetres),
            let horizontal = horizontalInterval(cylinder.radiusMetres)
        else { return nil }
        let entry = max(vertical.entrySeconds, horizontal.entrySeconds)
        let exit = min(vertical.exitSeconds, horizontal.exitSeconds)
        return entry < exit ? LossInterval(entrySeconds: entry, exitSeconds: exit) : nil
    }

    /// When |s_z + v_z t| < H.
    @inlinable
    func verticalInterval(_ halfHeight: Double) -> LossInterval? {
        guard upRate != 0 else {
            return abs(up) < halfHeight ? LossInterval(entrySeconds: -.infinity, exitSeconds: .infinity) : nil
        }
        let below = (-halfHeight - up) / upRate
        let above = (halfHeight - up) / upRate
        return below == above ? nil : LossInterval(entrySeconds: min(below, above), exitSeconds: max(below, above))
    }

    /// When |s + v t| < D, horizontally.
    ///
    /// The roots of a t² + 2 b t + c with a = v², b = s·v, c = s² - D². The discriminant is taken as v² D² - (s × v)², which
    /// keeps its digits where b² - a c loses them, and the larger root by b's sign, the smaller as c over it.
    @inlinable
    func horizontalInterval(_ radius: Double) -> LossInterval? {
        let speedSquared = speedSquared
        // Taken as `isInLoss` takes it, so that the two never contradict each other.
        let excess = distanceSquared - radius * radius
        guard speedSquared > 0 else {
            return excess < 0 ? LossInterval(entrySeconds: -.infinity, exitSeconds: .infinity) : nil
        }
        let closing = closing
        let offset = east * northRate - north * eastRate
        let reach = speedSquared.squareRoot() * radius
        var discriminant = (reach - offset) * (reach + offset)
        if abs(discriminant) < 1e-9 * reach * reach {
            discriminant = grazingDiscriminant(radius)
        }
        if excess < 0 {
            // Inside now: the roots enclose zero, whatever rounding did to a grazing discriminant.
            discriminant = max(discriminant, closing * closing - speedSquared * excess)
        }
        guard discriminant > 0 else { return nil }
        let root = discriminant.squareRoot()
        let sum = closing < 0 ? root - closing : -root - closing
        let first = sum / speedSquared
        let second = excess / sum
        let entry = min(first, second)
        let exit = max(first, second)
        return entry < exit ? LossInterval(entrySeconds: entry, exitSeconds: exit) : nil
    }

    /// v² D² - (s × v)² to twice the working precision, for lines that all but touch the cylinder.
    ///
    /// Products are split exactly by fused multiply-add (Ogita, Rump and Oishi, SIAM J. Sci. Comput. 26, 2005).
    @usableFromInline
    func grazingDiscriminant(_ radius: Double) -> Double {
        let eastReach = TwoPart(product: eastRate, radius)
        let northReach = TwoPart(product: northRate, radius)
        let offset = TwoPart(product: east, northRate) - TwoPart(product: north, eastRate)
        return (eastReach * eastReach + northReach * northReach - offset * offset).sum
    }
}

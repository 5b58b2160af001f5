/// The square of the chord between two aircraft as a polynomial of time, on a stretch where one series serves for both.
struct DistancePolynomial {
    /// The coefficients of t⁰ to t¹², square metres and seconds.
    var f: InlineArray<13, Double>

    /// The square of the chord between two motions.
    @inline(__always)
    init(_ one: GeodesicMotion, _ other: GeodesicMotion) {
        let d0 = one.c0 - other.c0
        let d1 = one.c1 - other.c1
        let d2 = one.c2 - other.c2
        let d3 = one.c3 - other.c3
        let d4 = one.c4 - other.c4
        let d5 = one.c5 - other.c5
        let d6 = one.c6 - other.c6
        f = InlineArray(repeating: 0)
        f[0] = (d0 * d0).sum()
        f[1] = 2 * (d0 * d1).sum()
        f[2] = (2 * d0 * d2 + d1 * d1).sum()
        f[3] = 2 * (d0 * d3 + d1 * d2).sum()
        f[4] = (2 * (d0 * d4 + d1 * d3) + d2 * d2).sum()
        f[5] = 2 * (d0 * d5 + d1 * d4 + d2 * d3).sum()
        f[6] = (2 * (d0 * d6 + d1 * d5 + d2 * d4) + d3 * d3).sum()
        f[7] = 2 * (d1 * d6 + d2 * d5 + d3 * d4).sum()
        f[8] = (2 * (d2 * d6 + d3 * d5) + d4 * d4).sum()
        f[9] = 2 * (d3 * d6 + d4 * d5).sum()
        f[10] = (2 * d4 * d6 + d5 * d5).sum()
        f[11] = 2 * (d5 * d6).sum()
        f[12] = (d6 * d6).sum()
    }

    /// The value at `t`.
    @inline(__always)
    func value(_ t: Double) -> Double {
        var sum = f[12]
        for power in stride(from: 11, through: 0, by: -1) { sum = sum * t + f[power] }
        return sum
    }

    /// The first derivative at `t`.
    @inline(__always)
    func slope(_ t: Double) -> Double {
        var sum = 12 * f[12]
        for power in stride(from: 11, through: 1, by: -1) { sum = sum * t + Double(power) * f[power] }
        return sum
    }

    /// The second derivative at `t`.
    @inline(__always)
    func bend(_ t: Double) -> Double {
        var sum = 132 * f[12]
        for power in stride(from: 11, through: 2, by: -1) { sum = sum * t + Double(power * (power - 1)) * f[power] }
        return sum
    }

    /// Whether the polynomial is proved convex on 0 to `end`: then it has one smallest value there.
    @inline(__always)
    func isConvex(until end: Double) -> Bool {
        var others = 0.0
        for power in stride(from: 12, through: 3, by: -1) {
            others = others * end + Double(power * (power - 1)) * abs(f[power])
        }
        return 2 * f[2] > others * end
    }

    /// The place of a change of sign of `function` between `low` and `high`, by Newton's method kept inside the bracket.
    @inline(__always)
    static func root(
        low: Double, high: Double, guess: Double, lowIsNegative: Bool,
        _ function: (Double) -> (value: Double, slope: Double)
    ) -> Double {
        var low = low
        var high = high
        var t = min(max(guess, low), high)
        for _ in 0..<80 {
            let (value, slope) = function(t)
            if value == 0 { return t }
            if (value < 0) == lowIsNegative { low = t } else { high = t }
            var next = t - value / slope
            // Also when the slope was zero: what is no number fails this test.
            if !(next >= low && next <= high) { next = (low + high) / 2 }
            if abs(next - t) < 1e-9 || next == t { return next }
            t = next
        }
        return t
    }
}

/// The square of the chord between two aircraft as a polynomial of time, on a stretch where one series serves for both.
struct DistancePolynomial {
    /// The coefficients of t⁰ to t¹², square metres and seconds.
    var f: InlineArray<13, Double>

    /// The highest power that counts.
    let degree: Int

    /// The square of the chord between two motions, of which neither goes further than `wayMetres`.
    ///
    /// What is left out changes the square by less than 2e-7 m² up to 10 km, and by less than 2e-5 m² up to 100 km.
    @inline(__always)
    init(_ one: GeodesicMotion, _ other: GeodesicMotion, wayMetres: Double) {
        degree = wayMetres <= 10_000 ? 6 : wayMetres <= 100_000 ? 8 : 12
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

    /// The value and the slope at `t`.
    @inline(__always)
    func value(_ t: Double) -> (value: Double, slope: Double) {
        var value = f[degree]
        var slope = 0.0
        for power in stride(from: degree - 1, through: 0, by: -1) {
            slope = slope * t + value
            value = value * t + f[power]
        }
        return (value, slope)
    }

    /// The slope at `t`, and how it changes.
    @inline(__always)
    func slope(_ t: Double) -> (value: Double, slope: Double) {
        var value = f[degree]
        var slope = 0.0
        var halfBend = 0.0
        for power in stride(from: degree - 1, through: 0, by: -1) {
            halfBend = halfBend * t + slope
            slope = slope * t + value
            value = value * t + f[power]
        }
        return (slope, 2 * halfBend)
    }

    /// Whether the polynomial is proved convex on 0 to `end`: then it has one smallest value there.
    @inline(__always)
    func isConvex(until end: Double) -> Bool {
        var others = 0.0
        for power in stride(from: degree, through: 3, by: -1) {
            others = others * end + Double(power * (power - 1)) * abs(f[power])
        }
        return 2 * f[2] > others * end
    }

    /// The place of a change of sign of `function` between `low` and `high`, by Newton's method kept inside the bracket.
    ///
    /// A step below 1e-6 s is the last: the one after it would be of the order of its square.
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
            if abs(next - t) < 1e-6 { return next }
            t = next
        }
        return t
    }
}

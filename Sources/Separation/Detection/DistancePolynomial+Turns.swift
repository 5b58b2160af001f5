extension DistancePolynomial {
    /// Where a convex distance is smallest, between 0 and `end`; nil: it only grows or only shrinks.
    @inline(__always)
    func convexTurn(until end: Double) -> Double? {
        guard f[1] < 0, slope(end).value > 0 else { return nil }
        return Self.root(low: 0, high: end, guess: -f[1] / (2 * f[2]), lowIsNegative: true) { slope($0) }
    }

    /// Where the distance turns between shrinking and growing, between 0 and `end`, in order of time.
    ///
    /// For a polynomial that is not proved convex. Between two neighbours the distance is monotone, apart from changes of less than `tolerance` square metres.
    func turns(until end: Double, tolerance: Double) -> [Double] {
        var found: [Double] = []
        var size = 0.0
        for power in stride(from: degree, through: 0, by: -1) { size = size * end + abs(f[power]) }
        // Below this there is nothing but rounding, whose signs would be followed to the last bit.
        let tolerance = max(tolerance, 1e-12 * size)
        isolate(bernsteinSlope(end), low: 0, high: end, end: end, tolerance: tolerance, depth: 0, into: &found)
        return found
    }

    /// The derivative in the Bernstein basis of 0 to `end`: its signs bound the number of roots (Descartes).
    private func bernsteinSlope(_ end: Double) -> InlineArray<12, Double> {
        var power: InlineArray<12, Double> = InlineArray(repeating: 0)
        var scale = 1.0
        for k in 0..<12 {
            power[k] = Double(k + 1) * f[k + 1] * scale
            scale *= end
        }
        // b_j = Σ_{k≤j} C(j,k) / C(11,k) a_k, summed as repeated differences: a_k / C(11,k), then running sums.
        var result: InlineArray<12, Double> = InlineArray(repeating: 0)
        var binomial = 1.0
        for k in 0..<12 {
            result[k] = power[k] / binomial
            binomial = binomial * Double(11 - k) / Double(k + 1)
        }
        for round in 1..<12 {
            for j in stride(from: 11, through: round, by: -1) { result[j] += result[j - 1] }
        }
        return result
    }

    private func isolate(
        _ coefficients: InlineArray<12, Double>, low: Double, high: Double, end: Double, tolerance: Double, depth: Int,
        into found: inout [Double]
    ) {
        var largest = 0.0
        var changes = 0
        var last = 0.0
        for j in 0..<12 {
            let value = coefficients[j]
            largest = max(largest, abs(value))
            if value != 0 {
                if last * value < 0 { changes += 1 }
                last = value
            }
        }
        if changes == 0 || largest * (high - low) < tolerance || depth > 48 { return }
        if changes == 1, coefficients[0] != 0, coefficients[11] != 0 {
            found.append(
                Self.root(low: low, high: high, guess: (low + high) / 2, lowIsNegative: coefficients[0] < 0) {
                    slope($0)
                })
            return
        }
        // De Casteljau: the coefficients of both halves.
        var left: InlineArray<12, Double> = InlineArray(repeating: 0)
        var right = coefficients
        for j in 0..<12 {
            left[j] = right[0]
            for k in 0..<(11 - j) { right[k] = (right[k] + right[k + 1]) / 2 }
        }
        // What is left in `right` is its last column, which is the right half in order.
        let middle = (low + high) / 2
        isolate(left, low: low, high: middle, end: end, tolerance: tolerance, depth: depth + 1, into: &found)
        if left[11] == 0 { found.append(middle) }
        isolate(right, low: middle, high: high, end: end, tolerance: tolerance, depth: depth + 1, into: &found)
    }
}

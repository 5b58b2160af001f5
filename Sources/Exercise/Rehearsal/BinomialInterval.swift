#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A chance that was counted, with its confidence interval.
///
/// The interval is Clopper and Pearson's (Biometrika 26, 1934): it holds the true chance at least as often as it says, also
/// for rare events, where the usual approximations say too little.
public struct BinomialInterval: Sendable, Hashable {
    /// How often it happened.
    public let count: Int
    /// Out of how many.
    public let trials: Int
    /// How sure the interval is, 0.95 for 95 %.
    public let confidence: Double
    /// The lower bound.
    public let low: Double
    /// The upper bound.
    public let high: Double

    /// What was counted divided by the trials; 0 without a trial.
    public var chance: Double { trials > 0 ? Double(count) / Double(trials) : 0 }

    /// The interval of `count` out of `trials`; without a trial nothing is known.
    public init(count: Int, trials: Int, confidence: Double = 0.95) {
        let trials = max(trials, 0)
        let count = min(max(count, 0), trials)
        self.count = count
        self.trials = trials
        self.confidence = confidence
        let tail = (1 - confidence) / 2
        let happened = Double(count)
        let not = Double(trials - count)
        low = count == 0 ? 0 : Self.betaQuantile(tail, happened, not + 1)
        high = count == trials ? 1 : Self.betaQuantile(1 - tail, happened + 1, not)
    }

    /// Where the beta distribution with parameters a and b reaches `probability`, by bisection.
    private static func betaQuantile(_ probability: Double, _ a: Double, _ b: Double) -> Double {
        var low = 0.0
        var high = 1.0
        for _ in 0..<200 {
            let middle = (low + high) / 2
            if middle == low || middle == high { break }
            if regularisedBeta(middle, a, b) < probability { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The regularised incomplete beta function, by its continued fraction (DLMF 8.17.22, Lentz's method).
    static func regularisedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        if x > (a + 1) / (a + b + 2) { return 1 - regularisedBeta(1 - x, b, a) }
        let front = exp(a * log(x) + b * log1p(-x) - (lgamma(a) + lgamma(b) - lgamma(a + b))) / a
        let tiny = 1e-300
        var numerator = 1.0
        var denominator = 1 - (a + b) * x / (a + 1)
        denominator = 1 / (abs(denominator) < tiny ? tiny : denominator)
        var fraction = denominator
        for term in 1...10_000 {
            let m = Double(term)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            var change = 1.0
            for coefficient in [even, odd] {
                denominator = 1 + coefficient * denominator
                denominator = 1 / (abs(denominator) < tiny ? tiny : denominator)
                numerator = 1 + coefficient / numerator
                if abs(numerator) < tiny { numerator = tiny }
                change = numerator * denominator
                fraction *= change
            }
            if abs(change - 1) < 1e-15 { break }
        }
        return front * fraction
    }
}

import Airspace

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Measures how close two uncertain tracks came, and how sure that is.
///
/// The minimum of many noisy distances is smaller than the smallest true one, and the luckiest second looks best. So the receivers' errors
/// are bounded at all reports of the window at once: each lies within the radius that a normal error exceeds with a probability of
/// 5 % divided by their number (the union bound), which holds however the errors of successive reports hang together. Everything else is bounded
/// for sure and added in full. Both bounds then hold together with 95 %, whichever second is chosen.
public struct ApproachMeasurement: Sendable {
    /// With which probability the interval holds the truth.
    public static let confidence = 0.95

    /// Longer windows are refused by whoever reads them: 31 days, seconds.
    public static let longestWindowSeconds = 31 * 86_400

    private let a: UncertainTrack
    private let b: UncertainTrack
    private let verticalFeet: Double?
    private let clockSeconds: Double
    private var interval = ApproachInterval()
    private var pairs = 1
    private var factor = 0.0
    private var before: Pair?

    /// Measures over the whole seconds of a window.
    ///
    /// - Parameters:
    ///   - verticalWithinFeet: only while the levels are closer than this; nil: whatever the levels.
    ///   - clockSeconds: how far the clocks that stamped the two tracks may be apart; zero for one clock.
    ///   - pairs: of how many pairs the closest is looked for: the bounds then hold for all of them at once.
    public static func measure(
        _ a: UncertainTrack, _ b: UncertainTrack, seconds window: ClosedRange<Int>, verticalWithinFeet: Double? = nil,
        clockSeconds: Double = 0, pairs: Int = 1
    ) -> ApproachInterval {
        var measurement = ApproachMeasurement(a, b, verticalWithinFeet, clockSeconds)
        measurement.pairs = max(pairs, 1)
        measurement.run(window)
        return measurement.interval
    }

    private init(_ a: UncertainTrack, _ b: UncertainTrack, _ verticalFeet: Double?, _ clockSeconds: Double) {
        self.a = a
        self.b = b
        self.verticalFeet = verticalFeet.map(roundedToHundredthFeet)
        self.clockSeconds = max(clockSeconds, 0)
    }

    private mutating func run(_ window: ClosedRange<Int>) {
        interval.windowSeconds = window.upperBound - window.lowerBound + 1
        let reports = Self.reports(a, in: window) + Self.reports(b, in: window)
        factor = Self.simultaneousFactor(reports: reports.multipliedReportingOverflow(by: pairs).partialValue)
        var walkA = UncertainTrack.Walk(a, from: window.lowerBound)
        var walkB = UncertainTrack.Walk(b, from: window.lowerBound)
        for second in window {
            let placeA = walkA.place(at: second)
            let placeB = walkB.place(at: second)
            if case .failure(let error) = placeA { note(error.reason, at: second, of: a) }
            if case .failure(let error) = placeB { note(error.reason, at: second, of: b) }
            guard case .success(let one) = placeA, case .success(let other) = placeB else {
                before = nil
                continue
            }
            take(Pair(one, other, factor: factor, clockSeconds: clockSeconds))
        }
    }

    private mutating func take(_ pair: Pair) {
        interval.measuredSeconds += 1
        var part: ClosedRange<Double>? = 0...1
        var isSure = true
        var isPossible = true
        if let verticalFeet {
            isSure = pair.verticalFeet + pair.levelFeet < verticalFeet
            isPossible = pair.verticalFeet - pair.levelFeet < verticalFeet
            part = before.flatMap { $0.part(to: pair, verticalWithinFeet: verticalFeet) }
        }
        if isPossible {
            interval.possibleSeconds += 1
            if pair.metres < interval.measuredMetres ?? .infinity {
                interval.measuredMetres = pair.metres
                interval.measuredSecond = pair.second
            }
            lower(pair.lowMetres, pair)
        }
        if let before, let part { lower(before.lowMetres(to: pair, part: part, factor: factor), pair) }
        if isSure {
            interval.countedSeconds += 1
            if pair.highMetres < interval.highMetres ?? .infinity {
                interval.highMetres = pair.highMetres
                interval.highSecond = pair.second
                interval.parts = pair.parts
                refer(pair, at: 0)
            }
        }
        before = pair
    }

    private mutating func lower(_ metres: Double, _ pair: Pair) {
        guard metres < interval.lowMetres ?? .infinity else { return }
        interval.lowMetres = metres
        refer(pair, at: 1)
    }

    private mutating func refer(_ pair: Pair, at place: Int) {
        while interval.referencesA.count <= place {
            interval.referencesA.append(pair.a.reference)
            interval.referencesB.append(pair.b.reference)
        }
        interval.referencesA[place] = pair.a.reference
        interval.referencesB[place] = pair.b.reference
    }

    private mutating func note(_ reason: NoPlace, at second: Int, of track: UncertainTrack) {
        let last = interval.missing.lastIndex { $0.identifier == track.identifier }
        if let last, interval.missing[last].reason == reason,
            interval.missing[last].seconds.upperBound == second - 1
        {
            interval.missing[last].seconds = interval.missing[last].seconds.lowerBound...second
        } else {
            interval.missing.append(
                ApproachInterval.Missing(seconds: second...second, identifier: track.identifier, reason: reason))
        }
    }

    private static func reports(_ track: UncertainTrack, in window: ClosedRange<Int>) -> Int {
        // One more at each end may serve for interpolation.
        track.firstKnot(after: window.upperBound) - track.firstKnot(after: window.lowerBound - 1) + 2
    }

    /// By how much the 95 % radius of one report grows so that it holds for this many at once.
    ///
    /// The length of a circular normal error exceeds r with probability exp(-r²/2σ²).
    public static func simultaneousFactor(reports: Int) -> Double {
        let allowed = 1 - confidence
        return (log(Double(max(reports, 1)) / allowed) / log(1 / allowed)).squareRoot()
    }
}

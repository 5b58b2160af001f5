import Airspace
import Foundation
import Separation

/// How long detection passes over one snapshot take, reading and printing excluded.
struct ProbeTiming: Sendable, CustomStringConvertible {
    /// The number of passes.
    var passes: Int
    /// The quickest.
    var smallestMilliseconds: Double
    /// The one in the middle.
    var medianMilliseconds: Double
    /// Pairs looked at in one pass.
    var pairsExamined: Int
    /// Conflicts found in one pass.
    var conflicts: Int

    /// Makes the passes one after the other with one detector, as a station does, and measures each.
    ///
    /// - Throws: as `ConflictDetector.detect(in:minima:lookahead:)`.
    init(
        passes: Int, in snapshot: SkySnapshot, minima: Minima, lookahead: TimeSpan
    ) throws(DetectionFault) {
        self.passes = max(passes, 1)
        var detector = ConflictDetector()
        var times: [Double] = []
        var found = 0
        let clock = ContinuousClock()
        for _ in 0..<self.passes {
            let start = clock.now
            found = try detector.detect(in: snapshot, minima: minima, lookahead: lookahead).count
            let (seconds, attoseconds) = (clock.now - start).components
            times.append(Double(seconds) * 1e3 + Double(attoseconds) * 1e-15)
        }
        times.sort()
        smallestMilliseconds = times[0]
        medianMilliseconds = (times[(times.count - 1) / 2] + times[times.count / 2]) / 2
        pairsExamined = detector.lastPass.pairsExamined
        conflicts = found
    }

    /// `passes=N min_ms=... median_ms=... pairs_examined=... conflicts=...`
    var description: String {
        String(format: "passes=%d min_ms=%.3f median_ms=%.3f ", passes, smallestMilliseconds, medianMilliseconds)
            + "pairs_examined=\(pairsExamined) conflicts=\(conflicts)"
    }
}

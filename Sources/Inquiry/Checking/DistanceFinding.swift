import Accord
import Airspace
import Separation

/// The finding on a distance from one pair of tracks.
struct DistanceFinding {
    let proposition: Proposition
    let statement: MinimumDistance
    let a: ObservedTrack
    let b: ObservedTrack
    let interval: ApproachInterval
    /// Whether the window that was looked at is the one that was claimed, both ends given.
    let isWindowGiven: Bool
    let isDuplicate: Bool
    var finding: Finding

    init(
        _ proposition: Proposition, _ statement: MinimumDistance, _ a: ObservedTrack, _ b: ObservedTrack,
        clocks: Double, pairs: Int = 1
    ) {
        self.proposition = proposition
        self.statement = statement
        self.a = a
        self.b = b
        var unusable = ClaimChecker.unusable
        if statement.verticalWithin != nil { unusable.insert(.mixedDatum) }
        let trackA = a.uncertain(gapSeconds: statement.gapSeconds, excluding: unusable)
        let trackB = b.uncertain(gapSeconds: statement.gapSeconds, excluding: unusable)
        isWindowGiven = statement.window.closed != nil
        let window = Self.seconds(statement.window, trackA, trackB)
        if let window {
            interval = ApproachMeasurement.measure(
                trackA, trackB, seconds: window, verticalWithinFeet: statement.verticalWithin?.feet,
                clockSeconds: clocks, pairs: pairs)
        } else {
            interval = ApproachInterval()
        }
        isDuplicate = DuplicateCheck.isOneAircraft(
            a, b, gapSeconds: statement.gapSeconds, closest: interval.measured)
        finding = Finding(proposition, .notDeterminable, BilingualText(english: "", russian: ""))
        decide()
        DistanceWords.fill(&self)
    }

    /// The whole seconds to look at; nil: there are none.
    private static func seconds(_ window: ClaimWindow, _ a: UncertainTrack, _ b: UncertainTrack) -> ClosedRange<Int>? {
        if let closed = window.closed {
            let first = Int(closed.lowerBound.rounded(.up))
            let last = Int(closed.upperBound.rounded(.down))
            return first <= last ? first...last : nil
        }
        guard let spanA = a.secondsSpanned, let spanB = b.secondsSpanned else { return nil }
        let first = max(spanA.lowerBound, spanB.lowerBound, window.from.map { Int($0.rounded(.up)) } ?? .min)
        let last = min(spanA.upperBound, spanB.upperBound, window.to.map { Int($0.rounded(.down)) } ?? .max)
        guard first <= last, last - first <= ApproachMeasurement.longestWindowSeconds else { return nil }
        return first...last
    }

    /// Whether the interval covers all that was claimed.
    var isComplete: Bool { isWindowGiven && interval.isComplete }

    private mutating func decide() {
        finding.low = isComplete ? interval.lowMetres : interval.highMetres.map { _ in 0 }
        finding.high = interval.highMetres
        if interval.lowMetres != nil || interval.highMetres != nil {
            finding.unit = "m"
            finding.confidence = ApproachMeasurement.confidence
        }
        note()
        if isDuplicate {
            finding.limit(by: .duplicateTrack)
            return
        }
        let claimed = statement.bound.length.metres
        switch statement.bound {
        case .atLeast:
            if let high = interval.highMetres, high < claimed {
                finding.verdict = .contradicted
            } else if isComplete, interval.lowMetres ?? .infinity >= claimed {
                finding.verdict = .supported
            }
        case .atMost:
            if let high = interval.highMetres, high <= claimed {
                finding.verdict = .supported
            } else if isComplete, interval.lowMetres ?? .infinity > claimed {
                finding.verdict = .contradicted
            }
        }
        if finding.verdict == .notDeterminable { explain(claimed) }
        refer()
    }

    /// What was not measured in the window, as reasons of what could not be decided.
    private mutating func explain(_ claimed: Double) {
        if !isWindowGiven { finding.limit(by: .noWindow) }
        for missing in interval.missing {
            switch missing.reason {
            case .gap: finding.limit(by: .gap)
            case .flawed(let flags):
                if flags.contains(.frozen) { finding.limit(by: .frozen) }
                if flags.contains(.jump) { finding.limit(by: .jump) }
                if flags.contains(.clock) { finding.limit(by: .clock) }
                if flags.contains(.mixedDatum) { finding.limit(by: .mixedDatum) }
            }
        }
        if let low = interval.lowMetres, low < claimed, interval.highMetres ?? .infinity >= claimed {
            finding.limit(by: .intervalStraddles)
            // A short freeze is not left out, but widens.
            if let window = statement.window.closed, hasFlaw(.frozen, during: window) { finding.limit(by: .frozen) }
        }
        let isUnseen = [a, b].contains { track in
            !track.reports.contains { statement.window.contains($0.measured.timeUnixSeconds) }
        }
        if interval.measuredSeconds == 0, isUnseen || finding.reasons.isEmpty { finding.limit(by: .noData) }
    }

    private func hasFlaw(_ quality: QualityFlags, during window: ClosedRange<Double>) -> Bool {
        (a.flaws + b.flaws).contains { $0.quality.contains(quality) && $0.unixSeconds.overlaps(window) }
    }

    private mutating func note() {
        if isComplete, statement.verticalWithin != nil, interval.possibleSeconds == 0 {
            finding.limit(by: .levelsApart)
        }
    }

    private mutating func refer() {
        for pair in interval.references {
            if let record = a.record, pair.a >= 0 {
                finding.rest(on: EvidenceReference(record: record, index: UInt64(pair.a)))
            }
            if let record = b.record, pair.b >= 0 {
                finding.rest(on: EvidenceReference(record: record, index: UInt64(pair.b)))
            }
        }
    }

    /// The one of two that says more; when they say opposite things, neither holds.
    func joined(with other: DistanceFinding) -> DistanceFinding {
        let decided: Set<Finding.Verdict> = [.supported, .contradicted]
        switch (decided.contains(finding.verdict), decided.contains(other.finding.verdict)) {
        case (true, true) where finding.verdict != other.finding.verdict:
            var joined = self
            joined.finding.verdict = .notDeterminable
            joined.finding.limit(by: .recordsDiffer)
            joined.finding.entries += other.finding.entries.filter { !finding.entries.contains($0) }
            joined.finding.sentence = DistanceWords.differ(self, other)
            return joined
        case (true, true): return width <= other.width ? self : other
        case (true, false): return finding.reasons.contains(.recordsDiffer) ? self : self
        case (false, true): return finding.reasons.contains(.recordsDiffer) ? self : other
        case (false, false):
            if finding.reasons.contains(.recordsDiffer) { return self }
            return interval.measuredSeconds >= other.interval.measuredSeconds && width <= other.width ? self : other
        }
    }

    private var width: Double {
        guard let low = interval.lowMetres, let high = interval.highMetres else { return .infinity }
        return high - low
    }
}

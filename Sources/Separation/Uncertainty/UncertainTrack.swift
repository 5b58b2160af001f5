import Airspace

/// One aircraft's track by the measuring rule, with how wrong each second of it may be.
public struct UncertainTrack: Sendable {
    /// A kept report, as if made at a whole second.
    struct Knot: Sendable {
        var report: KeptReport
        var foot: EarthCentred
        var radius95Metres: Double
        /// What rounding and a position that was repeated amount to, metres.
        var boundedMetres: Double
        /// How far the whole second may be from the time of the position.
        var timeSeconds: Double
        var levelFeet: Double
        var speedMetresPerSecond: Double
        var reference: Int
    }

    /// The aircraft, as the reports name it.
    public let identifier: String
    /// When it is not to be relied on.
    public let flaws: [TrackFlaw]
    let knots: [Knot]
    let gap: Int
    let accelerationMetresPerSecondSquared: Double

    /// Half a g: a bank of 27°, which airliners and light aircraft seldom exceed between two reports.
    public static let ordinaryAcceleration = 5.0

    /// A track of reports in any order; what the rule does not keep is left out.
    ///
    /// - Parameters:
    ///   - flaws: when the track is not to be relied on.
    ///   - gapSeconds: the longest span between two reports of one piece.
    ///   - accelerationMetresPerSecondSquared: the most by which it is taken to have turned or sped up between two reports.
    public init(
        identifier: String, reports: [UncertainReport], flaws: [TrackFlaw] = [], gapSeconds: Double,
        accelerationMetresPerSecondSquared: Double = UncertainTrack.ordinaryAcceleration
    ) {
        self.identifier = identifier
        self.flaws = flaws.sorted { $0.unixSeconds.lowerBound < $1.unixSeconds.lowerBound }
        gap = Int(min(max(gapSeconds.isFinite ? gapSeconds : 0, 0), 86_400))
        self.accelerationMetresPerSecondSquared = max(accelerationMetresPerSecondSquared, 0)
        knots = Self.knots(of: reports)
    }

    /// The kept report that counts at a second, or the one before it; nil: none.
    public func reference(at second: Int) -> Int? {
        let index = firstKnot(after: second)
        return index > 0 ? knots[index - 1].reference : nil
    }

    /// The seconds of the first and the last kept report; nil: none was kept.
    public var secondsSpanned: ClosedRange<Int>? {
        guard let first = knots.first, let last = knots.last else { return nil }
        return first.report.second...last.report.second
    }

    /// The index of the first knot later than a second.
    func firstKnot(after second: Int) -> Int {
        var low = 0
        var high = knots.count
        while low < high {
            let middle = (low + high) / 2
            if knots[middle].report.second <= second { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func knots(of reports: [UncertainReport]) -> [Knot] {
        var kept: [(second: Int, report: KeptReport, of: UncertainReport)] = []
        kept.reserveCapacity(reports.count)
        for report in reports {
            guard let second = report.measured.second, let found = report.measured.kept(at: second).report else {
                continue
            }
            kept.append((second, found, report))
        }
        // Equal times keep the order in which they came, as the rule has it.
        var order = Array(kept.indices)
        let isInOrder = zip(kept, kept.dropFirst()).allSatisfy {
            $0.report.timeUnixSeconds <= $1.report.timeUnixSeconds
        }
        if !isInOrder {
            order.sort {
                let (left, right) = (kept[$0].report.timeUnixSeconds, kept[$1].report.timeUnixSeconds)
                return left == right ? $0 < $1 : left < right
            }
        }
        var knots: [Knot] = []
        knots.reserveCapacity(kept.count)
        var heldSince = 0.0
        for index in order {
            let (second, report, source) = kept[index]
            if let last = knots.last, last.report.second == second { continue }
            let isRepeated =
                knots.last.map {
                    $0.report.latitudeDegrees == report.latitudeDegrees
                        && $0.report.longitudeDegrees == report.longitudeDegrees
                } ?? false
            if !isRepeated { heldSince = report.timeUnixSeconds }
            // A position that is sent again is as old as when it was new, unless the aircraft stands still.
            let age = max(report.timeUnixSeconds - heldSince, source.positionAgeSeconds, 0)
            let speed = source.groundSpeedMetresPerSecond ?? knots.last?.speedMetresPerSecond ?? 0
            knots.append(
                Knot(
                    report: report,
                    foot: EarthCentred(
                        latitudeDegrees: report.latitudeDegrees, longitudeDegrees: report.longitudeDegrees),
                    radius95Metres: source.uncertainty.radius95Metres,
                    boundedMetres: source.uncertainty.gridErrorMetres + min(age, 86_400) * max(speed, 0),
                    timeSeconds: source.uncertainty.timeSeconds + max(report.timeUnixSeconds - Double(second), 0),
                    levelFeet: source.uncertainty.levelFeet, speedMetresPerSecond: max(speed, 0),
                    reference: source.reference))
        }
        return knots
    }
}

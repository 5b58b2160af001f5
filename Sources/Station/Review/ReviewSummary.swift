import Airspace
import Separation
import Surveillance

/// What must be said beside the encounters, in sentences: how many, by what rule, from what, and what was rejected.
struct ReviewSummary {
    private let review: Review

    init(_ review: Review) { self.review = review }

    var sentences: [String] { [counts, rule, traffic] + rejected + sources }

    /// How many encounters, and what is to be known of them.
    var counts: String {
        let total = review.encounters.count
        if total == 0 { return "No encounter: nowhere were both minima undercut." }
        let tolerance = review.encounters.count { $0.quality.contains(.levelTolerance) }
        let seconds = review.encounters.reduce(0) { $0 + $1.lossSeconds }
        return "\(total.grouped) encounter\(total == 1 ? "" : "s"), \(seconds.grouped) s in loss; "
            + "\(review.cleanCount.grouped) without any flaw found in the data, "
            + "\(tolerance.grouped) within level tolerance."
    }

    /// The rule with its parameters.
    var rule: String {
        let rule = review.rule
        return "Measured by \(MeasuringRule.name): less than \(rule.minima.horizontal) and less than "
            + "\(rule.minima.vertical), gap \(TimeSpan(seconds: rule.gapSeconds)), "
            + "merge \(TimeSpan(seconds: rule.mergeSeconds))."
    }

    /// What was measured.
    var traffic: String {
        let kept = "\(review.keptCount.grouped) of \(review.reportCount.grouped) reports kept, "
        let aircraft = "\(review.aircraftCount.grouped) aircraft"
        guard let span = review.span else { return kept + aircraft + "." }
        return kept + aircraft + ", from \(UTCTime.string(unixSeconds: span.lowerBound)) "
            + "to \(UTCTime.string(unixSeconds: span.upperBound))."
    }

    /// Why reports were not kept.
    var rejected: [String] {
        let reasons = ReportFate.allCases.compactMap { fate -> String? in
            guard fate != .kept, let count = review.fates[fate], count > 0 else { return nil }
            return "\(count.grouped) \(fate.explanation)"
        }
        return reasons.isEmpty ? [] : ["Not kept: " + reasons.joined(separator: ", ") + "."]
    }

    /// How each recording did.
    var sources: [String] {
        review.sources.map { source in
            if let failure = source.failure { return "\(source.path): not read: \(failure)." }
            let faults =
                source.faultCount == 0
                ? "no faults" : "\(source.faultCount.grouped) fault\(source.faultCount == 1 ? "" : "s")"
            return "\(source.path) (\(source.format?.rawValue ?? "unknown")): "
                + "\(source.reportCount.grouped) reports, \(faults)."
        }
    }

    /// A distance in nautical miles with two decimals, three below a tenth.
    static func miles(_ metres: Double) -> String {
        let miles = metres / LengthUnit.nauticalMiles.metres
        return miles.written(miles < 0.1 ? 3 : 2) + " NM"
    }
}

extension ReportFate {
    /// Why it did not count, after a number.
    var explanation: String {
        switch self {
        case .kept: "kept"
        case .laterInSecond: "later in the same second"
        case .withoutPosition: "without a position"
        case .withoutAltitude: "without a pressure altitude"
        case .onGround: "on the ground"
        case .outOfRange: "beyond belief (altitude or position)"
        case .late: "too late"
        case .clock: "with no valid time"
        case .tooMany: "of more aircraft than are followed"
        }
    }
}

public import Accord
import Airspace
public import Separation
import Surveillance

/// An agreement tried on recorded traffic: what each rule of disclosure is worth to the party that is told.
public struct AgreementTrial {
    /// How one rule did.
    public struct Outcome: Sendable {
        /// The rule; nil: what would be if the two saw each other's aircraft in full.
        public var rule: DisclosureRule?
        /// Who tells.
        public var from: String
        /// Who is told.
        public var to: String
        /// The minima that are agreed where the rule holds.
        public var minima: Minima
        /// What is added to them because of grid, delay and age.
        public var uncertainty: DisclosedUncertainty?
        /// The speed that was counted with, m/s: nineteen of twenty positions told were slower.
        public var speedMetresPerSecond: Double?
        /// What became of the predictions between the two parties' aircraft.
        public var score: PredictionScore
        /// How many positions were told.
        public var positionsTold = 0
        /// What is wrong with the rule for this traffic; nil: nothing was found.
        public var fault: String?
    }

    /// The agreement.
    public let agreement: Agreement
    /// How long the recording is, hours.
    public let hours: Double
    /// Each rule, in the order of the agreement, after what would be without any.
    public internal(set) var outcomes: [Outcome] = []
    private let hasReportInside: Bool
    let run: ScoreRun
    let split: TrialSplit

    /// Reads the recordings and tries every rule.
    ///
    /// - Throws: `StationError.emptyRecording` when no report was in any of them, `SeparationError.alertRules` for minima that no rules can have.
    public init(
        _ agreement: Agreement, recordings: [String], split: TrialSplit? = nil,
        onProgress: (_ fraction: Double?, _ doing: String) -> Void = { _, _ in }
    ) throws {
        self.agreement = agreement
        self.split = split ?? .evenly(agreement.parties.map(\.identifier))
        run = try ScoreRun(paths: recordings, onProgress: onProgress)
        hasReportInside = Self.isAnyInside(agreement, run)
        hours = Double(run.recording.seconds.count) / 3_600
        var pairs: Set<Set<String>> = []
        for rule in agreement.disclosure {
            if pairs.insert([rule.from, rule.to]).inserted {
                outcomes.append(
                    try play(nil, from: rule.from, to: rule.to) { onProgress($0, "\(rule.from) and \(rule.to)") })
            }
            outcomes.append(try play(rule, from: rule.from, to: rule.to) { onProgress($0, rule.identifier) })
        }
    }

    /// What could not be read, in plain words.
    public var failures: [String] { run.failures }

    /// Said when no report was inside the agreed area: all the numbers are those of nothing then; nil when one was.
    public var outsideNote: String? {
        hasReportInside
            ? nil
            : "No report of this traffic is inside the area of \(agreement.identifier): the numbers say nothing about its rules."
    }

    private static func isAnyInside(_ agreement: Agreement, _ run: ScoreRun) -> Bool {
        let tester = VolumeTester(agreement.area)
        return (0..<run.recording.count).contains { index in
            run.recording.report(at: index).report.position.map(tester.contains) ?? false
        }
    }

    private func play(
        _ rule: DisclosureRule?, from: String, to: String, onProgress: (Double) -> Void
    ) throws -> Outcome {
        let minima = agreement.classMinima(inZone: rule?.zone).general
        var speed: Double?
        var uncertainty: DisclosedUncertainty?
        if let rule {
            let fastest = speeds(of: rule)
            speed = fastest
            uncertainty = Self.uncertainty(rule, speedMetresPerSecond: fastest)
        }
        let agreed = AlertRules.agreed(agreement, activeZones: rule?.zone.map { [$0] } ?? [])
        var rules = uncertainty.map { agreed.widened(by: $0) } ?? agreed
        if let rule { rules.coastingSeconds = min(rules.staleSeconds, max(15, rule.precision.everySeconds + 5)) }
        var stage = try TrialStage(self, rule: rule, from: from, to: to, rules: rules, measuredBy: agreed)
        try stage.play(onProgress)
        var outcome = Outcome(
            rule: rule, from: from, to: to, minima: minima, uncertainty: uncertainty, speedMetresPerSecond: speed,
            score: stage.keeper.finish(), positionsTold: stage.positionsTold)
        if let rule, let uncertainty { outcome.fault = fault(rule, minima: minima, uncertainty: uncertainty) }
        return outcome
    }

    /// The uncertainty at the moment before the next position comes.
    static func uncertainty(_ rule: DisclosureRule, speedMetresPerSecond: Double) -> DisclosedUncertainty {
        let precision = rule.precision
        let hasVelocity = rule.fields.contains(.velocity)
        var uncertainty = DisclosedUncertainty(
            gridMetres: precision.grid.metres,
            levelGridFeet: rule.fields.contains(.level) ? precision.levelGrid.feet : nil,
            timeGridSeconds: precision.timeGridSeconds, ageSeconds: precision.delaySeconds + precision.everySeconds,
            speedMetresPerSecond: hasVelocity ? speedMetresPerSecond : nil,
            climbFeetPerSecond: hasVelocity ? 0 : nil)
        if !hasVelocity {
            // Nobody told how fast it was: the fastest of this traffic counts, and not the fastest that could be.
            uncertainty.horizontalMetres =
                DisclosedUncertainty(
                    precision: precision, speedMetresPerSecond: speedMetresPerSecond
                ).horizontalMetres
        }
        return uncertainty
    }

    /// The speed that nineteen of twenty reports of the telling party's aircraft inside the place of the rule stay below, m/s.
    private func speeds(of rule: DisclosureRule) -> Double {
        let tester = VolumeTester(rule.zone.flatMap(agreement.zone)?.volume ?? agreement.area)
        var speeds: [Double] = []
        for index in stride(from: 0, to: run.recording.count, by: 17) {
            let report = run.recording.report(at: index).report
            guard let place = report.position, let speed = report.groundSpeedMetresPerSecond, speed < 1_000,
                tester.contains(place)
            else { continue }
            speeds.append(speed)
        }
        speeds.sort()
        return speeds.isEmpty ? DisclosedUncertainty.assumedSpeed : speeds[(speeds.count - 1) * 19 / 20]
    }

    private func fault(_ rule: DisclosureRule, minima: Minima, uncertainty: DisclosedUncertainty) -> String? {
        let footprint = (rule.zone.flatMap(agreement.zone)?.volume ?? agreement.area).footprint
        let width = AgreementTrial.widthMetres(footprint)
        let disc = 2 * (minima.horizontal.metres + uncertainty.horizontalMetres)
        guard disc > width else { return nil }
        return "what is protected around an aircraft is \((disc / 1852).written(1)) NM wide, and "
            + "\(rule.zone ?? "the area") \((width / 1852).written(1)) NM: make the grid finer or the delay shorter"
    }

    /// How wide an outline is at its widest, metres.
    static func widthMetres(_ footprint: Footprint) -> Double {
        switch footprint {
        case .everywhere: return .infinity
        case .circle(_, let radiusMetres): return 2 * radiusMetres
        case .polygon(let corners):
            var widest = 0.0
            for corner in corners {
                for other in corners { widest = max(widest, corner.distanceMetres(to: other)) }
            }
            return widest
        }
    }
}

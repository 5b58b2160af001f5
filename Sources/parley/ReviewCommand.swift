import Airspace
public import ArgumentParser
import Foundation
import Separation
public import Station

/// `parley review`: every encounter in some recordings, measured by the rule.
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Measure every encounter in recordings.",
        discussion: """
            Recordings are measured together, as one sky, by the measuring rule measure/1 (docs/measuring-rule.md). \
            What can't be read is reported on the standard error stream and left out; the status is non-zero only when \
            nothing could be read.
            """)

    @Argument(
        help: ArgumentHelp(
            "Recordings: OpenSky CSV, readsb JSON or JSON lines, SBS-1; plain or gzip.", valueName: "source"))
    var sources: [String]

    @Option(help: ArgumentHelp("Horizontal and vertical minimum. (default: 5NM,1000ft)", valueName: "lengths"))
    var minima: String?

    @Option(help: ArgumentHelp("A track breaks where reports are further apart than this.", valueName: "span"))
    var gap = "15s"

    @Option(help: ArgumentHelp("Losses of a pair at most this far apart are one encounter.", valueName: "span"))
    var merge = "60s"

    @Option(help: ArgumentHelp("text, jsonl, csv or html.", valueName: "format"))
    var format = ReviewFormat.text

    @Flag(help: "Score the predictions instead: how long before each loss it was said, and how often for nothing.")
    var score = false

    @Option(
        help: ArgumentHelp(
            "For the score: how far ahead conflicts are predicted; several with commas. (default: as the rules say)",
            valueName: "spans"))
    var lookahead: String?

    @Option(help: ArgumentHelp("For the score: a rules file; without it, the standard rules.", valueName: "file"))
    var rules: String?

    @Option(help: ArgumentHelp("The file to write; without it, the standard output.", valueName: "file"))
    var output: String?

    func run() throws {
        if score { return try runScore() }
        let request = ReviewRequest(paths: sources, rule: try rule(), wantsTracks: format == .html)
        var progress = ReviewProgress()
        let review = Review.run(request) { progress.show($0, $1) }
        progress.clear()
        complain(of: review)
        guard review.couldRead else { throw ExitCode(1) }
        try write { try review.write(as: format, to: $0) }
    }

    /// Plays the recordings by no rules and by the rules, for each look-ahead, and sets the scores side by side.
    private func runScore() throws {
        let measuring = try rule()
        guard format != .html else { throw ValidationError("a score is written as text, jsonl or csv") }
        var progress = ReviewProgress()
        do {
            let spans: [String?] = lookahead?.split(separator: ",").map(String.init) ?? [nil]
            let planned = try spans.map { try RulesFile.rules(path: rules, minima: self.minima, lookahead: $0) }
            let run = try ScoreRun(paths: sources) { progress.show($0, $1) }
            progress.clear()
            FileHandle.standardError.write(Data(run.failures.map { $0 + "\n" }.joined().utf8))
            var scores: [ScoredRules] = []
            for rules in planned {
                let naive = AlertRules.naive(
                    minima: measuring.minima, lookAheadSeconds: rules.policy.lookAheadSeconds)
                for (rules, name) in [(naive, "without rules"), (rules, self.rules ?? "standard rules")] {
                    scores.append(
                        try run.score(rules, named: name, measuredBy: measuring) { progress.show($0, $1) })
                }
            }
            progress.clear()
            let report = ScoreReport(scores, minima: measuring.minima)
            try write { try report.write(as: format, to: $0) }
        } catch let error as StationError {
            if case .emptyRecording = error {
                FileHandle.standardError.write(Data("\(error)\n".utf8))
                throw ExitCode(1)
            }
            throw ValidationError(error.description)
        } catch let error as RecordingError {
            throw ValidationError(error.description)
        } catch let error as SeparationError {
            throw ValidationError(error.description)
        }
    }

    private func rule() throws -> MeasuringRule {
        do {
            let gap = try TimeSpan(parsing: gap)
            let merge = try TimeSpan(parsing: merge)
            guard (0...86_400).contains(gap.seconds), (0...86_400).contains(merge.seconds) else {
                throw AirspaceError.quantity(text: "\(gap), \(merge)", expected: .twoSpans)
            }
            return MeasuringRule(
                minima: try minima.map { try Minima(parsing: $0) } ?? .enRoute, gapSeconds: gap.seconds,
                mergeSeconds: merge.seconds)
        } catch let error as AirspaceError {
            throw ValidationError(error.description)
        }
    }

    /// Says on the standard error stream what could not be read, and where.
    private func complain(of review: Review) {
        var text = ""
        for source in review.sources {
            if let failure = source.failure { text += "\(failure)\n" }
            for fault in source.faults.prefix(10) { text += "\(fault)\n" }
            if source.faultCount > 10 { text += "\(source.path): \(source.faultCount) faults in all\n" }
        }
        if !review.couldRead { text += "nothing could be read\n" }
        FileHandle.standardError.write(Data(text.utf8))
    }

    /// Writes to a new file beside the old one, which takes its place only when all is written.
    private func write(_ pieces: ((String) throws -> Void) throws -> Void) throws {
        do {
            guard let output else {
                let standardOutput = FileHandle.standardOutput
                return try pieces { try standardOutput.write(contentsOf: Data($0.utf8)) }
            }
            var bytes = Data()
            try pieces { bytes.append(contentsOf: $0.utf8) }
            try bytes.write(to: URL(filePath: output), options: .atomic)
        } catch {
            throw ValidationError("\(output ?? "the standard output") can't be written: \(error.localizedDescription)")
        }
    }
}

extension ReviewFormat: ExpressibleByArgument {}

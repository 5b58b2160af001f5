public import ArgumentParser
import Foundation
import Inquiry
import Record
import Separation
public import Station

/// `parley claim check`: a finding for each proposition of a claim.
struct ClaimCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find for each proposition of a claim whether it is supported, contradicted or not determinable.",
        discussion: """
            From records (--record) the findings rest on what the parties signed; the records are verified first, and one that was \
            tampered with is refused. From recordings (--recording) they rest on what somebody recorded, and weigh less. \
            The format of a claim and what a finding means: docs/claims.md. Exit status 0 whatever was found; 1 when nothing \
            could be checked.

            parley claim check claim.yaml --recording flight.jsonl.gz
            parley claim check claim.yaml --record west east --key WEST+… --key EAST+… --format html -o findings.html
            """)

    @Argument(help: ArgumentHelp("The claim file (YAML).", valueName: "claim")) var claim: String
    @Option(parsing: .upToNextOption, help: ArgumentHelp("Recordings, seen as one sky.", valueName: "file"))
    var recording: [String] = []
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Directories or addresses of records.", valueName: "dir or address"))
    var record: [String] = []
    @Option(help: ArgumentHelp("An index of records, made by `parley claim index`.", valueName: "file")) var index:
        String?
    @Option(
        help: ArgumentHelp(
            "The verifier key of a record, or of the party that wrote it; once for each.", valueName: "vkey"))
    var key: [String] = []
    @Option(help: "text, jsonl or html.") var format = ClaimFormat.text
    @Option(
        help: ArgumentHelp(
            "The most by which an aircraft is taken to turn or speed up between two reports, m/s².", valueName: "number"
        ))
    var acceleration = UncertainTrack.ordinaryAcceleration
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; without it, the standard output.", valueName: "file"))
    var output: String?

    func validate() throws {
        guard [recording.isEmpty, record.isEmpty, index == nil].filter({ !$0 }).count == 1 else {
            throw ValidationError("Give one of --recording, --record and --index.")
        }
        guard (0...200).contains(acceleration) else { throw ValidationError("--acceleration is from 0 to 200 m/s².") }
    }

    func run() async throws {
        do {
            let claim = try Self.claim(at: claim)
            var progress = ReviewProgress()
            let report: ClaimReport
            if let index {
                report = try ClaimCheck.check(claim, index: index, accelerationMetresPerSecondSquared: acceleration) {
                    progress.show($0, $1)
                }
            } else if record.isEmpty {
                report = try ClaimCheck.check(
                    claim, recordings: recording, accelerationMetresPerSecondSquared: acceleration
                ) { progress.show($0, $1) }
            } else {
                let records = try record.map { ClaimRecord(name: $0, source: try RecordTarget.source($0)) }
                report = try await ClaimCheck.check(
                    claim, records: records, keys: try key.map { try VerifierKey($0) },
                    accelerationMetresPerSecondSquared: acceleration
                ) { progress.show($0, $1) }
            }
            progress.clear()
            for fault in report.faults { tell(fault) }
            if case .recordings = report.standing, format == .jsonl {
                tell("from recordings, which nobody signed: these findings weigh less than findings from records")
            }
            try Self.write(report.written(as: format), to: output)
        } catch let error as InquiryError {
            tell("\(error)")
            throw ExitCode.failure
        } catch let error as RecordError {
            tell("\(error)")
            throw ExitCode.failure
        }
    }

    /// The claim in a file.
    static func claim(at path: String) throws -> Claim {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw InquiryError.claim(path: path, line: nil, reason: "can't be read")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw InquiryError.claim(path: path, line: nil, reason: "is not UTF-8")
        }
        do { return try ClaimReader.read(text) } catch {
            if case .claimFaults(let faults) = error, let first = faults.first {
                for fault in faults.dropFirst() {
                    tell("\(InquiryError.claim(path: path, line: fault.line, reason: fault.reason))")
                }
                throw InquiryError.claim(path: path, line: first.line, reason: first.reason)
            }
            throw error
        }
    }

    static func write(_ text: String, to path: String?) throws {
        guard let path else { return parley.output(Array(text.utf8)) }
        do { try Data(text.utf8).write(to: URL(filePath: path), options: .atomic) } catch {
            throw ValidationError("\(path) can't be written: \(error.localizedDescription)")
        }
    }
}

extension ClaimFormat: ExpressibleByArgument {}

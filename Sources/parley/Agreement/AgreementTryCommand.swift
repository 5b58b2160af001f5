import Accord
import ArgumentParser
import Foundation
import Separation
import Station

/// `parley agreement try FILE --recording …`: what each rule of disclosure would have been worth.
struct AgreementTryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: "Replay traffic under an agreement and say what each rule of disclosure is worth.",
        discussion: """
            For each rule: the alarms an hour and the median warning time of the party that is told, who sees its own aircraft in full \
            and the other's as the rule tells them. Without lists of whose aircraft are whose, they are shared out by their identifiers. \
            The status is 1 when a rule has a fault, or no report is inside the agreed area.
            """)

    @Argument(help: ArgumentHelp("The agreement, YAML.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("A recording; several may be given.", valueName: "file"))
    var recording: [String]

    @Option(help: ArgumentHelp("A party's list of its own aircraft, as PARTY=FILE.", valueName: "list"))
    var own: [String] = []

    @Option(help: ArgumentHelp("text or jsonl.", valueName: "format"))
    var format = TrialFormat.text

    enum TrialFormat: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

    func run() throws {
        let agreement = try AgreementFile(path: file).agreement()
        guard !recording.isEmpty else { throw ValidationError("a recording is needed: --recording FILE") }
        var progress = ReviewProgress()
        let trial: AgreementTrial
        do {
            trial = try AgreementTrial(agreement, recordings: recording, split: try split(agreement)) {
                progress.show($0, $1)
            }
        } catch let error as StationError {
            throw ValidationError(error.description)
        } catch let error as SeparationError {
            throw ValidationError(error.description)
        }
        progress.clear()
        FileHandle.standardError.write(Data(trial.failures.map { $0 + "\n" }.joined().utf8))
        print(format == .text ? trial.text : trial.lines, terminator: "")
        if let note = trial.outsideNote {
            if format == .jsonl { FileHandle.standardError.write(Data((note + "\n").utf8)) }
            throw ExitCode(1)
        }
        if trial.outcomes.contains(where: { $0.fault != nil }) { throw ExitCode(1) }
    }

    private func split(_ agreement: Agreement) throws -> TrialSplit? {
        guard !own.isEmpty else { return nil }
        var lists: [String: OwnAircraft] = [:]
        for option in own {
            let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, agreement.party(parts[0]) != nil else {
                throw ValidationError("--own \(option): PARTY=FILE with a party of the agreement is needed")
            }
            let text = String(decoding: try AgreementFile(path: parts[1]).bytes, as: UTF8.self)
            do { lists[parts[0]] = try OwnAircraft(yaml: text) } catch {
                throw ValidationError("\(parts[1]): \(error.description)")
            }
        }
        return .lists(lists)
    }
}

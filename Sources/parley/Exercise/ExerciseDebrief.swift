import Accord
import ArgumentParser
import Exercise
import Record
import Station

/// `parley exercise debrief`: one report of a run, from either side's records or a copy of both.
struct ExerciseDebrief: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "debrief",
        abstract: "Tell what happened in a run, from the records of one side or of both; verify them first.",
        discussion: """
            A record is a directory, where all records below it are meant, or the address at which it is served (parley record serve). Each is \
            verified against the key of its party in the agreement; without an agreement it is consistent at most, and the report says so. A private record, where it is given, brings that side's own tracks; without it \
            only what was shown is measured. Exit status 1 when a record is refused.
            """)

    @Argument(help: ArgumentHelp("The plan.", valueName: "plan.yaml")) var plan: String
    @Option(
        help: ArgumentHelp("A directory of records, or the address of one; once for each.", valueName: "dir-or-address")
    )
    var record: [String]
    @Option(help: ArgumentHelp("The agreement with the parties' keys.", valueName: "agreement.yaml"))
    var agreement: String?
    @Option(help: ArgumentHelp("A party's key, if not by the agreement; once for each.", valueName: "vkey"))
    var key: [String] = []
    @Option(
        name: .customLong("run"), help: ArgumentHelp("Which run; the last one, unless given.", valueName: "run"))
    var wanted: String?
    @Option(help: "text, jsonl or html.") var format = Format.text
    @Option(help: ArgumentHelp("Where to; the standard output, unless given.", valueName: "file")) var output: String?

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl, html }

    func validate() throws {
        if record.isEmpty {
            throw ValidationError("Name a directory of records, or the address of one, with --record.")
        }
    }

    func run() async throws {
        try await exercising {
            let file = try PlanFile(plan, agreement: agreement)
            guard let read = file.plan else {
                throw ExerciseFailure(file.faults.map { "\(plan): \($0)" }.joined(separator: "\n"))
            }
            var keys: [String: VerifierKey] = [:]
            for party in file.agreement?.parties ?? [] { keys[party.identifier] = party.key }
            for text in key {
                let given = try VerifierKey(text)
                keys[given.name] = given
            }
            let records = try await DebriefRecords(record, keys: keys, plan: read)
            // Whoever is told that there is nothing to tell must see which records were refused.
            if !records.isSound { for sentence in records.sentences { tell(sentence) } }
            let debrief = try Debrief(try ExerciseLog(read, entries: records.entries, run: wanted))
            switch format {
            case .html: try deliver(DebriefPage(debrief, records: records.sentences).html, to: output)
            case .jsonl:
                try deliver(debrief.jsonLines.map(\.json).joined(separator: "\n") + "\n", to: output)
                for sentence in records.sentences { tell(sentence) }
            case .text: try deliver(DebriefText(debrief, records: records.sentences).text, to: output)
            }
            if !records.isSound { throw ExitCode.failure }
        }
    }
}

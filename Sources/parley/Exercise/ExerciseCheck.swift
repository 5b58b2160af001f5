import Accord
import ArgumentParser
import Exercise

/// `parley exercise check`: every fault of a plan, by line.
struct ExerciseCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell every fault of a plan by its line; restate it in English and Russian when there is none.",
        discussion: """
            The plan is held against the agreement, by default agreement.yaml beside it. Exit status 0: no fault; 1: faults.
            """)

    @Argument(help: ArgumentHelp("The plan.", valueName: "plan.yaml")) var plan: String
    @Option(help: ArgumentHelp("The agreement to hold it against.", valueName: "agreement.yaml"))
    var agreement: String?
    @Option(help: ArgumentHelp("en, ru or both.", valueName: "language")) var language = RestatementLanguage.both
    @Flag(help: "Only the faults, no restatement.") var quiet = false

    func run() async throws {
        try await exercising {
            let file = try PlanFile(plan, agreement: agreement)
            for fault in file.faults {
                for language in language.languages { announce("\(plan): \(fault.description(in: language))") }
            }
            guard file.faults.isEmpty, let read = file.plan else { throw ExitCode.failure }
            if quiet { return }
            let restatement = PlanRestatement(read)
            announce("\(read.identifier), version \(read.version): no faults. \(file.note ?? "")")
            announce("SHA-256 \(file.sha256)\n")
            output(Array(language.languages.map { restatement.text($0) }.joined(separator: "\n").utf8))
        }
    }
}

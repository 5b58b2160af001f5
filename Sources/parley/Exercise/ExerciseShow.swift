import Accord
import ArgumentParser
import Exercise
import Station

/// `parley exercise show`: the plan as a printed briefing and as kneeboard cards.
struct ExerciseShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print a plan: the briefing with its map, or a card for each crew and ground unit, in both languages."
    )

    @Argument(help: ArgumentHelp("The plan.", valueName: "plan.yaml")) var plan: String
    @Option(help: ArgumentHelp("The agreement to hold it against.", valueName: "agreement.yaml"))
    var agreement: String?
    @Option(help: "text, briefing or kneeboard.") var format = Format.text
    @Option(help: ArgumentHelp("Where to; the standard output, unless given.", valueName: "file")) var output: String?

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, briefing, kneeboard }

    func run() async throws {
        try await exercising {
            let file = try PlanFile(plan, agreement: agreement)
            guard let read = file.plan else {
                throw ExerciseFailure(file.faults.map { "\(plan): \($0)" }.joined(separator: "\n"))
            }
            switch format {
            case .text:
                let restatement = PlanRestatement(read)
                try deliver(restatement.text(.english) + "\n" + restatement.text(.russian), to: output)
            case .briefing:
                try deliver(BriefingPage(read, sha256: file.sha256, faults: file.faults).html, to: output)
            case .kneeboard:
                // A card in a cockpit is taken for true: none is printed of a plan with faults.
                try deliver(KneeboardPage(try file.flyable()).html, to: output)
            }
        }
    }
}

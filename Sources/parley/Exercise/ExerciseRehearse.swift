import Accord
import ArgumentParser
import Exercise
import Station

/// `parley exercise rehearse`: flies a plan many times, with the errors that people and machines make.
struct ExerciseRehearse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse",
        abstract: "Fly a plan many times with errors, and tell the chance of going under the minimum, where and why.",
        discussion: """
            Bank-limited turns, accelerations, climb, wind, navigation error, reaction times, a crew on a wrong heading: docs/exercise.md \
            has the model. The same plan, runs and seed give the same numbers everywhere. Each run that goes under the minimum is \
            flown again without one error after the other, to find the one that made it happen.
            """)

    @Argument(help: ArgumentHelp("The plan.", valueName: "plan.yaml")) var plan: String
    @Option(help: ArgumentHelp("The agreement to hold it against.", valueName: "agreement.yaml"))
    var agreement: String?
    @Option(help: "How many runs, 1 to 1000000.") var runs = 10_000
    @Option(help: "What chance is drawn from.") var seed: UInt64 = 1
    @Option(
        help: ArgumentHelp("The risk that a buffer is searched for, such as 0.001; 0: no search.", valueName: "part"))
    var risk = 0.001
    @Option(help: "text, jsonl or html.") var format = Format.text
    @Option(help: "The language of the text: en or ru.") var language = AccordLanguage.english
    @Option(help: ArgumentHelp("Where to; the standard output, unless given.", valueName: "file")) var output: String?

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl, html }

    func validate() throws {
        if !(1...Rehearsal.greatestRuns).contains(runs) {
            throw ValidationError("--runs takes 1 to \(Rehearsal.greatestRuns).")
        }
        if !(0..<1).contains(risk) { throw ValidationError("--risk is a part, 0 to 1, such as 0.001.") }
    }

    func run() async throws {
        try await exercising {
            let read = try PlanFile(plan, agreement: agreement).flyable()
            let rehearsal = try Rehearsal(try RehearsalScenario(read), seed: seed)
            let clock = ContinuousClock()
            var flown: [Rehearsal.Approach] = []
            var unwatched: [Rehearsal.Approach] = []
            let took = clock.measure {
                flown = rehearsal.fly(0..<runs, watch: rehearsal.scenario.watch)
                unwatched = rehearsal.fly(0..<runs, watch: nil)
            }
            let result = rehearsal.result(of: flown, unwatched: unwatched)
            let search = risk > 0 ? BufferSearch(rehearsal, unwatched: unwatched, risk: risk) : nil
            let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) * 1e-18
            let report = RehearsalReport(read, result, search: search, seconds: format == .text ? seconds : nil)
            switch format {
            case .text: try deliver(report.text(language), to: output)
            case .jsonl: try deliver(report.json + "\n", to: output)
            case .html: try deliver(report.html, to: output)
            }
        }
    }
}

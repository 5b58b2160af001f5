import ArgumentParser
import Foundation
import Station

/// `parley exercise propose`: puts a plan forward to its other parties.
struct ExercisePropose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose", abstract: "Put a plan forward to its other parties.",
        discussion: """
            Check and rehearse it first. The station must run, and the agreement that the plan names must be in force; a plan with \
            faults is refused with all of them.
            """)

    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("The plan.", valueName: "plan.yaml"))
    var plan: String

    @Option(help: "A word to go with it.")
    var note: String?

    func run() async throws {
        try await explained("exercise propose") {
            struct Answer: Decodable { var sha256: String }
            let text: String
            do { text = try String(contentsOfFile: plan, encoding: .utf8) } catch {
                throw StationError.option(
                    name: "PLAN", reason: "\(plan) can't be read as UTF-8: \(error.localizedDescription)")
            }
            let answer = try await acting.station.send(
                "POST", "/api/exercises", try jsonBody(["document": text, "note": note]))
            let made = try JSONDecoder().decode(Answer.self, from: Data(answer))
            announce(
                "Put forward as sha256 \(made.sha256). It can be flown once every party has signed exactly these bytes."
            )
        }
    }
}

import ArgumentParser
import Foundation
import Station

/// What all commands that answer a claim are given.
struct ClaimAnswerOptions: ParsableArguments {
    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("The claim file (YAML).", valueName: "claim"))
    var claim: String

    @Option(help: ArgumentHelp("One proposition alone, by its id.", valueName: "id"))
    var proposition: String?

    @Option(help: ArgumentHelp("Under which agreement, if several hold.", valueName: "id"))
    var agreement: String?

    /// Says it for the party, signed and shared.
    func say(_ answer: String, as command: String) async throws {
        try await explained(command) {
            struct Made: Decodable { var sha256: String }
            let text: String
            do { text = try String(contentsOfFile: claim, encoding: .utf8) } catch {
                throw StationError.option(
                    name: "CLAIM", reason: "\(claim) can't be read as UTF-8: \(error.localizedDescription)")
            }
            let body = try jsonBody([
                "document": text, "answer": answer, "proposition": proposition, "agreement": agreement,
            ])
            let made = try JSONDecoder().decode(
                Made.self, from: Data(try await acting.station.send("POST", "/api/claims", body)))
            announce(
                "On record: \(answer)\(proposition.map { ", proposition \($0)" } ?? ""), claim sha256 \(made.sha256).")
        }
    }
}

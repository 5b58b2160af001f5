import ArgumentParser
import Foundation
import Station

/// `parley agreement propose`: puts a document forward to its other parties.
struct AgreementPropose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose", abstract: "Put an agreement forward to its other parties.",
        discussion:
            "Check it first with parley agreement check. The station must run, and the other parties must be its peers."
    )

    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("The agreement, YAML.", valueName: "file"))
    var file: String

    @Option(help: "A word to go with it.")
    var note: String?

    func run() async throws {
        try await explained("agreement propose") {
            _ = try await proposeAgreement(file, counters: nil, note: note, as: acting)
        }
    }
}

/// Puts the document of a file forward, says under which hash, and returns that.
func proposeAgreement(
    _ file: String, counters: String?, note: String?, as acting: ActingOperator
) async throws -> String {
    struct Answer: Decodable { var sha256: String }
    let text: String
    do { text = try String(contentsOfFile: file, encoding: .utf8) } catch {
        throw StationError.option(name: "FILE", reason: "\(file) can't be read as UTF-8: \(error.localizedDescription)")
    }
    let body = try jsonBody(["document": text, "counters": counters, "note": note])
    let answer = try await acting.station.send("POST", "/api/agreements", body)
    let made = try JSONDecoder().decode(Answer.self, from: Data(answer))
    announce("Put forward as sha256 \(made.sha256). It holds once every party has signed exactly these bytes.")
    return made.sha256
}

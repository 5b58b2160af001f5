import ArgumentParser
import Station

/// `parley agreement end`: ends an agreement for good.
struct AgreementEnd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "End an agreement for good; its records stay.",
        discussion:
            "The agreement says how long before a party announces it. An agreement that has ended is not resumed.")

    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("The agreement.", valueName: "id"))
    var identifier: String

    @Option(help: "Why. Every party reads it, and it stays on the record.")
    var reason: String

    func run() async throws {
        try await explained("agreement end") {
            try await acting.station.send(
                "POST", "/api/agreements/\(addressPart(identifier))/end", try jsonBody(["reason": reason]))
            announce(try await AgreementView.fetch(identifier, from: acting.station).summary)
        }
    }
}

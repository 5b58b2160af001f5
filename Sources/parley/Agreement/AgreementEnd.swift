import ArgumentParser
import Station

/// `parley agreement end`: ends an agreement for good.
struct AgreementEnd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "End an agreement for good; its records stay.",
        discussion: """
            A planner or an administrator may. It goes on until the notice that it asks for is over, or until all its parties have said \
            that they end it; a party that can't wait suspends it. An agreement that has ended is not resumed.

              parley agreement end SEINE-1 --reason "replaced by SEINE-2" --as "Col West" --data DIR
            """)

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

import ArgumentParser
import Station

/// `parley agreement suspend`: this party's own right, at once.
struct AgreementSuspend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend", abstract: "Suspend an agreement, at once; what it names as still owed goes on.",
        discussion: """
            A planner or an administrator may: it is this party's own right, and only this party can take it back \
            (parley agreement resume). Distress is told even then.

            parley agreement suspend SEINE-1 --reason "intrusion into zone NORTH" --as "Col West" --data DIR
            """)

    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("The agreement.", valueName: "id"))
    var identifier: String

    @Option(help: "Why. Every party reads it, and it stays on the record.")
    var reason: String

    func run() async throws {
        try await explained("agreement suspend") {
            try await acting.station.send(
                "POST", "/api/agreements/\(addressPart(identifier))/suspend", try jsonBody(["reason": reason]))
            announce(try await AgreementView.fetch(identifier, from: acting.station).summary)
        }
    }
}

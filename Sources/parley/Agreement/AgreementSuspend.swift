import ArgumentParser
import Station

/// `parley agreement suspend`: this party's own right, at once.
struct AgreementSuspend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend", abstract: "Suspend an agreement, at once; what it names as still owed goes on.")

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

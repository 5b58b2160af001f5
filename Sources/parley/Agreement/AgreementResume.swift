import ArgumentParser
import Station

/// `parley agreement resume`: takes this party's suspension back.
struct AgreementResume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Take back this party's suspension of an agreement.",
        discussion: "A planner or an administrator may. What another party has suspended, that party alone resumes.")

    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("The agreement.", valueName: "id"))
    var identifier: String

    func run() async throws {
        try await explained("agreement resume") {
            try await acting.station.send("POST", "/api/agreements/\(addressPart(identifier))/resume", jsonBody([:]))
            announce(try await AgreementView.fetch(identifier, from: acting.station).summary)
        }
    }
}

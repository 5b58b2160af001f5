import ArgumentParser
import Foundation
import Station

/// `parley agreement sign`: signs a version for this party.
struct AgreementSign: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign", abstract: "Sign a version for this party, as a planner or administrator.",
        discussion:
            "The whole is said in both languages first, with what is worth a second thought. What is signed are the bytes, by the party's identity key."
    )

    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("The agreement.", valueName: "id"))
    var identifier: String

    @Option(
        help: ArgumentHelp(
            "The version's hash, or its first digits; with --yes needed when several are open.", valueName: "hash"))
    var sha256: String?

    @Flag(help: "Sign without being asked again.")
    var yes = false

    func run() async throws {
        try await explained("agreement sign") {
            let view = try await AgreementView.fetch(identifier, from: acting.station)
            let version = try view.open(sha256, isUnasked: yes)
            let document = try await AgreementText.fetch(version.sha256, of: identifier, from: acting.station)
            announce(document.wholeText)
            if !document.cautions.isEmpty {
                FileHandle.standardError.write(Data((document.cautionsText + "\n").utf8))
            }
            if !yes {
                FileHandle.standardError.write(
                    Data("Sign version \(version.version) of \(identifier)? Type its name: ".utf8))
                guard readLine() == identifier else {
                    throw StationError.option(name: "sign", reason: "nothing was signed")
                }
            }
            try await acting.station.send(
                "POST", "/api/agreements/\(addressPart(identifier))/sign", try jsonBody(["sha256": version.sha256]))
            announce("Signed: \(identifier) version \(version.version), sha256 \(version.sha256).")
        }
    }
}

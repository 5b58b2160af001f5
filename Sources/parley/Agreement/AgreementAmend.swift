import ArgumentParser
import Foundation
import Station

/// `parley agreement amend`: puts forward a new version of what is in force.
struct AgreementAmend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend", abstract: "Put forward a new version of the agreement in force; all sign it again.",
        discussion: "Until all have signed, the version in force goes on.")

    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("The agreement in force.", valueName: "id"))
    var identifier: String

    @Argument(help: ArgumentHelp("The new version, YAML, with a higher version number.", valueName: "file"))
    var file: String

    @Option(help: "A word to go with it.")
    var note: String?

    func run() async throws {
        try await explained("agreement amend") {
            let view = try await AgreementView.fetch(identifier, from: acting.station)
            guard view.version != nil else {
                throw StationError.option(
                    name: "ID", reason: "no version of \(identifier) is in force; use parley agreement propose")
            }
            _ = try await proposeAgreement(file, counters: nil, note: note, as: acting)
        }
    }
}

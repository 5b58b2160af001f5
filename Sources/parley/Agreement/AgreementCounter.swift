import ArgumentParser
import Foundation
import Station

/// `parley agreement counter`: answers a proposal with another document.
struct AgreementCounter: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "counter",
        abstract: "Answer a proposal with another version, and show what is other, clause by clause.",
        discussion: """
            Take the other side's document, change it, and send it back:

            parley agreement show SEINE-1 --document --as "Col East" --data DIR > seine.yaml
            parley agreement counter SEINE-1 seine.yaml --note "3 NM in zone NORTH" --as "Col East" --data DIR
            """)

    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("The agreement that was put forward.", valueName: "id"))
    var identifier: String

    @Argument(help: ArgumentHelp("The other version, YAML.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The proposal that it answers; the newest, if there is no choice.", valueName: "hash"))
    var sha256: String?

    @Option(help: "A word to go with it.")
    var note: String?

    func run() async throws {
        try await explained("agreement counter") {
            let view = try await AgreementView.fetch(identifier, from: acting.station)
            let answered = try view.open(sha256)
            let made = try await proposeAgreement(file, counters: answered.sha256, note: note, as: acting)
            let document = try await AgreementText.fetch(made, of: identifier, from: acting.station)
            announce(document.differencesText)
        }
    }
}

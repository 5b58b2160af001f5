import ArgumentParser
import Foundation
import Station

/// `parley agreement show`: where the agreements stand.
struct AgreementShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show where the agreements stand, and what one of them says in both languages.",
        discussion: """
            Without a name all are listed. With one it says who has put forward, signed, suspended or ended it, the meetings that are on \
            record, and every clause in English and in Russian.
            """)

    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("An agreement; without it all are listed.", valueName: "id"))
    var identifier: String?

    @Option(help: ArgumentHelp("A version's hash; the one in force, else the newest.", valueName: "hash"))
    var sha256: String?

    @Flag(help: "The document itself instead of what it says.")
    var document = false

    func run() async throws {
        try await explained("agreement show") {
            guard let identifier else {
                for view in try await AgreementView.all(from: acting.station) { announce(view.summary) }
                return
            }
            let view = try await AgreementView.fetch(identifier, from: acting.station)
            guard let hash = sha256 ?? view.sha256 ?? view.open.first?.sha256 else { return announce(view.summary) }
            let text = try await AgreementText.fetch(hash, of: identifier, from: acting.station)
            if document { return print(text.document, terminator: "") }
            announce(view.summary)
            if !view.meetings.isEmpty { announce(view.meetingsText) }
            announce(text.wholeText)
        }
    }
}

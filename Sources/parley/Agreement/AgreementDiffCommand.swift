import Accord
import ArgumentParser

/// `parley agreement diff A B`: what changed, clause by clause.
struct AgreementDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what changed between two versions of an agreement, clause by clause.",
        discussion: "The status is 0 when nothing changed, and 1 when something did.")

    @Argument(help: ArgumentHelp("The old version.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The new version.", valueName: "new"))
    var new: String

    @Option(help: ArgumentHelp("en, ru or both.", valueName: "language"))
    var language = RestatementLanguage.both

    func run() throws {
        let (before, after) = (try AgreementFile(path: old), try AgreementFile(path: new))
        let difference = AgreementDifference(from: try before.agreement(), to: try after.agreement())
        print(language.languages.map { difference.text(in: $0) }.joined(separator: "\n"), terminator: "")
        if difference.changes.isEmpty, before.bytes != after.bytes {
            print("The bytes differ all the same: in comments, in order, or in how values are written.")
        }
        if !difference.changes.isEmpty { throw ExitCode(1) }
    }
}

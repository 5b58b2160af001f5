import ArgumentParser
import Phraseology

/// `parley line sheet`: the numbered form for the telephone.
struct LineSheet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Print a numbered form with check words, for the day when only a telephone works.",
        discussion: """
            parley line sheet "TI.TRAFFIC clock=11 dist=5NM" "COORD.DISTANCE dist=3NM"

            Each message is printed in two languages as it is said, with a check word that both sides compute from what \
            they understood. Without messages the blank form is printed: every element that may cross the line.
            """)

    @Argument(help: ArgumentHelp("Messages, “CODE name=value …; CODE …” each.", valueName: "message"))
    var messages: [String] = []

    @Option(help: "The first language.")
    var first = "en"

    @Option(help: "The second language.")
    var second = "ru"

    func run() throws {
        try checkingLine {
            let sheet = TelephoneSheet(try LanguageTable.named(first), try LanguageTable.named(second))
            if messages.isEmpty {
                print(try sheet.blank(), terminator: "")
            } else {
                print(try sheet.text(messages.map { try LineMessage(parsing: $0) }), terminator: "")
            }
        }
    }
}

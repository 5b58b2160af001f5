import ArgumentParser
import Phraseology

/// How `parley line parse` answers.
enum LineParseFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

/// `parley line parse`: words to a coded message.
struct LineParse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Understand what was said or typed.",
        discussion: """
            parley line parse "TRAFFIC ELEVEN O'CLOCK FIVE MILES OPPOSITE DIRECTION" --format json

            The status is 1 when something is unclear; what, is said. With “-” for the text, lines are read from the \
            standard input, one call each. With --against the words are taken as the read-back of that message, and the \
            status is 1 where they differ.
            """)

    @Argument(help: "What was said or typed; - for lines of the standard input.")
    var text: [String]

    @Option(help: "The language, by its code; without it, found out from the words.")
    var language: String?

    @Option(help: "text or json.")
    var format = LineParseFormat.text

    @Option(
        help: ArgumentHelp("The message that was to be read back, “CODE name=value …; CODE …”.", valueName: "message"))
    var against: String?

    func run() throws {
        let table = try checkingLine { try language.map { try LanguageTable.named($0) } }
        if let against {
            try compare(with: try checkingLine { try LineMessage(parsing: against) }, table)
            return
        }
        var isAllUnderstood = true
        if text == ["-"] {
            while let line = readLine() {
                guard line.contains(where: { !$0.isWhitespace }) else { continue }
                isAllUnderstood = show(line, table) && isAllUnderstood
            }
        } else {
            isAllUnderstood = show(text.joined(separator: " "), table)
        }
        if !isAllUnderstood { throw ExitCode(1) }
    }

    private func show(_ words: String, _ table: LanguageTable?) -> Bool {
        let understanding =
            table.map { MessageParser($0, mode: .transcript).parse(words) }
            ?? MessageParser.parse(words, mode: .transcript)
        switch format {
        case .json: print(understanding.json)
        case .text:
            for elements in understanding.interpretations {
                print(elements.map(\.canonicalText).joined(separator: "; "))
            }
            for reason in understanding.unclear { complainLine("unclear: \(reason)") }
        }
        return understanding.isUnderstood
    }

    private func compare(with message: LineMessage, _ table: LanguageTable?) throws {
        let readBack = ReadBack(of: message, heard: text.joined(separator: " "), in: table)
        switch readBack.outcome {
        case .matches:
            print("READBACK CORRECT")
            return
        case .notUnderstood(let reasons):
            for reason in reasons { complainLine("unclear: \(reason)") }
        case .differs(let differences):
            for difference in differences {
                for table in [LanguageTable.english, .russian] {
                    let words = difference.words(in: table)
                    print("\(table.code)  sent: \(words.sent)  heard: \(words.heard)")
                }
            }
        }
        if let proposal = readBack.proposal { print("propose: \(proposal.canonicalText)") }
        throw ExitCode(1)
    }
}

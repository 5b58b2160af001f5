import ArgumentParser
import Phraseology

/// `parley line enter`: what was heard, as what it is.
struct LineEnter: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enter",
        abstract: "Enter a radio call that was heard, or what was said by telephone from the sheet.",
        discussion: """
            parley line enter --data DIR --as Harris --to east --channel 130.000 --by "VIPER 11" --time 09:24:05 \
            --say "LEFT HEADING 180"
            parley line enter --data DIR --as Harris --to east --channel telephone --by Petrova --time 09:31 \
            --number 47 --check "KILO TANGO" hdg=270 dir=right

            Words are understood as parley line parse does. A number of the sheet stands for its code; the check word \
            must be the one that belongs to what was taken down, or nothing is entered. What comes from the sheet is \
            marked as entered late.
            """)

    @OptionGroup var line: LineStation

    @Argument(
        help: ArgumentHelp("The message, CODE name=value …, or the values of a numbered one.", valueName: "message"))
    var message: [String] = []

    @Option(help: ArgumentHelp("The frequency or telephone.", valueName: "channel"))
    var channel: String

    @Option(name: .customLong("by"), help: ArgumentHelp("Who said it.", valueName: "name"))
    var caller: String

    @Option(help: ArgumentHelp("When, UTC: 09:24:05, or with its date.", valueName: "time"))
    var time: String

    @Option(help: ArgumentHelp("The words that were said, in either language.", valueName: "words"))
    var say: String?

    @Option(help: ArgumentHelp("The number on the blank sheet.", valueName: "number"))
    var number: Int?

    @Option(help: ArgumentHelp("The check word that was said with it.", valueName: "words"))
    var check: String?

    @Option(help: ArgumentHelp("The call that it answers, by its identifier.", valueName: "identifier"))
    var answers: String?

    @Flag(help: "Entered long after it was said.")
    var late = false

    func validate() throws {
        if number != nil, check == nil {
            throw ValidationError("a number of the sheet comes with its check word: --check")
        }
        if say != nil, !message.isEmpty || number != nil { throw ValidationError("give words or a code, not both") }
        if say == nil, message.isEmpty, number == nil { throw ValidationError("say what was heard: --say, or a code") }
    }

    func run() async throws {
        let coded = try say.map(Self.understood) ?? message.joined(separator: " ")
        var body: [String: Any] = ["heard": ["channel": channel, "by": caller, "time": time]]
        if number == nil { try LineWriting.show(coded, nil, to: .crew) }
        if !coded.isEmpty { body["message"] = coded }
        if let number { body["number"] = number }
        if let check { body["check"] = check }
        if let answers { body["answers"] = answers }
        if late || number != nil { body["late"] = true }
        print(try LineStation.field("message", of: try await line.act("messages", body)))
    }

    private static func understood(_ words: String) throws -> String {
        let understanding = MessageParser.parse(words, mode: .transcript)
        guard let elements = understanding.elements else {
            throw ValidationError("not understood: \(understanding.unclear.joined(separator: "; "))")
        }
        return elements.map(\.canonicalText).joined(separator: "; ")
    }
}

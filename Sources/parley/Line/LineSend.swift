import ArgumentParser
import Phraseology

/// `parley line send`: a message to the peer.
struct LineSend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Send a coded message to the other party's watch officer.",
        discussion: """
            parley line send --data DIR --as Harris --to east TI.TRAFFIC clock=11 dist=5NM dir=opposite level=FL350

            Both languages are shown before it is sent. Several elements are parted by “;” (in quotation marks for the \
            shell). Its identifier is printed when it is durable; how far it has come is in parley line log.
            """)

    @OptionGroup var line: LineStation

    @Argument(help: ArgumentHelp("The message, CODE name=value …; CODE …", valueName: "message"))
    var message: [String] = []

    @Option(help: ArgumentHelp("Free text: shown as it is written, marked as untranslated.", valueName: "text"))
    var text: String?

    func run() async throws {
        try await LineWriting.send(line, message: message, text: text, answers: nil)
    }
}

/// `parley line reply`: an answer to a message of the peer.
struct LineReply: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reply",
        abstract: "Answer a message: RSP.WILCO, a read-back, or what else its reply set has.",
        discussion: """
            parley line reply --data DIR --as Petrova --to west --message WEST-1103-7 "RSP.WILCO; MAN.TURN_HDG dir=right hdg=270"

            WILCO of a station means that it was passed to the crew. ROGER never closes what asks for action.
            """)

    @OptionGroup var line: LineStation

    @Option(help: ArgumentHelp("The message that is answered, by its identifier.", valueName: "identifier"))
    var message: String

    @Argument(help: ArgumentHelp("The answer, CODE name=value …; CODE …", valueName: "answer"))
    var answer: [String] = []

    @Option(help: ArgumentHelp("Free text: shown as it is written, marked as untranslated.", valueName: "text"))
    var text: String?

    func run() async throws {
        try await LineWriting.send(line, message: answer, text: text, answers: message)
    }
}

/// What sending and answering share.
enum LineWriting {
    /// Shows the words in both languages, sends, and prints the identifier.
    static func send(_ line: LineStation, message: [String], text: String?, answers: String?) async throws {
        let coded = message.joined(separator: " ")
        try show(coded, text)
        var body: [String: Any] = [:]
        if !coded.isEmpty { body["message"] = coded }
        if let text { body["text"] = text }
        if let answers { body["answers"] = answers }
        let answer = try await line.act("messages", body)
        print(try LineStation.field("message", of: answer))
    }

    /// Both languages, to the standard error stream: the standard output has the identifier alone.
    static func show(_ coded: String, _ text: String?, to audience: Audience = .station) throws {
        try checkingLine {
            let elements = coded.isEmpty ? [] : try LineMessage(parsing: coded).elements
            let message = try LineMessage(elements, freeText: text)
            if audience == .station { try message.checkBetweenStations() }
            for table in [LanguageTable.english, .russian] {
                complainLine("\(table.code)  \(try Renderer(table, audience: audience).text(message))")
            }
        }
    }
}

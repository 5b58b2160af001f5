import ArgumentParser
import Foundation
import Station

/// `parley line read`: what was not read yet, in one language with the other beneath; it is read by being printed.
struct LineRead: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Print the messages that nobody has read, and sign that they were read.",
        discussion: """
            parley line read --data DIR --as Petrova --to west --language ru

            With --keep they are printed and stay unread. With --all every message of the watch is printed.
            """)

    @OptionGroup var line: LineStation

    @Option(help: "The language that comes first: en or ru.")
    var language = "en"

    @Flag(help: "Print only: they stay unread.")
    var keep = false

    @Flag(help: "Every message of the watch, of both sides.")
    var all = false

    private struct Words: Decodable {
        var en: String?
        var ru: String?
    }

    private struct Times: Decodable {
        var sent: Double?
        var read: Double?
    }

    private struct Person: Decodable { var name: String }

    private struct Message: Decodable {
        var id: String
        var side: String
        var by: Person
        var coded: String
        var words: Words
        var text: String?
        var answers: String?
        var times: Times
        var open: Bool
        var replySet: [String]
    }

    private struct Head: Decodable { var peer: String }

    private struct Line: Decodable {
        var line: Head
        var messages: [Message]
    }

    private struct Lines: Decodable { var lines: [Line] }

    func run() async throws {
        let answer = try await line.acting.station.get("/api/line")
        let lines = try JSONDecoder().decode(Lines.self, from: Data(answer)).lines
        guard let found = lines.first(where: { $0.line.peer.uppercased() == line.peer }) else {
            throw ValidationError("there is no line to \(line.peer)")
        }
        let unread = found.messages.filter { $0.side == "theirs" && $0.times.read == nil }
        for message in all ? found.messages : unread { show(message) }
        guard !keep else { return }
        for message in unread {
            try await line.act("messages/\(LineStation.escaped(message.id))/read", [:])
        }
    }

    private func show(_ message: Message) {
        let time = message.times.sent.map { Self.clock($0) } ?? "--:--:--"
        let direction = message.side == "theirs" ? "from \(line.peer)" : "to \(line.peer)"
        let answers = message.answers.map { "  answers \($0)" } ?? ""
        announce("\(time)  \(direction)  \(message.by.name)  \(message.id)\(answers)")
        let both = [("en", message.words.en), ("ru", message.words.ru)]
        for (code, words) in both.sorted(by: { $0.0 == language && $1.0 != language }) {
            if let words { announce("    \(code)  \(words)") }
        }
        if let text = message.text { announce("    untranslated: “\(text)”") }
        if !message.coded.isEmpty { announce("    \(message.coded)") }
        if message.open, message.side == "theirs" {
            announce("    answer with: \(message.replySet.joined(separator: ", "))")
        }
    }

    private static func clock(_ seconds: Double) -> String {
        let second = Int(seconds.rounded(.down)) % 86_400
        return String(format: "%02d:%02d:%02dZ", second / 3_600, second / 60 % 60, second % 60)
    }
}

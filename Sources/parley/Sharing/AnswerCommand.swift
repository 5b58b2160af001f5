import Airspace
import ArgumentParser
import Foundation
import Station

/// `parley answer`: what a person says to “Is this yours?”
struct AnswerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Answer a party that asks “is this yours?”, as a watch officer.",
        discussion: """
            Without a question it lists those that wait for a person, why each does, and which of our own aircraft may be meant; that list \
            stays in this station. Then say one of three things, which is signed and can't be taken back:

              ours         it is one of ours
              not-known    this station does not know it
              no-comment   nothing is said; always allowed

            An answer is not an identification, and never grounds for engagement. An example:

              parley answer --data DIR --as NAME
              parley answer --data DIR --as NAME q-3f0a12c4d5e6 not-known
            """)

    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("The question; without it those that wait are listed.", valueName: "question"))
    var question: String?

    @Argument(help: ArgumentHelp("ours, not-known or no-comment.", valueName: "answer"))
    var answer: Answer?

    @Option(
        help: ArgumentHelp("Who asks, where two parties use the same name for a question.", valueName: "party"),
        transform: { $0.uppercased() })
    var from: String?

    enum Answer: String, ExpressibleByArgument, CaseIterable {
        case ours
        case notKnown = "not-known"
        case noComment = "no-comment"
    }

    func validate() throws {
        guard question != nil, answer == nil else { return }
        throw ValidationError("say ours, not-known or no-comment after the question")
    }

    func run() async throws {
        try await explained("answer") {
            let waiting = try await OpenQuestion.waiting(at: acting.station)
            guard let question, let answer else {
                for one in waiting { print(one.text) }
                if waiting.isEmpty { announce("No question waits for a person.") }
                return
            }
            let found = waiting.filter { $0.question == question && (from == nil || $0.peer == from) }
            guard let one = found.first else {
                throw StationError.option(
                    name: "QUESTION",
                    reason: "no question “\(question)” waits for a person; parley answer lists those that do")
            }
            guard found.count == 1 else {
                throw StationError.option(
                    name: "--from", reason: "choose one of \(found.map(\.peer).joined(separator: ", "))")
            }
            let path = [one.peer, one.agreement, one.question].map(addressPart).joined(separator: "/")
            try await acting.station.send(
                "POST", "/api/questions/\(path)/answer", try jsonBody(["answer": answer.rawValue]))
            announce("Answered \(one.peer): \(answer.rawValue).")
        }
    }
}

/// A question of another party that waits for a person, as the station says it.
private struct OpenQuestion: Decodable {
    var peer: String
    var agreement: String
    var question: String
    var ours: Bool
    var lat: Double
    var lon: Double
    var levelFt: Double?
    var time: Double
    var received: Double?
    var late: Bool
    var waits: String?
    var candidates: [String]
    var answer: String?

    /// Those that wait, the oldest first.
    static func waiting(at station: ControlClient) async throws -> [OpenQuestion] {
        struct All: Decodable { var questions: [OpenQuestion] }
        let answer = try await station.get("/api/questions")
        return try JSONDecoder().decode(All.self, from: Data(answer)).questions
            .filter { !$0.ours && $0.waits != nil && $0.answer == nil }.reversed()
    }

    /// A few lines for the person who answers.
    var text: String {
        let level = levelFt.map { String(format: "%.0f ft", $0) } ?? "no level"
        var lines = [
            "\(question)\t\(peer)\t\(String(format: "%.4f %.4f", lat, lon)), \(level), \(UTCTime.string(unixSeconds: time))"
        ]
        if late, let received { lines.append("  late, received \(UTCTime.string(unixSeconds: received))") }
        lines.append("  a person is to answer: \(waits.map(Self.reason) ?? "")")
        lines.append("  of ours there may be meant: \(whoMayBeMeant)")
        return lines.joined(separator: "\n")
    }

    /// Where the station can't look, nobody found is not nobody there.
    private var whoMayBeMeant: String {
        if !candidates.isEmpty { return candidates.joined(separator: ", ") }
        return ["out-of-time", "silent", "no-agreement"].contains(waits) ? "not known" : "none is near"
    }

    private static func reason(_ name: String) -> String {
        switch name {
        case "agreed": "the agreement has every question answered by a person"
        case "several": "several of ours may be the one"
        case "unclear": "one of ours is near, and its level or time does not tell"
        case "out-of-time": "it is about a time that the station can't look up"
        case "silent": "our own receivers delivered nothing for that time"
        case "not-written": "the automatic answer could not be written"
        case "no-agreement": "no agreement held when it came"
        default: name
        }
    }
}

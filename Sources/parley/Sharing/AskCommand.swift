import ArgumentParser
import Foundation
import Station

/// `parley ask`: “Is this yours?”
struct AskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Ask a party whether a track is its own.",
        discussion: """
            Only a position, a level and a time are told. Aircraft of our own picture that it may be are shown before. The answer \
            is “ours”, “not known” or “no comment”; it is not an identification, and never grounds for engagement.

            parley ask --to EAST --track 4ca123 --as Walker --data DIR
            """)

    @OptionGroup var acting: ActingOperator

    @Option(help: ArgumentHelp("The party.", valueName: "party"), transform: { $0.uppercased() })
    var to: String

    @Option(help: ArgumentHelp("The track, by its identifier in the picture.", valueName: "id"))
    var track: String

    @Option(help: ArgumentHelp("How long to wait for the answer.", valueName: "seconds"))
    var wait = 30.0

    @Flag(help: "Only show what it may be, and ask nobody.")
    var candidates = false

    private struct Candidates: Decodable {
        struct Candidate: Decodable {
            var id: String
            var callsign: String?
            var horizontalMetres: Double
            var verticalFeet: Double?
        }
        var candidates: [Candidate]
    }
    private struct Asked: Decodable { var question: String }
    private struct Questions: Decodable {
        struct Question: Decodable {
            var question: String
            var peer: String
            var ours: Bool
            var answer: String?
            var automatic: Bool?
            var notice: String?
        }
        var questions: [Question]
    }

    func run() async throws {
        try await explained("ask") {
            let station = acting.station
            let near = try JSONDecoder().decode(
                Candidates.self,
                from: Data(try await station.get("/api/questions/candidates?track=\(addressPart(track))")))
            for one in near.candidates {
                let nm = String(format: "%.1f NM", one.horizontalMetres / 1_852)
                let feet = one.verticalFeet.map { String(format: ", %.0f ft", $0) } ?? ""
                announce("It may be \(one.callsign ?? one.id) (\(one.id)): \(nm)\(feet) off.")
            }
            if near.candidates.isEmpty { announce("Our own picture knows nothing that it may be.") }
            if candidates { return }
            let asked = try JSONDecoder().decode(
                Asked.self,
                from: Data(try await station.send("POST", "/api/questions", jsonBody(["to": to, "track": track]))))
            announce("Asked \(to): question \(asked.question).")
            let end = Date().addingTimeInterval(min(max(wait, 0), 3_600))
            while Date() < end {
                let all = try JSONDecoder().decode(Questions.self, from: Data(try await station.get("/api/questions")))
                if let mine = all.questions.first(where: { $0.question == asked.question && $0.ours && $0.peer == to }),
                    let answer = mine.answer
                {
                    announce(answer)
                    announce("\(mine.automatic == true ? "Automatic" : "By a person"); \(mine.notice ?? "").")
                    return
                }
                try await Task.sleep(for: .milliseconds(200))
            }
            throw StationError.option(name: "--wait", reason: "no answer within \(wait) s; it stays open on the page")
        }
    }
}

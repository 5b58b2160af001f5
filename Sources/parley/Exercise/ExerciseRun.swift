import Airspace
import ArgumentParser
import Foundation
import Station

/// `parley exercise run`: begins a run at this station and follows it to its end.
struct ExerciseRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Begin a run of a signed plan, and follow it; the other stations follow by themselves.",
        discussion: """
            Every party must have signed the plan, and the agreement must be in force; unless it is simulated, the zone must be active now. Flights come from the \
            sources that the station watches, by the address that the plan gives or by their call sign. With --simulate they are simulated, and so are crews and ground units \
            of both sides; the run says so in every record. Simulated flights keep to the station's clock: one that runs 20 times as fast \
            (docs/november-2015.md) flies them 20 times as fast. Exit status 1 when the run was broken off or a card failed.

            Try it:
              parley exercise run november-2015 --data DIR --as Walker --simulate
              parley exercise run november-2015 --data DIR --as Walker --detach
            """)

    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("The plan, by its identifier.", valueName: "plan"))
    var plan: String

    @Flag(help: "Simulate flights and crews.")
    var simulate = false

    @Option(
        help: ArgumentHelp(
            "Begin only if the station's clock runs so many times as fast as time (parley station up --training-clock).",
            valueName: "number"))
    var speed: Double?

    @Flag(help: "Begin it and return at once.")
    var detach = false

    @Option(help: .hidden) var silentFrom: Double?
    @Option(help: .hidden) var silentUntil: Double?

    func run() async throws {
        try await explained("exercise run") {
            struct Begun: Decodable { var run: String }
            var fields: [String: Double] = [:]
            fields["silentFrom"] = silentFrom
            fields["silentUntil"] = silentUntil
            if let speed { try await checkSpeed(speed) }
            var body = fields.map { "\"\($0.key)\":\($0.value)" }
            body.append("\"simulated\":\(simulate)")
            let answer = try await acting.station.send(
                "POST", "/api/exercises/\(addressPart(plan))/runs", Array("{\(body.joined(separator: ","))}".utf8))
            let begun = try JSONDecoder().decode(Begun.self, from: Data(answer))
            announce(
                "\(begun.run) has begun. Anyone may break it off: parley exercise abort, or the button on the page.")
            if !detach { try await follow(begun.run) }
        }
    }

    /// Measures how fast the station's clock runs.
    private func checkSpeed(_ wanted: Double) async throws {
        func now() async throws -> Double { try await RunView.fetch(from: acting.station).now }
        let began = ContinuousClock.now
        let first = try await now()
        try await Task.sleep(for: .seconds(2))
        let passed = began.duration(to: .now) / .seconds(1)
        let rate = (try await now() - first) / passed
        guard abs(rate - wanted) <= max(0.2 * wanted, 1.1) else {
            throw StationError.option(
                name: "--speed",
                reason:
                    "the station's clock runs \(rate.rounded()) times as fast as time; only one started so simulates faster"
            )
        }
    }

    private func follow(_ run: String) async throws {
        var shown: Set<String> = []
        var last: RunView.Run?
        while true {
            let view = try await RunView.fetch(from: acting.station)
            guard let now = view.run, now.id == run else { break }
            for line in now.lines where shown.insert(line).inserted { announce(line) }
            last = now
            if now.phase == "ended" { break }
            try await Task.sleep(for: .milliseconds(200))
        }
        if last?.alarm != nil || last?.cards.contains(where: { $0.state != "passed" }) ?? true {
            throw ExitCode.failure
        }
    }
}

/// A run as the station says it.
struct RunView: Decodable {
    struct Words: Decodable {
        var en: String
        var ru: String
    }
    struct Card: Decodable {
        var id: String
        var state: String?
        var reason: String?
    }
    struct Participant: Decodable {
        var id: String
        var checkedIn: Double?
    }
    struct Alarm: Decodable {
        var reason: String
        var words: Words
    }
    struct Said: Decodable {
        var at: Double
        var participant: String
        var readBack: Bool
        var words: Words
    }
    struct Run: Decodable {
        var id: String
        var phase: String
        var cards: [Card]
        var participants: [Participant]
        var alarm: Alarm?
        var said: [Said]

        /// What has happened, a line each; a line that was told stays as it is.
        var lines: [String] {
            var lines = participants.filter { $0.checkedIn != nil }.map { "\($0.id) has checked in" }
            for card in cards {
                guard let state = card.state else { continue }
                lines.append("card \(card.id): started")
                if state != "started" {
                    lines.append("card \(card.id): \(state)\(card.reason.map { ", \($0)" } ?? "")")
                }
            }
            for words in said {
                let time = UTCTime.string(unixSeconds: words.at).dropFirst(11)
                lines.append(
                    "\(time) \(words.participant) \(words.readBack ? "reads back" : "says") \(words.words.en) / \(words.words.ru)"
                )
            }
            if let alarm { lines.append("\(alarm.words.en) / \(alarm.words.ru)") }
            return lines
        }
    }

    var now: Double
    var run: Run?

    /// The run that a station follows.
    static func fetch(from station: ControlClient) async throws -> RunView {
        try JSONDecoder().decode(RunView.self, from: Data(try await station.get("/api/exercise-run")))
    }
}

import Accord
import Exercise
import Foundation
import Testing

@testable import Station

/// Which disclosed track is which flight of a run, and what pages are shown of it.
struct FollowedRunTests {
    private func flight(_ run: FollowedRun, _ party: String, _ track: String) -> String? {
        run.names[FollowedRun.SharedName(party: party, track: track)]
    }

    @Test("takes a track for the flight that its rule names, at once")
    func byRule() throws {
        var run = try RunSamples.followed()
        _ = run.take(shared: RunSamples.disclosed("abcd", rule: "east-kilo"), of: "EAST", now: RunSamples.time)
        #expect(flight(run, "EAST", "abcd") == "SOKOL")
    }

    @Test("takes the only track in the zone for the only flight, after some seconds; never one of two")
    func byPlace() throws {
        var run = try RunSamples.followed()
        func show(_ track: String, _ second: Double, north: Double = 35.1, feet: Double = 20_500) {
            let time = RunSamples.time + second
            let body = RunSamples.disclosed(track, north: north, feet: feet, at: time)
            _ = run.take(shared: body, of: "EAST", now: time)
        }
        // Far above the zone, or beside it, nobody flies the exercise.
        for second in 0..<10 {
            show("high", Double(second), feet: 35_000)
            show("beside", Double(second), north: 37)
        }
        #expect(run.names.isEmpty)
        for second in 0..<10 {
            show("abcd", Double(second))
            show("efgh", Double(second))
        }
        #expect(run.names.isEmpty)
        for second in 20..<24 { show("abcd", Double(second)) }
        #expect(flight(run, "EAST", "abcd") == "SOKOL")
        // Better knowledge moves the name.
        run.name(FollowedRun.SharedName(party: "EAST", track: "efgh"), "SOKOL")
        #expect(flight(run, "EAST", "abcd") == nil && flight(run, "EAST", "efgh") == "SOKOL")
    }

    @Test("takes its own disclosed tracks for what it knows them to be, and nothing else for one")
    func ownTracks() throws {
        var run = try RunSamples.followed()
        for second in 0..<6 {
            let time = RunSamples.time + Double(second)
            _ = run.take(shared: RunSamples.disclosed("abcd", rule: "west-kilo", at: time), of: "WEST", now: time)
        }
        #expect(run.names.isEmpty)
        // A rule that names aircraft by their address needs no guess.
        _ = run.take(shared: RunSamples.disclosed("ae0011", rule: "west-all"), of: "WEST", now: RunSamples.time)
        #expect(flight(run, "WEST", "ae0011") == "VIPER")
    }

    @Test("shows pages the agreed frequencies, by which people check in")
    func document() throws {
        let run = try RunSamples.followed()
        var writer = JSONWriter()
        writer.object { run.write("run", now: RunSamples.time, to: &$0) }
        let object = try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String: [String: Any]]
        let shown = try #require(object?["run"])
        #expect(shown["frequency"] as? String == "KILO")
        let frequencies = shown["frequencies"] as? [[String: String]]
        #expect(
            frequencies == [["name": "KILO", "channel": "131.500 MHz"], ["name": "KILO-2", "channel": "133.250 MHz"]])
        #expect(
            (shown["prompts"] as? [[String: Any]])?.first?["message"] as? String == "LINE.CHECK channel=131.500 MHz")
    }

    @Test("is taken up again with its alarm and what was said, and names nobody twice")
    func resume() throws {
        var history = RunHistory()
        func note(_ body: some EntryBody, _ writer: String, at time: Double) throws {
            let bytes = try EntryDraft(body).bytes(atUnixSeconds: time, salt: [UInt8](repeating: 1, count: 16))
            history.note(try Entry(bytes), by: writer, for: writer == "WEST" ? "EAST" : nil, under: "air-safety-2015")
        }
        let time = RunSamples.time
        let other = Person(name: "Петрова", role: .watchOfficer)
        try note(
            RunBody(plan: "november-2015", run: "old", state: .started, simulated: false, by: other), "EAST",
            at: time - 100)
        try note(
            RunBody(plan: "november-2015", run: "run-1", state: .started, simulated: false, by: other), "EAST", at: time
        )
        try note(CardBody(run: "run-1", card: "check-in", state: .started, by: .station("WEST")), "WEST", at: time)
        try note(CheckInBody(run: "run-1", participant: "SOKOL", frequency: "KILO", by: other), "EAST", at: time + 1)
        try note(CheckInBody(run: "old", participant: "VIPER", frequency: "KILO", by: other), "EAST", at: time + 1)
        try note(CardBody(run: "run-1", card: "check-in", state: .passed, by: .station("EAST")), "EAST", at: time + 2)
        try note(AbortBody(run: "run-1", reason: .called, word: "СТОП", by: other), "EAST", at: time + 3)
        let told = try #require(history.last)
        #expect(told.run == "run-1" && told.leader == "EAST" && !told.isOver)
        let (run, drafts) = FollowedRun.resume(
            told, try RunSamples.plan(), party: "WEST", under: try RunSamples.standing(), now: time + 60)
        #expect(run.alarm?.reason == .called && run.alarm?.atUnixSeconds == time + 3)
        #expect(run.run.checkedIn == ["SOKOL": time + 1])
        #expect(run.startUnixSeconds == time)
        // What was open when the station was killed: its own card has failed.
        #expect(drafts.compactMap { ($0.body as? CardBody)?.state } == [.failed])
        try note(
            RunBody(plan: "november-2015", run: "run-1", state: .ended, simulated: false, by: other), "EAST",
            at: time + 9)
        #expect(history.last?.isOver == true)
    }
}

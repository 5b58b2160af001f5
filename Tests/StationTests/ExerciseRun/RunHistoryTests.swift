import Accord
import Exercise
import Foundation
import Testing

@testable import Station

/// What one party writes of runs makes nobody forget another one's.
struct RunHistoryTests {
    private let person = RunSamples.officer
    private let time = RunSamples.time

    private func entry(_ body: some EntryBody, at time: Double) throws -> Entry {
        try Entry(EntryDraft(body).bytes(atUnixSeconds: time, salt: [UInt8](repeating: 1, count: 16)))
    }

    private func started(_ run: String, of plan: String = "november-2015") -> RunBody {
        RunBody(plan: plan, run: run, state: .started, simulated: false, by: person)
    }

    @Test("A run that is said to begin in the year 2099 hides none that was begun after it was told of")
    func fromTheFuture() throws {
        var history = RunHistory()
        let future = try entry(started("run-9", of: "made-up"), at: 4_070_908_800)
        history.note(future, by: "SOUTH", for: nil, under: "EAST-SOUTH", receivedUnixSeconds: time)
        history.note(future, by: "EAST", for: nil, under: "air-safety-2015", receivedUnixSeconds: time)
        #expect(history.last?.startUnixSeconds == time)
        history.note(
            try entry(started("run-1"), at: time + 5), by: "EAST", for: nil, under: "air-safety-2015",
            receivedUnixSeconds: time + 6)
        #expect(history.last?.run == "run-1")
        #expect(Set(history.told.map(\.run)) == ["run-1", "run-9"], "of each station's people the last")
    }

    @Test("Each station's people have a run of their own, and what is over comes last")
    func leaders() throws {
        var history = RunHistory()
        history.note(try entry(started("ours"), at: time), by: "WEST", for: "EAST", under: "air-safety-2015")
        for number in 0..<50 {
            history.note(
                try entry(started("theirs-\(number)"), at: time + 1 + Double(number)), by: "EAST", for: nil,
                under: "air-safety-2015", receivedUnixSeconds: time + 1 + Double(number))
        }
        #expect(history.told.map(\.run) == ["theirs-49", "ours"])
        let end = RunBody(plan: "november-2015", run: "theirs-49", state: .ended, simulated: false, by: person)
        history.note(try entry(end, at: time + 60), by: "EAST", for: nil, under: "air-safety-2015")
        #expect(history.told.map(\.run) == ["ours", "theirs-49"])
        if let ours = history.told.first { history.forget(ours) }
        #expect(history.told.map(\.run) == ["theirs-49"])
    }

    @Test("However much another party writes of a run, its abort is remembered")
    func abort() throws {
        var history = RunHistory()
        history.note(try entry(started("run-1"), at: time), by: "WEST", for: "EAST", under: "air-safety-2015")
        let said = try entry(CheckInBody(run: "run-1", participant: "SOKOL", frequency: "KILO", by: person), at: time)
        for _ in 0..<7_000 { history.note(said, by: "EAST", for: nil, under: "air-safety-2015") }
        let abort = try entry(AbortBody(run: "run-1", reason: .called, word: nil, by: person), at: time + 1)
        // Of another agreement it is another run.
        history.note(abort, by: "SOUTH", for: nil, under: "EAST-SOUTH")
        let before = history.told.first?.facts.count ?? 0
        #expect(before < 6_000)
        history.note(abort, by: "EAST", for: nil, under: "air-safety-2015")
        #expect(history.told.first?.facts.last?.entry.type == AbortBody.type)
        #expect(history.told.first?.facts.count == before + 1)
    }
}

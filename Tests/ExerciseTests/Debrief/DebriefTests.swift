import Accord
import Airspace
import Exercise
import Foundation
import Separation
import Testing

/// Entries of both sides, out of a simulated day.
struct DebriefHarness {
    private(set) var entries: [LoggedEntry] = []
    let plan: ExercisePlan

    /// - Parameters:
    ///   - shiftMetres: EAST has its own flight so far to the north of where WEST sees it.
    ///   - gap: seconds of the run in which neither side has tracks.
    init(shiftMetres: Double = 0, gap: Range<Int> = 0..<0, grid: Double = 0.02) throws {
        plan = try ExamplePlan.plan()
        var day = try SimulatedDay(plan, precision: SimulatedDay.Precision(gridNM: grid))
        var number: UInt64 = 0
        var second = -1
        while let written = day.next() {
            second += 1
            for item in written {
                var draft = item.draft
                if draft.type == OwnTrackBody.type || draft.type == TrackBody.type, gap.contains(second) { continue }
                if shiftMetres > 0, item.party == "EAST" { draft = try Self.shifted(draft, by: shiftMetres) }
                let other = item.party == "WEST" ? "EAST" : "WEST"
                let origin =
                    item.isPrivate
                    ? "parley/\(item.party)/private/2015-11-03"
                    : "parley/\(item.party)/to/\(other)/air-safety-2015/2015-11-03"
                let bytes = try draft.bytes(atUnixSeconds: item.atUnixSeconds, salt: [UInt8](repeating: 1, count: 16))
                entries.append(LoggedEntry(party: item.party, origin: origin, index: number, entry: try Entry(bytes)))
                number += 1
            }
        }
    }

    private static func shifted(_ draft: EntryDraft, by metres: Double) throws -> EntryDraft {
        func north(_ latitude: Double, _ longitude: Double) -> GeodeticPosition {
            Geodesic.direct(
                from: GeodeticPosition(latitudeDegrees: latitude, longitudeDegrees: longitude), azimuthDegrees: 0,
                distanceMetres: metres
            ).position
        }
        if var body = draft.body as? OwnTrackBody, body.track == "150021" {
            body.lat = north(body.lat, body.lon).latitudeDegrees
            return try EntryDraft(body)
        }
        return draft
    }

    func debrief(_ entries: [LoggedEntry]? = nil) throws -> Debrief {
        try Debrief(try ExerciseLog(plan, entries: entries ?? self.entries))
    }
}

struct DebriefTests {
    @Test func bothSidesAndTheSharedDataAgree() throws {
        let records = try DebriefHarness()
        let debrief = try records.debrief()
        #expect(debrief.cards.allSatisfy { $0.isPassed && $0.isAgreed }, "\(debrief.cards.map(\.outcomes))")
        #expect(debrief.gaps.isEmpty && debrief.log.isEnded && debrief.log.isSimulated)
        #expect(debrief.accounts.compactMap(\.interval).count == 3)
        // The truth: the planned 3.6 NM, which the simulation flies to a few metres.
        for account in debrief.accounts {
            let metres = try #require(account.metres)
            #expect(abs(metres - 3.6 * 1852) < 200, "\(account.name) \(metres)")
            guard let interval = account.interval, let low = interval.lowMetres, let high = interval.highMetres else {
                continue
            }
            #expect(low <= metres && metres <= high)
        }
        #expect(debrief.verdict.english.contains("was kept"))
        #expect(debrief.verdict.russian.contains("выдержан"))
        #expect(!debrief.differences.contains { $0.english.contains("contradict") })
    }

    @Test func thirdPartiesNeedNoPrivateRecord() throws {
        let records = try DebriefHarness()
        let open = records.entries.filter { !$0.origin.contains("private") }
        let debrief = try records.debrief(open)
        #expect(debrief.accounts.compactMap(\.interval).count == 1)
        #expect(debrief.accounts.contains { $0.source == .shared })
        // One side's records alone: its timeline, its own written distances.
        let west = try records.debrief(records.entries.filter { $0.party == "WEST" })
        #expect(west.log.parties == ["WEST"])
        #expect(west.accounts.contains { $0.source == .own(party: "WEST") })
        #expect(west.cards.allSatisfy { $0.outcomes.map(\.party) == ["WEST"] })
    }

    @Test func dataThatContradictEachOtherAreNamed() throws {
        let debrief = try DebriefHarness(shiftMetres: 1_500).debrief()
        #expect(
            debrief.differences.contains { $0.english.contains("contradict") && $0.russian.contains("противоречат") })
    }

    @Test func gapsAreShownAsGaps() throws {
        let debrief = try DebriefHarness(gap: 250..<300).debrief()
        #expect(!debrief.gaps.isEmpty)
        let start = debrief.harnessStart
        #expect(
            debrief.gaps.contains { gap in
                gap.participant == "SOKOL" && gap.seconds.lowerBound == start + 250
                    && gap.seconds.upperBound == start + 299
            }, "\(debrief.gaps.map(\.seconds)) from \(start)")
        #expect(debrief.verdict.english.contains("not certain"))
    }

    @Test func aCoarseGridWidensTheInterval() throws {
        let fine = try DebriefHarness().debrief()
        let coarse = try DebriefHarness(grid: 0.5).debrief()
        func width(_ debrief: Debrief) -> Double {
            let interval = debrief.accounts.first { $0.source == .shared }?.interval
            return (interval?.highMetres ?? 0) - (interval?.lowMetres ?? 0)
        }
        #expect(width(coarse) > width(fine) + 1_000)
        #expect(coarse.differences.contains { $0.english.contains("the grid on which positions are shown") })
    }

    @Test func theLinesForProgramsHoldEverything() throws {
        let debrief = try DebriefHarness().debrief()
        let lines = debrief.jsonLines
        #expect(lines.first?.kind == "run" && lines.first?.state == "ended")
        #expect(lines.filter { $0.kind == "card" }.count == 10)
        #expect(lines.filter { $0.kind == "approach" && $0.low != nil }.count == 3)
        for line in lines {
            let back = try JSONDecoder().decode(DebriefLine.self, from: Data(line.json.utf8))
            #expect(back == line)
        }
        #expect(
            debrief.timeline.contains {
                $0.text.russian.contains("повторяет") && $0.text.russian.contains("ТЕКУЩИЙ КУРС")
            })
    }

    @Test func recordsWithoutARunSaySo() throws {
        let plan = try ExamplePlan.plan()
        #expect(throws: ExerciseError.self) { try ExerciseLog(plan, entries: []) }
    }
}

extension Debrief {
    fileprivate var harnessStart: Int { Int(log.startUnixSeconds) }
}

extension DebriefTests {
    /// Why a card failed is told in both languages, and what a person wrote stays as it is.
    @Test func reasonsAreInBothLanguages() {
        #expect(Debrief.Card.words("stale-track").russian == "данные о борте устарели")
        let late = Debrief.Card.words("not done within 300 s: VIPER: heading, speed not read back")
        #expect(late.russian == "не выполнено за 300 с: VIPER: курс, скорость не повторено")
        #expect(Debrief.Card.words("closer than 3 NM").russian == "ближе 3 NM")
        #expect(Debrief.Card.words("по решению руководителя").english == "по решению руководителя")
    }

    /// A record of a whole day holds everybody's tracks; only those of the plan are kept.
    @Test func otherTracksArePassedOver() throws {
        let plan = try ExamplePlan.plan()
        func own(_ track: String, _ time: Double) throws -> Entry {
            let body = OwnTrackBody(
                track: track, time: EntryTime(unixSeconds: time), lat: 35, lon: 38, source: "radar", ours: false,
                quality: [])
            return try Entry(
                try EntryDraft(body).bytes(atUnixSeconds: time, salt: [UInt8](repeating: 1, count: 16)))
        }
        let time = plan.zone.times.lowerBound
        #expect(LoggedEntry.concerns(try own("AE0011", time), plan))
        #expect(!LoggedEntry.concerns(try own("4b1902", time), plan))
        #expect(!LoggedEntry.concerns(try own("ae0011", time - 200_000), plan))
    }
}

/// Days that end early.
struct SimulatedDayTests {
    @Test func anAbortIsWrittenOnceAndTheDayEndsApart() throws {
        let plan = try ExamplePlan.plan([("predicted-below: 3.2 NM", "predicted-below: 3.9 NM")])
        var day = try SimulatedDay(plan)
        var aborts: [(at: Double, body: AbortBody)] = []
        var ends: [Double] = []
        var last: Double?
        while let written = day.next() {
            for item in written {
                if let body = item.draft.body as? AbortBody { aborts.append((item.atUnixSeconds, body)) }
                if let body = item.draft.body as? RunBody, body.state == .ended { ends.append(item.atUnixSeconds) }
                if let body = item.draft.body as? RangeBody, body.basis == .own { last = body.horizontalNM }
            }
        }
        // The first side that sees it writes it; the other reads it there.
        #expect(aborts.map(\.body.reason) == [.buffer])
        let at = try #require(aborts.first?.at)
        #expect(ends == [at + 120, at + 120])
        #expect(try #require(last) > 10)
        #expect(day.runs.values.allSatisfy { $0.phase == .ended })
    }
}

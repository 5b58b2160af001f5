import Accord
import Foundation
import Logging
import Phraseology
import Synchronization
import Testing

@testable import Station

/// Two running lines over real records.
@Suite struct LineServiceTests {
    /// A clock that a test puts forward.
    final class TestClock: Sendable {
        private let time = Mutex(LineScene.start)
        var clock: NodeClock { NodeClock { self.time.withLock { $0 } } }
        func pass(_ seconds: Double) { time.withLock { $0 += seconds } }
    }

    /// Both stations, as long as they run.
    struct Stations {
        let loopback: LineLoopback
        let west: LineService
        let east: LineService
        let told: Mutexed

        func line(_ party: String) -> LineService { party == "WEST" ? west : east }
    }

    /// Events that pages were told of.
    final class Mutexed: Sendable {
        private let events = Mutex<[String]>([])
        func add(_ json: [UInt8]) { events.withLock { $0.append(String(decoding: json, as: UTF8.self)) } }
        var all: [String] { events.withLock { $0 } }
    }

    private func start(_ scratch: Scratch, _ clock: TestClock) async throws -> Stations {
        let loopback = try await LineLoopback(scratch.path, clock: clock.clock)
        let told = Mutexed()
        func line(_ party: String) -> LineService {
            LineService(
                party: party, clock: clock.clock, carriers: LineLoopback.Carriers(loopback: loopback, party: party),
                logger: Logger(label: "line")
            ) { told.add($0) }
        }
        let stations = Stations(loopback: loopback, west: line("WEST"), east: line("EAST"), told: told)
        try await loopback.attach(stations.west, to: "WEST")
        try await loopback.attach(stations.east, to: "EAST")
        return stations
    }

    private func say(_ line: LineService, _ text: String, to peer: String, answering answers: String? = nil)
        async throws
        -> String
    {
        let officer = LineScene.officer(of: LineScene.other(peer))
        return try await line.compose(
            .init(message: try LineMessage(parsing: text), answers: answers), to: peer, by: officer)
    }

    private func exchange(_ line: LineService, _ peer: String, _ side: LineSide, _ identifier: String) async throws
        -> MessageExchange
    {
        try #require(await line.desks[peer]?.progress[LineKey(side: side, identifier: identifier)]?.exchange)
    }

    @Test func aDialogueGoesOnThroughARestartAndACut() async throws {
        let scratch = try Scratch()
        let clock = TestClock()
        var stations = try await start(scratch, clock)
        let request = try await say(stations.west, "MAN.TURN_HDG dir=right hdg=270", to: "EAST")
        clock.pass(2)
        try await stations.east.shown([request], of: "WEST")
        clock.pass(2)
        try await stations.east.read(request, of: "WEST", by: LineScene.east)
        #expect(try await exchange(stations.west, "EAST", .ours, request).reader == "Петрова")

        try await stations.loopback.cut(true)
        clock.pass(60)
        let wrong = try await say(
            stations.east, "RSP.WILCO; MAN.TURN_HDG dir=right hdg=280", to: "WEST", answering: request)
        #expect(try await exchange(stations.west, "EAST", .ours, request).times.answered == nil)

        // Both stations are stopped and started before the link is back.
        try await stations.loopback.finish()
        stations = try await start(scratch, clock)
        try await stations.loopback.cut(true)
        try await stations.loopback.cut(false)
        let west = try #require(await stations.west.desks["EAST"])
        let key = LineKey(side: .ours, identifier: request)
        #expect(west.progress[key]?.mismatch?.reply.identifier == wrong)
        let proposal = try #require(west.progress[key]?.mismatch?.proposal)
        clock.pass(5)
        let again = try await say(stations.west, proposal.canonicalText, to: "EAST", answering: wrong)
        clock.pass(5)
        _ = try await say(stations.east, "RSP.WILCO; MAN.TURN_HDG dir=right hdg=270", to: "WEST", answering: again)
        let ours = try await exchange(stations.west, "EAST", .ours, request)
        #expect(ours.closure == .agreed)
        #expect(try await exchange(stations.east, "WEST", .theirs, request).times == ours.times)
        try await stations.loopback.finish()
        _ = consume stations
    }

    @Test func stationsCheckTheLineAndAnswerOnce() async throws {
        let scratch = try Scratch()
        let clock = TestClock()
        let stations = try await start(scratch, clock)
        for _ in 0..<4 {
            clock.pass(1)
            await stations.west.tick()
            await stations.east.tick()
        }
        let standing = try #require(await stations.west.desks["EAST"]?.standing)
        #expect(standing.lastTest?.answer.readability == 5)
        #expect(standing.word(at: clock.clock.now(), answerWithin: 30) == .normal)
        let types = try await stations.loopback.types(of: "WEST") + stations.loopback.types(of: "EAST")
        #expect(types.filter { $0 == "line-check/1" }.count == types.filter { $0 == "line-checked/1" }.count)
        #expect(types.filter { $0 == "line-check/1" }.count <= 2)
        // The link is cut: the next check fails, and both say so.
        try await stations.loopback.cut(true)
        clock.pass(901)
        await stations.west.tick()
        clock.pass(31)
        await stations.west.tick()
        #expect(await stations.west.desks["EAST"]?.standing.word(at: clock.clock.now(), answerWithin: 30) == .degraded)
        #expect(stations.told.all.last?.contains(#""state":"degraded""#) == true)
        try await stations.loopback.finish()
    }

    @Test func aPersonAnswersACheckAndAPartySuspends() async throws {
        let scratch = try Scratch()
        let clock = TestClock()
        let stations = try await start(scratch, clock)
        let check = try await stations.west.check("EAST", person: true)
        await stations.east.tick()
        #expect(await stations.west.desks["EAST"]?.standing.lastTest?.check.key.identifier != check)
        try await stations.east.answer(check: check, readability: 4, to: "WEST", by: LineScene.east)
        let test = try #require(await stations.west.desks["EAST"]?.standing.lastTest)
        #expect(test.answer.readability == 4)
        #expect(test.answer.mark.by == LineScene.east)
        await #expect(throws: LineError.self) {
            try await stations.east.declare(.suspended, reason: " ", to: "WEST", by: LineScene.east)
        }
        try await stations.east.declare(.suspended, reason: "order 7", to: "WEST", by: LineScene.east)
        let held = try #require(await stations.west.desks["EAST"]?.standing.suspensions.first)
        #expect(held.side == .theirs)
        // The line goes on working while it is suspended.
        _ = try await say(stations.west, "TI.TRAFFIC clock=11 dist=5NM", to: "EAST")
        await #expect(throws: LineError.self) {
            try await stations.west.declare(.restored, reason: nil, to: "EAST", by: LineScene.west)
        }
        try await stations.east.declare(.restored, reason: nil, to: "WEST", by: LineScene.east)
        #expect(await stations.west.desks["EAST"]?.standing.suspensions.isEmpty == true)
        try await stations.loopback.finish()
    }

    @Test func whileTheAgreementRestsOnlyWhatIsOwedIsWritten() async throws {
        let scratch = try Scratch()
        let clock = TestClock()
        let stations = try await start(scratch, clock)
        await stations.loopback.set(.suspended(owed: [.lineChecks]))
        for line in [stations.west, stations.east] { await line.refreshLines() }
        await #expect(throws: LineError.self) {
            _ = try await say(stations.west, "TI.TRAFFIC clock=11 dist=5NM", to: "EAST")
        }
        let check = try await stations.west.check("EAST", person: true)
        try await stations.east.answer(check: check, readability: 5, to: "WEST", by: LineScene.east)
        await stations.loopback.set(.suspended(owed: [.lineChecks, .messages]))
        for line in [stations.west, stations.east] { await line.refreshLines() }
        _ = try await say(stations.west, "TI.TRAFFIC clock=11 dist=5NM", to: "EAST")
        try await stations.loopback.finish()
    }

    @Test func nobodyAnswersAndTheStepsOfTheAgreementFollow() async throws {
        let scratch = try Scratch()
        let clock = TestClock()
        let stations = try await start(scratch, clock)
        await stations.loopback.escalate(
            by: EscalationProcedure([
                .init(afterSeconds: 30, .sound), .init(afterSeconds: 60, .telephone("+1 555 0100")),
            ]))
        await stations.west.refreshLines()
        let request = try await say(stations.west, "COORD.DISTANCE dist=3NM", to: "EAST")
        clock.pass(31)
        await stations.west.tick()
        #expect(stations.told.all.last?.contains(#""measure":"sound""#) == true)
        #expect(stations.told.all.last?.contains("telephone") == false)
        clock.pass(30)
        await stations.west.tick()
        #expect(stations.told.all.last?.contains(#""measure":"telephone","whom":"+1 555 0100""#) == true)
        // An answer that does not settle it does not stop the steps; the one that does, does.
        _ = try await say(stations.east, "RSP.ROGER", to: "WEST", answering: request)
        #expect(try await exchange(stations.west, "EAST", .ours, request).stepsDue(at: clock.clock.now()).count == 2)
        _ = try await say(stations.east, "RSP.WILCO; COORD.DISTANCE dist=3NM", to: "WEST", answering: request)
        #expect(try await exchange(stations.west, "EAST", .ours, request).stepsDue(at: clock.clock.now()).isEmpty)
        try await stations.loopback.finish()
    }

    @Test func anEntryThatCantBeReadIsNamedAndNothingElseStops() async throws {
        let scratch = try Scratch()
        let clock = TestClock()
        let stations = try await start(scratch, clock)
        let forged = try EntryDraft(
            MessageBody(
                message: "X-1", elements: [.init(code: "NO.SUCH", parameters: ["a": "<b>"])],
                written: EntryTime(unixSeconds: LineScene.start), by: LineScene.east))
        try await LineLoopback.Carriers(loopback: stations.loopback, party: "EAST").append([forged], to: "WEST")
        #expect(await stations.west.faults["EAST"]?.first?.reason.contains("NO.SUCH") == true)
        let fine = try await say(stations.east, "TI.UNKNOWN", to: "WEST")
        #expect(try await exchange(stations.west, "EAST", .theirs, fine).times.sent != nil)
        try await stations.loopback.finish()
    }

    @Test func theJournalHasBothLanguagesAndEveryTime() async throws {
        let scratch = try Scratch()
        let clock = TestClock()
        let stations = try await start(scratch, clock)
        let warning = try await say(stations.west, "TI.TRAFFIC clock=11 dist=5NM", to: "EAST")
        clock.pass(3)
        _ = try await say(stations.east, "RSP.ROGER", to: "WEST", answering: warning)
        let journal = try await stations.east.journal(of: "WEST", in: 0...1e11, everyCheck: true)
        for part in ["TRAFFIC", "БОРТ", "sent / отправлено", "read / прочитано  Петрова", "acknowledged / принято"] {
            #expect(journal.text.contains(part), "\(part)")
        }
        #expect(journal.page.contains("<b>TRAFFIC"))
        #expect(String(decoding: journal.jsonLines, as: UTF8.self).split(separator: "\n").count == journal.rows.count)
        try await stations.loopback.finish()
    }
}

import Accord
import Foundation
import Testing

@testable import Station

/// How many of a peer's questions are looked at, and what one peer can push out of the memory of the station.
@Suite(.serialized) struct QuestionDeskTests {
    private static let salt = [UInt8](repeating: 7, count: 16)

    private static func desk(
        _ node: NodeHarness, standing: [StandingAgreement]? = nil, ours identifiers: [String] = []
    ) async throws -> QuestionDesk {
        let context = node.node.context
        let shelf = AgreementShelf()
        shelf.put(try standing ?? [SharingSamples.standing()])
        let exchange = try ExchangePart(context) { [] }
        let ours = try await OursDesk(context)
        for identifier in identifiers {
            try await ours.add(
                identifier, from: nil, until: nil, note: "", by: Person(name: "Planner", role: .planner))
        }
        return QuestionDesk(
            context, shelf: shelf, ours: ours, sender: AgreementSender(channels: exchange.table))
    }

    private static func question(
        _ name: String, at written: Double, receivedAt: Double, isHistory: Bool = false, isLate: Bool = false,
        from peer: String = "EAST"
    ) throws -> ReceivedEntry {
        let body = QuestionBody(
            question: name, lat: 49, lon: 2.4, levelFt: nil, time: EntryTime(unixSeconds: SharingSamples.time),
            by: Person(name: "Lt Petrov", role: .watchOfficer))
        return ReceivedEntry(
            peer: peer, scope: .agreement("SEINE-1"), reference: EntryReference(origin: "o", index: 0),
            entry: try Entry(EntryDraft(body).bytes(atUnixSeconds: written, salt: Self.salt)),
            receivedUnixSeconds: receivedAt, isLate: isLate, isHistory: isHistory)
    }

    /// Those that are within the budget wait for a person here, since the station hears nothing; of the others only because no answer
    /// can be written.
    private static func lookedAt(_ desk: QuestionDesk) -> Int {
        desk.all.count { $0.waitsBecause != nil && $0.waitsBecause != AnswerPolicy.Reason.notWritten.rawValue }
    }

    @Test("A peer's questions count by the time at which they came, whatever it says of the time")
    func countsByTheTimeOfReceipt() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let desk = try await Self.desk(node)
            let now = SharingSamples.time
            for number in 0..<80 {
                // Thirty of each hour to come, all within a minute and a half.
                try await desk.take(
                    Self.question("q\(number)", at: now + Double(number / 30) * 3_601, receivedAt: now + Double(number))
                )
            }
            #expect(Self.lookedAt(desk) == 30)
            try await desk.take(Self.question("later", at: now, receivedAt: now + 3_700))
            #expect(Self.lookedAt(desk) == 31)
        }
    }

    @Test("What was asked before a restart counts by when it came, and the same name is not asked twice")
    func countsHistoryAndNames() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let desk = try await Self.desk(node)
            let now = SharingSamples.time
            for number in 0..<29 {
                try await desk.take(
                    Self.question(
                        "h\(number)", at: now - 1e6, receivedAt: now + Double(number), isHistory: true))
            }
            for _ in 0..<10 { try await desk.take(Self.question("same", at: now, receivedAt: now + 60)) }
            #expect(Self.lookedAt(desk) == 30)
            try await desk.take(Self.question("beyond", at: now + 7_200, receivedAt: now + 61))
            #expect(Self.lookedAt(desk) == 30)
        }
    }

    /// The receivers deliver, for the half minute before the time that is asked about and a little beyond.
    private static func hear(_ desk: QuestionDesk, _ states: [OwnTrackState] = []) {
        for second in Int(SharingSamples.time) - 30...Int(SharingSamples.time) + 2 {
            desk.take(states, newestReport: Double(second), at: second)
        }
    }

    @Test("A station that hears nothing does not say by itself that it knows nothing")
    func silentReceivers() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let desk = try await Self.desk(node)
            let now = SharingSamples.time
            for second in Int(now) - 90...Int(now) + 2 {
                desk.take([], newestReport: second < Int(now) - 60 ? Double(second) : nil, at: second)
            }
            try await desk.take(Self.question("blind", at: now, receivedAt: now))
            let asked = try #require(desk.received("blind", from: "EAST", under: "SEINE-1"))
            #expect(asked.waitsBecause == "silent")
        }
    }

    @Test("A question whose automatic answer can't be written waits for a person, who is shown whom it may mean")
    func answerThatFails() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            // No channel is open, so nothing can be written.
            let desk = try await Self.desk(node, ours: ["39a001"])
            let now = SharingSamples.time
            Self.hear(desk, [SharingSamples.state("39a001")])
            try await desk.take(Self.question("clear", at: now, receivedAt: now))
            let asked = try #require(desk.received("clear", from: "EAST", under: "SEINE-1"))
            #expect(asked.waitsBecause == "not-written")
            #expect(asked.candidates == ["39a001"])
        }
    }

    @Test("A question that came late is said to be, with when it came")
    func lateQuestion() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let desk = try await Self.desk(node)
            let now = SharingSamples.time
            try await desk.take(Self.question("late", at: now, receivedAt: now + 90, isLate: true))
            try await desk.take(Self.question("timely", at: now, receivedAt: now + 1))
            let texts = desk.all.map { asked in
                var writer = JSONWriter()
                asked.write(to: &writer)
                return writer.text
            }
            #expect(texts.map { $0.contains(#""late":true"#) } == [false, true])
            #expect(texts.last?.contains(#""received":\#(Int(now) + 90)"#) == true)
        }
    }

    @Test("A question for which no agreement holds waits for a person")
    func noAgreement() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let desk = try await Self.desk(node, standing: [])
            let now = SharingSamples.time
            try await desk.take(Self.question("early", at: now, receivedAt: now))
            #expect(desk.received("early", from: "EAST", under: "SEINE-1")?.waitsBecause == "no-agreement")
        }
    }

    @Test("One peer pushes out nothing of another")
    func eachPeerHasItsRoom() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let desk = try await Self.desk(node)
            let now = SharingSamples.time
            try await desk.take(Self.question("of-south", at: now, receivedAt: now, from: "SOUTH"))
            for number in 0..<700 {
                try await desk.take(Self.question("q\(number)", at: now, receivedAt: now + 1))
            }
            #expect(desk.received("of-south", from: "SOUTH", under: "SEINE-1") != nil)
            #expect(desk.all.contains { $0.peer == "SOUTH" }, "and it is still shown")
            #expect(desk.received("q0", from: "EAST", under: "SEINE-1") == nil)
            #expect(Self.lookedAt(desk) <= 31)
        }
    }
}

/// What alerts are remembered.
@Suite struct AlertDeskTests {
    private static func alert(_ name: String, from peer: String) throws -> ReceivedEntry {
        let body = AlertBody(
            alert: name, kind: .conflict, level: .advisory, tracks: ["a"],
            time: EntryTime(unixSeconds: SharingSamples.time))
        return try received(body, from: peer)
    }

    private static func received(_ body: any EntryBody, from peer: String) throws -> ReceivedEntry {
        ReceivedEntry(
            peer: peer, scope: .agreement("SEINE-1"), reference: EntryReference(origin: "o", index: 0),
            entry: try Entry(
                EntryDraft(body).bytes(atUnixSeconds: SharingSamples.time, salt: [UInt8](repeating: 7, count: 16))),
            receivedUnixSeconds: SharingSamples.time, isLate: false, isHistory: false)
    }

    @Test("An alert that came late is said to be, with when it came, and one of ours is not")
    func late() async throws {
        let desk = AlertDesk {}
        var alert = try Self.alert("late", from: "EAST")
        (alert.isLate, alert.receivedUnixSeconds) = (true, SharingSamples.time + 90)
        await desk.take(alert)
        await desk.take(try Self.alert("timely", from: "EAST"))
        let ours = try Self.alert("ours", from: "EAST")
        await desk.take(
            SentEntry(
                peer: ours.peer, scope: ours.scope, reference: ours.reference, entry: ours.entry, isHistory: false))
        let texts = desk.all.map { alert in
            var writer = JSONWriter()
            alert.write(to: &writer)
            return writer.text
        }
        #expect(texts.map { $0.contains(#""late":true"#) } == [false, false, true])
        #expect(texts.map { $0.contains(#""received":"#) } == [false, true, true])
        #expect(texts.last?.contains(#""received":\#(Int(SharingSamples.time) + 90)"#) == true)
    }

    @Test("One peer's alerts push out nothing of another's, and what is over goes first")
    func eachPeerHasItsRoom() async throws {
        let desk = AlertDesk {}
        await desk.take(try Self.alert("of-south", from: "SOUTH"))
        await desk.take(try Self.alert("still-open", from: "EAST"))
        for number in 0..<1_500 {
            await desk.take(try Self.alert("a\(number)", from: "EAST"))
            await desk.take(try Self.received(AlertEndedBody(alert: "a\(number)"), from: "EAST"))
        }
        #expect(desk.received("of-south", from: "SOUTH", under: "SEINE-1") != nil)
        #expect(desk.received("still-open", from: "EAST", under: "SEINE-1")?.isOver == false)
        #expect(desk.received("a1499", from: "EAST", under: "SEINE-1") != nil)
        #expect(desk.all.count <= 501)
    }
}

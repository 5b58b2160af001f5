import Accord
import Testing

@testable import Station

/// A peer that writes without end makes a line hold no more than a watch has, for no longer than anything else.
@Suite("A flood on the line") struct LineFloodTests {
    private static let now = LineScene.start
    /// A time that only the peer's clock has reached.
    private static let never = 253_402_300_000.0
    private static let peer = Person(name: "Петрова", role: .watchOfficer)

    private func fact(_ index: Int, _ content: LineFact.Content, at seconds: Double = Self.now) -> LineFact {
        LineFact(
            side: .theirs, reference: EntryReference(origin: LineScene.origins["EAST"] ?? "", index: UInt64(index)),
            atUnixSeconds: seconds, receivedUnixSeconds: Self.now, content: content)
    }

    private var desk: LineDesk { LineDesk(.init(party: "WEST", peer: "EAST")) }

    @Test("of marks for messages that never came is refused beyond a watch, and forgotten whatever time it names")
    func strays() {
        var desk = desk
        let most = LineMarkTable.mostStrays
        for index in 0..<most {
            _ = desk.take(fact(index, .shown(message: "nobody-\(index)"), at: Self.never))
        }
        let beyond = desk.take(fact(most, .shown(message: "nobody-\(most)"), at: Self.never))
        #expect(beyond.refusal == .strays && beyond.isEmpty)
        #expect(desk.marks.count == most)
        // One more word about a message that was spoken of is no more to hold.
        #expect(desk.take(fact(most + 1, .read(message: "nobody-1", by: Self.peer))).refusal == nil)
        desk.forget(before: Self.now)
        #expect(desk.marks.count == most, "it has just come")
        desk.forget(before: Self.now + 1)
        #expect(desk.marks.isEmpty)
        #expect(desk.take(fact(most + 2, .shown(message: "nobody"))).refusal == nil)
    }

    @Test("of reports about one message leaves the first ones, in the order in which they were signed")
    func compliance() throws {
        var desk = desk
        for index in (0..<200).reversed() {
            let seen = "report \(index)"
            _ = desk.take(fact(index, .compliance(message: "m", complied: false, seen: seen, by: Self.peer)))
        }
        for side in LineSide.allCases {
            let marks = try #require(desk.marks[LineKey(side: side, identifier: "m")])
            #expect(marks.compliance.compactMap(\.seen) == (0..<LineMarkTable.mostReports).map { "report \($0)" })
        }
    }

    @Test("of entries is refused beyond a watch, of one party and not of the other")
    func entries() {
        var taken = LineTakenEntries()
        for index in 0..<LineTakenEntries.mostOfOneSide {
            _ = taken.take(fact(index, .shown(message: "m"), at: Self.never))
        }
        let next = LineTakenEntries.mostOfOneSide
        #expect(taken.take(fact(next, .shown(message: "m"))) == .beyond)
        #expect(taken.take(fact(0, .shown(message: "m"))) == .known)
        var ours = fact(0, .shown(message: "m"))
        ours.side = .ours
        #expect(taken.take(ours) == .new)
        taken.forget(before: Self.now + 1)
        #expect(taken.take(fact(next, .shown(message: "m"))) == .new)
    }

    @Test("of checks, answers and receipts that are dated far ahead goes with the watch")
    func datedAhead() {
        var desk = desk
        for index in 0..<10 {
            _ = desk.take(fact(2 * index, .check("c-\(index)", person: false), at: Self.never))
            let answer = LineFact.Content.checked("nobody-\(index)", readability: 5, by: Self.peer)
            _ = desk.take(fact(2 * index + 1, answer, at: Self.never))
            let receipt = LineFact.Content.receipt(origin: LineScene.origins["WEST"] ?? "", size: UInt64(index + 1))
            _ = desk.take(fact(100 + index, receipt, at: Self.never))
        }
        #expect(desk.receipts.count == 10)
        desk.thinReceipts(before: Self.now + 1)
        #expect(desk.receipts.count == 1)
        desk.forget(before: Self.now + 1)
        #expect(desk.standing.checks.isEmpty && desk.standing.answers.isEmpty)
        #expect(desk.receipts.count == 0)
    }
}

import Accord
import Phraseology
import Testing

@testable import Station

/// A line that runs for months holds no more than a watch.
@Suite("What a line forgets") struct LineForgettingTests {
    /// A dialogue among receipts that tracks bring by the second.
    private func watch(receipts: Int) throws -> LineScene {
        var scene = LineScene()
        scene.offsets["EAST"] = -40
        for round in 0..<6 {
            for _ in 0..<receipts { try scene.acknowledge(round.isMultiple(of: 2) ? "EAST" : "WEST") }
            let warning = try scene.say("WEST", "TI.TRAFFIC clock=11 dist=5NM level=FL350")
            for _ in 0..<receipts {
                scene.now += 1
                try scene.acknowledge("EAST")
                try scene.acknowledge("WEST")
            }
            try scene.say("EAST", "RSP.ROGER", answering: warning)
        }
        return scene
    }

    @Test("receipts that tell of no message go, and every time stays as it was")
    func receipts() throws {
        let scene = try watch(receipts: 40)
        let end = scene.clock("WEST")
        for party in ["WEST", "EAST"] {
            var desk = try scene.desk(of: party)
            let before = desk.summary(at: end)
            let count = desk.receipts.count
            desk.thinReceipts(before: end + 100)
            #expect(count > 300)
            // Twelve messages, and the newest of each of the two records.
            #expect(desk.receipts.count <= 14, "\(desk.receipts.count) of \(count)")
            // Nothing is worked out from what it was before.
            for key in desk.items.keys {
                #expect(desk.work(out: key)?.exchange.times == desk.progress[key]?.exchange.times)
            }
            #expect(desk.summary(at: end) == before)
            desk.thinReceipts(before: end + 100)
            #expect(desk.summary(at: end) == before)
        }
    }

    @Test("receipts of the last minutes stay, for messages that are still to come")
    func recent() throws {
        let scene = try watch(receipts: 10)
        var desk = try scene.desk(of: "WEST")
        let before = desk.receipts.count
        desk.thinReceipts(before: LineScene.start - 100)
        #expect(desk.receipts.count == before)
    }

    @Test("after a watch nothing of it is left but what is open")
    func watchIsOver() throws {
        var scene = try watch(receipts: 3)
        let open = try scene.say("WEST", "MAN.TURN_HDG dir=right hdg=270")
        try scene.append("EAST", [try EntryDraft(MessageShownBody(message: "nobody-1"))])
        for party in ["WEST", "EAST"] {
            var desk = try scene.desk(of: party)
            #expect(desk.items.count == 13 && !desk.answering.isEmpty)
            desk.forget(before: scene.clock("WEST") + 100)
            #expect(desk.items.keys.map(\.identifier) == [open])
            #expect(desk.answering.isEmpty)
            #expect(desk.marks.isEmpty)
            desk.thinReceipts(before: scene.clock("WEST") + 100)
            #expect(desk.receipts.count <= 1)
            // An entry that comes once more says nothing new of what is open.
            let summary = desk.summary(at: scene.clock("WEST"))
            for written in scene.records["WEST"] ?? [] where written.entry.type == MessageBody.type {
                let fact = try scene.fact(written, by: "WEST", seenBy: party)
                if case .message(let note) = fact.content, note.identifier == open { _ = desk.take(fact) }
            }
            #expect(desk.summary(at: scene.clock("WEST")) == summary)
        }
    }
}

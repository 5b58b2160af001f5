import Accord
import Phraseology
import TestSupport
import Testing

@testable import Station

/// What a desk holds follows from the entries alone: not from the order in which the two records are read, not from where
/// the station was stopped and started, and not from the side on which it stands.
@Suite struct LineInterleavingTests {
    /// A watch with everything in it, clocks 40 s apart.
    private func scene() throws -> LineScene {
        var scene = LineScene()
        scene.offsets["EAST"] = 40
        let warning = try scene.say("WEST", "TI.TRAFFIC clock=11 dist=5NM level=FL350")
        try scene.acknowledge("EAST")
        try scene.append("EAST", try scene.desk(of: "EAST").read(warning, by: LineScene.east))
        try scene.say("EAST", "RSP.ROGER", answering: warning)
        let request = try scene.say("EAST", "MAN.TURN_HDG dir=right hdg=270")
        let wrong = try scene.say("WEST", "RSP.WILCO; MAN.TURN_HDG dir=right hdg=280", answering: request)
        let proposal = try #require(
            try scene.desk(of: "EAST").progress[LineKey(side: .ours, identifier: request)]?.mismatch?.proposal)
        let again = try scene.say("EAST", proposal.canonicalText, answering: wrong)
        try scene.say("WEST", "RSP.STANDBY", answering: again)
        try scene.say("WEST", "RSP.WILCO; MAN.TURN_HDG dir=right hdg=270", answering: again)
        try scene.append(
            "WEST", try scene.desk(of: "WEST").report(request, complied: true, seen: nil, by: LineScene.west))
        var desk = try scene.desk(of: "WEST")
        try scene.append("WEST", try desk.owed(at: scene.clock("WEST")))
        desk = try scene.desk(of: "EAST")
        try scene.append("EAST", try desk.owed(at: scene.clock("EAST")))
        try scene.append("EAST", try scene.desk(of: "EAST").declare(.suspended, reason: "order 7", by: LineScene.east))
        let distance = try scene.say("WEST", "COORD.DISTANCE dist=3NM")
        let cancel = try scene.desk(of: "WEST").cancel(distance, by: LineScene.west)
        try scene.say("EAST", "RA.UNABLE", answering: distance)
        try scene.append("WEST", cancel)
        try scene.say("WEST", "", free: "good evening")
        try scene.acknowledge("WEST")
        try scene.acknowledge("EAST")
        return scene
    }

    @Test func anyInterleavingAndAnyRestartGiveTheSameState() throws {
        let scene = try scene()
        let end = scene.clock("WEST")
        let expected = try scene.desk(of: "WEST").summary(at: end)
        #expect(expected.count > 12)
        var random = SeededRandom(seed: 11)
        for _ in 0..<150 {
            var places = ["WEST": 0, "EAST": 0]
            var desk = LineDesk(.init(party: "WEST", peer: "EAST"))
            var taken: [LineFact] = []
            while true {
                let left = ["WEST", "EAST"].filter { places[$0] ?? 0 < scene.records[$0]?.count ?? 0 }
                guard let writer = left.isEmpty ? nil : left[Int(random.next() % UInt64(left.count))] else { break }
                let place = places[writer] ?? 0
                places[writer] = place + 1
                let written = try #require(scene.records[writer]?[place])
                let fact = try scene.fact(written, by: writer, seenBy: "WEST")
                taken.append(fact)
                _ = desk.take(fact)
                if random.next() % 9 == 0 {
                    // A restart: history comes again, all of one record and then all of the other.
                    desk = LineDesk(.init(party: "WEST", peer: "EAST"))
                    for side in LineSide.allCases { for fact in taken where fact.side == side { _ = desk.take(fact) } }
                }
                // What comes twice changes nothing.
                if random.next() % 5 == 0 { _ = desk.take(fact) }
            }
            #expect(desk.summary(at: end) == expected)
        }
    }

    @Test func bothSidesHoldTheSame() throws {
        let scene = try scene()
        let end = scene.clock("WEST")
        let west = try scene.desk(of: "WEST").summary(at: end).sorted()
        let east = try scene.desk(of: "EAST").mirrored(at: end)
        #expect(west == east)
    }

    @Test func nothingIsOwedTwice() throws {
        var scene = try scene()
        var desk = try scene.desk(of: "EAST")
        let check = try desk.check(person: false, at: scene.clock("EAST"))
        try scene.append("EAST", check.drafts)
        var west = try scene.desk(of: "WEST")
        let owed = try west.owed(at: scene.clock("WEST"))
        #expect(owed.map(\.type) == ["line-checked/1"])
        try scene.append("WEST", owed)
        west = try scene.desk(of: "WEST")
        #expect(try west.owed(at: scene.clock("WEST")).isEmpty)
    }
}

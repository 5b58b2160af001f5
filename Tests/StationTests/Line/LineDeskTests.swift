import Accord
import Phraseology
import Testing

@testable import Station

/// A dialogue as the records of both sides have it.
@Suite struct LineDeskTests {
    private func progress(_ scene: LineScene, _ party: String, _ identifier: String, by side: LineSide) throws
        -> LineProgress
    {
        try #require(try scene.desk(of: party).progress[LineKey(side: side, identifier: identifier)])
    }

    @Test func theFourTimesAreTheSameOnBothSides() throws {
        var scene = LineScene()
        scene.offsets["EAST"] = -40
        let warning = try scene.say("WEST", "TI.TRAFFIC clock=11 dist=5NM level=FL350")
        try scene.acknowledge("EAST")
        try scene.append("EAST", try scene.desk(of: "EAST").shown([warning]))
        try scene.append("EAST", try scene.desk(of: "EAST").read(warning, by: LineScene.east))
        try scene.say("EAST", "RSP.ROGER", answering: warning)
        let west = try progress(scene, "WEST", warning, by: .ours).exchange
        let east = try progress(scene, "EAST", warning, by: .theirs).exchange
        #expect(west.times == east.times)
        #expect(west.times.sent == LineScene.start + 1)
        #expect(west.times.received == LineScene.start + 2 - 40)
        #expect(west.times.shown == LineScene.start + 3 - 40)
        #expect(west.times.read == LineScene.start + 4 - 40)
        #expect(west.times.answered == LineScene.start + 5 - 40)
        #expect(west.reader == "Петрова")
        #expect(west.closure == .acknowledged)
    }

    @Test func aMessageThatCameLateSaysWhenItCame() throws {
        var scene = LineScene()
        try scene.say("EAST", "TI.TRAFFIC clock=11 dist=5NM level=FL350")
        try scene.say("EAST", "TI.TRAFFIC clock=10 dist=4NM level=FL350")
        var desk = LineDesk(.init(party: "WEST", peer: "EAST"))
        for (number, written) in (scene.records["EAST"] ?? []).enumerated() {
            var fact = try scene.fact(written, by: "EAST", seenBy: "WEST")
            if number == 0 { fact.lateUnixSeconds = LineScene.start + 90 }
            _ = desk.take(fact)
        }
        let texts = desk.inOrder(desk.items.keys).map { key in
            var writer = JSONWriter()
            desk.write(key, at: LineScene.start, to: &writer)
            return writer.text
        }
        #expect(texts.map { $0.contains(#""cameLate":\#(Int(LineScene.start) + 90)"#) } == [true, false])
        #expect(texts.last?.contains("cameLate") == false)
    }

    @Test func aWrongReadBackIsShownAndSaidAgainUntilItMatches() throws {
        var scene = LineScene()
        let request = try scene.say("WEST", "MAN.TURN_HDG dir=right hdg=270")
        let wrong = try scene.say("EAST", "RSP.WILCO; MAN.TURN_HDG dir=right hdg=280", answering: request)
        var west = try progress(scene, "WEST", request, by: .ours)
        let mismatch = try #require(west.mismatch)
        #expect(mismatch.differences.count == 1)
        #expect(mismatch.differences.first?.words(in: .russian).heard == "280")
        #expect(west.isOpen)
        #expect(west.exchange.times.passedToCrew == nil)
        let proposal = try #require(mismatch.proposal)
        #expect(proposal.elements.prefix(2).map(\.code) == ["RSP.NEGATIVE", "PRC.ISAYAGAIN"])
        let again = try scene.say("WEST", proposal.canonicalText, answering: wrong)
        #expect(
            try progress(scene, "EAST", again, by: .theirs).kind
                == .repetition(of: LineKey(side: .theirs, identifier: request)))
        #expect(try !progress(scene, "EAST", again, by: .theirs).isOpen)
        try scene.say("EAST", "RSP.WILCO; MAN.TURN_HDG dir=right hdg=270", answering: again)
        west = try progress(scene, "WEST", request, by: .ours)
        #expect(west.mismatch == nil)
        #expect(west.exchange.closure == .agreed)
        #expect(west.exchange.times.passedToCrew == LineScene.start + 4)
        #expect(try progress(scene, "EAST", request, by: .theirs).exchange.times == west.exchange.times)
    }

    @Test func rogerKeepsARequestOpenAndAReadBackAsksForNothing() throws {
        var scene = LineScene()
        let request = try scene.say("WEST", "COORD.DISTANCE dist=3NM")
        try scene.say("EAST", "RSP.ROGER", answering: request)
        #expect(try progress(scene, "WEST", request, by: .ours).stillOpen == .onlyReceived)
        let back = try scene.say("EAST", "COORD.DISTANCE dist=3NM", answering: request)
        #expect(try progress(scene, "WEST", request, by: .ours).stillOpen == .answerAwaited)
        #expect(try !progress(scene, "WEST", back, by: .theirs).isOpen)
        try scene.say("EAST", "RSP.WILCO", answering: request)
        #expect(try progress(scene, "WEST", request, by: .ours).exchange.closure == .agreed)
    }

    @Test func nothingOverridesAResolutionAdvisory() throws {
        var scene = LineScene()
        let request = try scene.say("WEST", "MAN.CLIMB dir=climb level=FL360")
        try scene.say("EAST", "RA.UNABLE", answering: request)
        #expect(try progress(scene, "WEST", request, by: .ours).exchange.closure == .resolutionAdvisory)
        #expect(throws: LineError.self) { try scene.say("WEST", "MAN.TURN_HDG dir=left hdg=090") }
        try scene.say("WEST", "TI.TRAFFIC clock=11 dist=5NM")
        try scene.say("EAST", "RA.CLEAR")
        try scene.say("WEST", "MAN.TURN_HDG dir=left hdg=090")
    }

    @Test func whatIsBetweenCrewsNeverCrossesTheLine() throws {
        var scene = LineScene()
        #expect(throws: LineError.self) { try scene.say("WEST", "ICP.FOLLOW") }
        #expect(scene.records["WEST"]?.isEmpty == true)
        // Heard on a frequency it is what somebody said, and asks nothing of the peer.
        let heard = Heard(channel: "121.500 MHz", by: "SENTRY 1", time: EntryTime(unixSeconds: LineScene.start - 9))
        let call = try scene.compose("WEST", .init(message: try LineMessage(parsing: "ICP.FOLLOW"), heard: heard))
        #expect(try !progress(scene, "EAST", call, by: .theirs).isOpen)
        // A peer that sends it all the same: nothing is taken of it.
        let forged = try EntryDraft(
            MessageBody(
                message: "X-1", elements: [.init(code: "ICP.FOLLOW")], written: EntryTime(unixSeconds: LineScene.start),
                by: LineScene.east))
        try scene.append("EAST", [forged])
        #expect(throws: PhraseologyError.self) { try scene.desk(of: "WEST") }
    }

    @Test func twoHeardCallsAreComparedAsReadBack() throws {
        var scene = LineScene()
        func heard(_ by: String) -> Heard {
            Heard(channel: "130.000 MHz", by: by, time: EntryTime(unixSeconds: LineScene.start))
        }
        let call = try scene.compose(
            "WEST", .init(message: try LineMessage(parsing: "MAN.TURN_HDG dir=left hdg=180"), heard: heard("TOWER")))
        try scene.compose(
            "WEST",
            .init(
                message: try LineMessage(parsing: "MAN.TURN_HDG dir=left hdg=190"), answers: call,
                heard: heard("VIPER 11")))
        let progress = try progress(scene, "EAST", call, by: .theirs)
        #expect(progress.mismatch?.differences.count == 1)
        #expect(!progress.isOpen)
    }

    @Test func takenBackBeforeAnAnswerClosesAndAfterOneDoesNot() throws {
        var scene = LineScene()
        let first = try scene.say("WEST", "COORD.KEEPCLEAR area=BRAVO")
        try scene.append("WEST", try scene.desk(of: "WEST").cancel(first, by: LineScene.west))
        #expect(try progress(scene, "EAST", first, by: .theirs).exchange.closure == .cancelled)
        #expect(throws: LineError.cancelled(first)) { try scene.say("EAST", "RSP.WILCO", answering: first) }

        // Both at the same moment: the crew has it, so it stays passed on.
        let second = try scene.say("WEST", "COORD.DISTANCE dist=3NM")
        let cancel = try scene.desk(of: "WEST").cancel(second, by: LineScene.west)
        try scene.say("EAST", "RSP.WILCO; COORD.DISTANCE dist=3NM", answering: second)
        try scene.append("WEST", cancel)
        let west = try progress(scene, "WEST", second, by: .ours).exchange
        #expect(west.closure == .agreed)
        #expect(west.times.passedToCrew != nil)
        #expect(try progress(scene, "EAST", second, by: .theirs).exchange.times == west.times)
    }

    @Test func complianceIsAnEntryOfItsOwn() throws {
        var scene = LineScene()
        let request = try scene.say("WEST", "COORD.DISTANCE dist=3NM")
        try scene.say("EAST", "RSP.WILCO; COORD.DISTANCE dist=3NM", answering: request)
        #expect(try progress(scene, "WEST", request, by: .ours).exchange.times.complied == nil)
        try scene.append(
            "EAST",
            try scene.desk(of: "EAST").report(request, complied: true, seen: "by radar", by: LineScene.east))
        let west = try progress(scene, "WEST", request, by: .ours).exchange.times
        #expect(west.complied == LineScene.start + 3)
        #expect(try progress(scene, "EAST", request, by: .theirs).exchange.times == west)
    }

    @Test func replyingReadsWhatIsAnswered() throws {
        var scene = LineScene()
        let warning = try scene.say("WEST", "TI.UNKNOWN")
        try scene.say("EAST", "RSP.ROGER", answering: warning)
        let types = try #require(scene.records["EAST"]).map(\.entry.type)
        #expect(types == ["seen/1", "message-shown/1", "message-read/1", "message/1"])
    }
}

import Testing

@testable import Phraseology

@Suite struct ExchangeTests {
    private static let escalation = EscalationProcedure([
        .init(afterSeconds: 30, .sound), .init(afterSeconds: 60, .nextContact("DUTY GENERAL")),
        .init(afterSeconds: 120, .telephone("+1 555 0100")),
    ])

    private func exchange(_ message: String) throws -> MessageExchange {
        var exchange = MessageExchange(try LineMessage(parsing: message), writtenAt: 0, escalation: Self.escalation)
        _ = exchange.handle(.sent, at: 1)
        return exchange
    }

    private func reply(_ text: String) throws -> MessageExchange.Event { .answered(try LineMessage(parsing: text)) }

    @Test func eachStageKeepsItsFirstTime() throws {
        var exchange = try exchange("TI.TRAFFIC clock=11 dist=5NM")
        #expect(exchange.times.stage == .sent)
        _ = exchange.handle(.received, at: 2)
        _ = exchange.handle(.received, at: 7)
        _ = exchange.handle(.shown, at: 3)
        #expect(exchange.handle(.read(by: "Petrova"), at: 4) == [.update])
        #expect(exchange.handle(.read(by: "somebody else"), at: 5).isEmpty)
        #expect(exchange.times.received == 2)
        #expect(exchange.reader == "Petrova")
        #expect(exchange.times.stage == .read)
        #expect(exchange.handle(try reply("RSP.ROGER"), at: 6) == [.update, .close(.acknowledged)])
        #expect(exchange.times.answered == 6)
    }

    @Test func rogerNeverClosesWhatAsksForAction() throws {
        for element in Catalogue.elements where element.reply.asksForAction {
            var random = ValueGenerator(seed: 7)
            let message = LineMessage(try random.element(element))
            var exchange = MessageExchange(message, writtenAt: 0, escalation: Self.escalation)
            _ = exchange.handle(.sent, at: 1)
            for _ in 0..<3 {
                #expect(exchange.handle(try reply("RSP.ROGER"), at: 2).last == .stillOpen(.onlyReceived))
            }
            // What is left of «ВАС ПОНЯЛ, ВЫПОЛНЯЮ» when it is clipped.
            let clipped = try #require(MessageParser(.russian).parse("ВАС ПОНЯЛ").elements)
            _ = exchange.handle(.answered(try LineMessage(clipped)), at: 3)
            #expect(exchange.times.closed == nil, "\(element.code)")
        }
    }

    @Test func actionClosesWithWilcoAndTheReadBackInAnyOrder() throws {
        let message = "COORD.DISTANCE dist=3NM"
        var first = try exchange(message)
        #expect(first.handle(try reply("RSP.WILCO"), at: 5).last == .stillOpen(.readBackAwaited))
        #expect(first.times.passedToCrew == 5)
        #expect(
            first.handle(.readBack([try MessageElement("COORD.DISTANCE", words: ["dist=3NM"])]), at: 6).last
                == .close(.agreed))

        var second = try exchange(message)
        #expect(second.handle(try reply("COORD.DISTANCE dist=3NM"), at: 5).last == .stillOpen(.answerAwaited))
        #expect(second.handle(try reply("RSP.WILCO"), at: 6).last == .close(.agreed))

        var third = try exchange(message)
        #expect(third.handle(try reply("RSP.WILCO; COORD.DISTANCE dist=3NM"), at: 5).last == .close(.agreed))
        #expect(third.handle(.complied, at: 90) == [.update])
        #expect(third.times.complied == 90)
    }

    @Test func aWrongReadBackKeepsItOpenAndProposesToSayItAgain() throws {
        var exchange = try exchange("COORD.DISTANCE dist=3NM")
        let actions = exchange.handle(try reply("RSP.WILCO; COORD.DISTANCE dist=3km"), at: 5)
        guard case .mismatch(let differences, let proposal)? = actions.last else {
            Issue.record("a mismatch should be shown, not \(actions)")
            return
        }
        #expect(differences.count == 1)
        #expect(proposal?.elements.map(\.code) == ["RSP.NEGATIVE", "PRC.ISAYAGAIN", "COORD.DISTANCE"])
        #expect(exchange.times.closed == nil)
    }

    @Test func complianceWithoutAPromiseIsNotTaken() throws {
        var exchange = try exchange("COORD.DISTANCE dist=3NM")
        #expect(exchange.handle(.complied, at: 5).isEmpty)
    }

    @Test func unableAndAResolutionAdvisoryEndIt() throws {
        var unable = try exchange("MAN.CLIMB dir=climb level=FL100")
        #expect(unable.handle(try reply("RSP.UNABLE reason=weather"), at: 5).last == .close(.unable))
        var advisory = try exchange("MAN.CLIMB dir=climb level=FL100")
        #expect(advisory.handle(try reply("RA.UNABLE"), at: 5).last == .close(.resolutionAdvisory))
    }

    @Test func nobodyAsksForAManoeuvreDuringAnAdvisory() throws {
        var hold = AdvisoryHold()
        let climb = try LineMessage(parsing: "MAN.CLIMB dir=climb level=FL100")
        let traffic = try LineMessage(parsing: "TI.TRAFFIC clock=11 dist=5NM")
        try hold.check(climb)
        hold.take([try MessageElement("RA.ADVISORY")])
        #expect(throws: PhraseologyError.self) { try hold.check(climb) }
        try hold.check(traffic)
        hold.take([try MessageElement("RA.CLEAR")])
        try hold.check(climb)
    }

    @Test func escalationGoesStepByStepAndStandbyBeginsItAnew() throws {
        var exchange = try exchange("COORD.WHOSE pos=KILO")
        #expect(exchange.handle(.tick, at: 30).isEmpty)
        #expect(exchange.handle(.tick, at: 31) == [.escalate(.sound)])
        #expect(exchange.handle(try reply("RSP.STANDBY"), at: 40).last == .stillOpen(.standingBy))
        #expect(exchange.handle(.tick, at: 69).isEmpty)
        #expect(
            exchange.handle(.tick, at: 160) == [
                .escalate(.sound), .escalate(.nextContact("DUTY GENERAL")), .escalate(.telephone("+1 555 0100")),
            ])
        #expect(exchange.handle(try reply("COORD.NOT_KNOWN"), at: 170).last == .close(.answered))
        #expect(exchange.handle(.tick, at: 900).isEmpty)
    }

    @Test func whatDoesNotAnswerIsSaidSo() throws {
        var exchange = try exchange("COORD.WHOSE pos=KILO")
        #expect(exchange.handle(try reply("TI.OVERTAKING"), at: 5) == [.notAReply("TI.OVERTAKING")])
        #expect(exchange.times.answered == nil)
    }

    @Test func theLineIsTestedDegradedSuspendedAndRestored() throws {
        var line = LineCondition(checkInterval: 600, answerWithin: 30)
        #expect(line.tick(at: 0) == [.check])
        #expect(line.tick(at: 29).isEmpty)
        #expect(line.tick(at: 30) == [.update])
        #expect(line.isDegraded)
        #expect(line.tick(at: 600) == [.check])
        #expect(line.take([try MessageElement("LINE.READABILITY", words: ["readability=5"])], at: 604) == [.update])
        #expect(!line.isDegraded && line.lastTested == 604 && line.readability == 5)
        _ = line.take([try MessageElement("LINE.SUSPENDED", words: ["time=00:00", "authority=MOD"])], at: 700)
        #expect(line.suspension?.authority == "MOD")
        #expect(line.tick(at: 1_200) == [.check], "a suspended line is still tested")
        _ = line.take([try MessageElement("LINE.RESTORED", words: ["time=06:00"])], at: 1_300)
        #expect(line.suspension == nil)
    }
}

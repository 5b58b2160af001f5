import Testing

@testable import Phraseology

@Suite struct ReadBackTests {
    private func message(_ text: String) throws -> LineMessage { try LineMessage(parsing: text) }

    @Test(arguments: [
        ("MAN.TURN_HDG dir=left hdg=270 reason=traffic", "LEFT HEADING 270, AFR345"),
        ("MAN.TURN_HDG dir=left hdg=270", "Wilco, turning left heading two seven zero"),
        ("MAN.CLIMB dir=climb level=7800 m", "411, набираю 7800 метров"),
        ("MAN.CLIMB dir=descend level=FL200", "снижаюсь до эшелона двести, выполняю"),
        ("COORD.DISTANCE dist=3NM", "ВАС ПОНЯЛ, ВЫПОЛНЯЮ. ВЫДЕРЖИВАЮ РАССТОЯНИЕ НЕ МЕНЕЕ ТРЁХ МОРСКИХ МИЛЬ"),
        ("LINE.CONTACT unit=EAST freq=124.8", "EAST ON ONE TWO FOUR DECIMAL EIGHT"),
        ("ID.SQUAWK code=7700", "SQUAWKING SEVEN SEVEN ZERO ZERO"),
        (
            "MAN.CLIMB dir=climb level=FL100; MAN.TURN_DEG dir=right deg=30",
            "RIGHT 30 DEGREES, CLIMBING FLIGHT LEVEL ONE HUNDRED"
        ),
    ])
    func whatWasRepeatedRightlyMatches(sent: String, heard: String) throws {
        #expect(ReadBack(of: try message(sent), heard: heard).outcome == .matches)
    }

    @Test func aWrongDigitIsShownWhereItDiffersInBothLanguages() throws {
        let readBack = ReadBack(of: try message("MAN.TURN_HDG dir=left hdg=270"), heard: "LEFT HEADING 280")
        let difference = ReadBackDifference.value(
            code: "MAN.TURN_HDG", parameter: "hdg", sent: .heading(270), heard: .heading(280))
        #expect(readBack.outcome == .differs([difference]))
        #expect(difference.words(in: .english) == ("270", "280"))
        #expect(readBack.proposal?.canonicalText == "RSP.NEGATIVE; PRC.ISAYAGAIN; MAN.TURN_HDG dir=left hdg=270")
    }

    @Test func aWrongDirectionIsNamedInItsWords() throws {
        let readBack = ReadBack(of: try message("MAN.TURN_HDG dir=left hdg=270"), heard: "ВПРАВО КУРС 270")
        guard case .differs(let differences) = readBack.outcome, let first = differences.first else {
            Issue.record("it should differ")
            return
        }
        #expect(differences.count == 1)
        #expect(first.words(in: .russian) == ("ВЛЕВО", "ВПРАВО"))
        #expect(first.words(in: .english) == ("LEFT", "RIGHT"))
    }

    @Test(arguments: [
        "ROGER", "WILCO", "LEFT", "HEADING 270", "RIGHT HEADING 270", "LEFT HEADING 27", "NEGATIVE, LEFT HEADING 270",
        "UNABLE, LEFT HEADING 270", "LEFT HEADING 270, CLIMBING FLIGHT LEVEL 100", "NOT LEFT HEADING 270", "",
    ])
    func whatIsMissingWrongOrTooMuchDoesNotMatch(heard: String) throws {
        #expect(ReadBack(of: try message("MAN.TURN_HDG dir=left hdg=270"), heard: heard).outcome != .matches)
    }

    @Test func theSharedPhraseIsTakenForTheOneThatWasSent() throws {
        #expect(ReadBack(of: try message("ICP.FOLLOW"), heard: "СЛЕДУЙТЕ ЗА МНОЙ").outcome == .matches)
        #expect(ReadBack(of: try message("ICP.REQDESCEND"), heard: "DESCEND").outcome == .matches)
    }
}

import TestSupport
import Testing

@testable import Phraseology

/// What the radio does: other words, other order, call signs, hesitation. And what it must never get away with.
@Suite struct RadioTests {
    @Test(arguments: [
        (
            "AFR345, traffic two o'clock, one zero miles, opposite direction, flight level three fife zero",
            "TI.TRAFFIC clock=2 dist=10 NM dir=opposite level=FL350"
        ),
        ("Traffic, eleven o’clock, FIVE miles", "TI.TRAFFIC clock=11 dist=5 NM"),
        ("TRAFFIC FIVE MILES ELEVEN O'CLOCK", "TI.TRAFFIC clock=11 dist=5 NM"),
        (
            "traffic at twelve o'clock, range 8 miles, same direction, altitude unknown",
            "TI.TRAFFIC clock=12 dist=8 NM dir=same level=unknown"
        ),
        ("Traffic niner o clock fife miles climbing", "TI.TRAFFIC clock=9 dist=5 NM; TI.CLIMBING dir=climbing"),
        ("traffic two o'clock two and a half miles six thousand feet", "TI.TRAFFIC clock=2 dist=2.5 NM level=6000 ft"),
        ("Viper one one, turn left heading two seven zero", "MAN.TURN_HDG dir=left hdg=270"),
        ("Viper 11 turn left heading 270 due traffic", "MAN.TURN_HDG dir=left hdg=270 reason=traffic"),
        ("Turn left heading 270, Viper 11", "MAN.TURN_HDG dir=left hdg=270"),
        ("turn left heading two seven zero viper one one", "MAN.TURN_HDG dir=left hdg=270"),
        (
            "traffic, your eleven o'clock, five miles, opposite direction, Boeing 737, FL350",
            "TI.TRAFFIC clock=11 dist=5 NM dir=opposite type=BOEING 737 level=FL350"
        ),
        ("VIPER 11, TURN LEFT HEADING 270, VIPER 11", "MAN.TURN_HDG dir=left hdg=270"),
        ("heading 270, turn left", "MAN.TURN_HDG dir=left hdg=270"),
        ("курс 270, влево", "MAN.TURN_HDG dir=left hdg=270"),
        ("on 121.5 contact East", "LINE.CONTACT unit=EAST freq=121.500 MHz"),
        (
            "zone Alfa active FL100 to FL250 from 1200 until 1430",
            "ZONE.ACTIVE zone=ALFA times=12:00Z/14:30Z levels=FL100 to FL250"
        ),
        (
            "do you operate track at 0924 FL350, 5 miles north of KILO",
            "COORD.WHOSE pos=5 NM north of KILO level=FL350 time=09:24Z"
        ),
        ("turn left heading TWO HUNDRED", "MAN.TURN_HDG dir=left hdg=200"),
        ("West, East, read you five", "LINE.READABILITY readability=5"),
        ("East, this is West, request radio check on one two one decimal fife", "LINE.CHECK channel=121.500 MHz"),
        ("contact East Control on 124.8", "LINE.CONTACT unit=EAST CONTROL freq=124.800 MHz"),
        ("Contact Sector One, one three two point zero two fife", "LINE.CONTACT unit=SECTOR 1 freq=132.025 MHz"),
        ("Climb to and maintain six tousand feet QNH 1013", "MAN.CLIMB dir=climb level=6000 ft QNH 1013"),
        ("Descend FL100", "MAN.CLIMB dir=descend level=FL100"),
        ("descend to 5,000 feet", "MAN.CLIMB dir=descend level=5000 ft"),
        ("Uh, maintain uh distance not less than 3 NM, over", "COORD.DISTANCE dist=3 NM"),
        ("Zone A1 active from twelve hundred until fourteen thirty zulu", "ZONE.ACTIVE zone=A1 times=12:00Z/14:30Z"),
        ("squawk SEV-en seven ZE-RO zero", "ID.SQUAWK code=7700"),
        ("maintain mach decimal eight two or less", "MAN.MACH mach=0.82 bound=less"),
        ("Roger, wilco", "RSP.ROGER; RSP.WILCO"), ("Affirmative", "RSP.AFFIRM"), ("STAND BY", "RSP.STANDBY"),
        ("411, набирайте 7800 метров", "MAN.CLIMB dir=climb level=7800 m"),
        ("411-й, набирайте 7 800 метров", "MAN.CLIMB dir=climb level=7800 m"),
        ("Борт слева под 30, 30 км, попутный, Як-42", "TI.TRAFFIC clock=30 left dist=30 km dir=same type=ЯК42"),
        (
            "борт на одиннадцать часов, удаление пять миль, встречный, эшелон три пять ноль",
            "TI.TRAFFIC clock=11 dist=5 NM dir=opposite level=FL350"
        ),
        ("Влево на курс ноль тридцать", "MAN.TURN_HDG dir=left hdg=030"),
        ("снижайся до эшелона двести", "MAN.CLIMB dir=descend level=FL200"),
        ("выдерживайте расстояние не менее трех морских миль", "COORD.DISTANCE dist=3 NM"),
        ("выдерживайте расстояние не менее двух с половиной миль", "COORD.DISTANCE dist=2.5 NM"),
        ("выдерживайте расстояние не менее 2,5 мили", "COORD.DISTANCE dist=2.5 NM"),
        ("работайте Восток сто двадцать четыре точка восемьсот пятьдесят", "LINE.CONTACT unit=ВОСТОК freq=124.850 MHz"),
        ("слушайте Восток на 124,8", "LINE.MONITOR unit=ВОСТОК freq=124.800 MHz"),
        ("Восток, я Запад, прошу проверку связи, приём", "LINE.CHECK"),
        ("слышу вас на пятёрку", "LINE.READABILITY readability=5"),
        ("зона Восток не действует", "ZONE.INACTIVE zone=ВОСТОК"),
        ("нет, повторяю, влево курс 270", "RSP.NEGATIVE; PRC.ISAYAGAIN; MAN.TURN_HDG dir=left hdg=270"),
        ("выполнить не могу по метеоусловиям", "RSP.UNABLE reason=weather"),
    ])
    func variantsAreUnderstood(said: String, meant: String) {
        let understood = MessageParser.parse(said)
        #expect(understood.elements?.map(\.canonicalText).joined(separator: "; ") == meant, "\(understood.unclear)")
    }

    @Test(arguments: [
        "Do not turn left heading 270", "Never turn left heading 270", "Viper 11, do not turn left heading 270",
        "Turn left heading 27", "Turn left heading 30 degrees", "Turn left heading 370", "Turn heading 270",
        "turn left heading two seven zero correction two eight zero", "Turn left or right heading 270",
        "maintain distance less than 3 NM", "maintain distance not less than 3",
        "maintain distance not less than NM", "maintain distance not less than 3 statute miles",
        "traffic 13 o'clock 5 miles", "traffic 11 o'clock 5", "climb 7800", "climb flight level 5",
        "climb flight level 1000",
        "contact East 12.5", "contact East 117.5", "squawk 7800", "squawk 770", "zone Alfa active",
        "zone Alfa active from 2500 until 1430", "5 unreadable", "Line restored from 1200 local",
        "climb flight level 350 flight level 360",
        "maintain flight level 350 plus 10", "maintain flight level 350, minus 10", "wait, turn left heading 270",
        "climb to flight level 350 or above", "bananas", "",
        " , . ",
        "не набирайте 7800 метров", "набирайте 7800", "набирайте метров",
        "выдерживайте расстояние менее трёх морских миль",
        "выполнить могу", "влево курс 27", "код ответчика 4408", "вправо влево курс 270",
        "эшелон триста пятьдесят пять миль", "линия связи восстановлена с 12:00 МСК",
    ])
    func whatMattersIsNeverGuessed(said: String) {
        let understood = MessageParser.parse(said)
        #expect(!understood.isUnderstood, "\(understood.interpretations.map { $0.map(\.canonicalText) })")
        #expect(!understood.unclear.isEmpty)
    }

    @Test func whatTwoReadingsShareIsSaidToBeUnclear() {
        let understood = MessageParser(.russian).parse("БОРТ ОДИННАДЦАТЬ ЧАСОВ ЭШЕЛОН ТРИСТА ПЯТЬДЕСЯТ ПЯТЬ МИЛЬ")
        #expect(understood.interpretations.count > 1)
        #expect(!understood.isUnderstood)
    }

    @Test func sharedPhrasesGiveAllCandidatesAndPreferThoseBetweenStations() {
        func codes(_ text: String) -> [[String]] { MessageParser.parse(text).interpretations.map { $0.map(\.code) } }
        #expect(codes("WILCO") == [["RSP.WILCO"], ["ICP.WILCO"]])
        #expect(codes("ВЫПОЛНИТЬ НЕ МОГУ") == [["RSP.UNABLE"], ["ICP.CANNOT"]])
        #expect(codes("ТЕРПЛЮ БЕДСТВИЕ") == [["EMG.MAYDAY"], ["ICP.MAYDAY"]])
        #expect(codes("DESCEND") == [["ICP.DESCEND"], ["ICP.REQDESCEND"]])
        #expect(codes("ВАС ПОНЯЛ") == [["RSP.ROGER"]])
    }

    @Test func theJSONSaysCodeParametersUnclearAndCandidates() {
        let json = MessageParser.parse("TRAFFIC ELEVEN O'CLOCK FIVE MILES OPPOSITE DIRECTION").json
        #expect(
            json.hasPrefix(
                #"{"code":"TI.TRAFFIC","parameters":{"clock":11,"dist":"5 NM","dir":"opposite"},"unclear":[],"candidates":["#
            ))
        #expect(
            MessageParser.parse("TURN LEFT HEADING 27").json.hasPrefix(#"{"code":null,"parameters":{},"unclear":["at "#)
        )
    }

    /// Nothing that is said makes the parser fail or dwell: words of the catalogue in any order, and any characters.
    @Test func noTextIsTooMuch() {
        var random = SeededRandom(seed: 5)
        let words = Catalogue.elements.flatMap { element in
            element.wordings.values.flatMap {
                $0.patterns[0].split { " {}[]<>@();|,:/~^?".contains($0) }.map(String.init)
            }
        }
        for _ in 0..<400 {
            let count = Int.random(in: 1...60, using: &random)
            let text = (0..<count).compactMap { _ in
                Int.random(in: 0...3, using: &random) == 0
                    ? String(Int.random(in: 0...999, using: &random)) : words.randomElement(using: &random)
            }.joined(separator: " ")
            _ = MessageParser.parse(text, mode: .readBack)
        }
        for text in [
            String(repeating: "A1 ", count: 300), String(repeating: "ONE ", count: 240), "\u{0}\u{1F600}\u{301}",
            "{}[]<>",
        ] {
            #expect(!MessageParser.parse(text).isUnderstood)
        }
    }
}

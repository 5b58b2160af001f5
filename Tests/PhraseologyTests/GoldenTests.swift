import Testing

@testable import Phraseology

/// One table for each rule of how values are said.
@Suite struct GoldenTests {
    private func said(_ element: String, _ language: String, _ style: Style = .spoken) throws -> String {
        let words = element.split(separator: " ").map(String.init)
        return try Renderer(LanguageTable.named(language), style: style)
            .text(MessageElement(words[0], words: Array(words.dropFirst())))
    }

    @Test(arguments: [
        ("MAN.LEVEL_M level=10m", "ONE ZERO METRES", "ДЕСЯТЬ МЕТРОВ"),
        ("MAN.LEVEL_M level=75m", "SEVEN FIVE METRES", "СЕМЬДЕСЯТ ПЯТЬ МЕТРОВ"),
        ("MAN.LEVEL_M level=100m", "ONE HUNDRED METRES", "СТО МЕТРОВ"),
        ("MAN.LEVEL_M level=583m", "FIVE EIGHT THREE METRES", "ПЯТЬСОТ ВОСЕМЬДЕСЯТ ТРИ МЕТРА"),
        ("MAN.LEVEL_FT level=5000ft", "FIVE THOUSAND FEET", "ПЯТЬ ТЫСЯЧ ФУТОВ"),
        ("MAN.LEVEL_M level=7800m", "SEVEN THOUSAND EIGHT HUNDRED METRES", "СЕМЬ ТЫСЯЧ ВОСЕМЬСОТ МЕТРОВ"),
        ("MAN.LEVEL_FT level=11000ft", "ONE ONE THOUSAND FEET", "ОДИННАДЦАТЬ ТЫСЯЧ ФУТОВ"),
        ("MAN.LEVEL_FT level=18900ft", "ONE EIGHT THOUSAND NINER HUNDRED FEET", "ВОСЕМНАДЦАТЬ ТЫСЯЧ ДЕВЯТЬСОТ ФУТОВ"),
        ("MAN.LEVEL_M level=1m", "ONE METRE", "ОДИН МЕТР"),
        ("MAN.LEVEL_M level=2001m", "TWO ZERO ZERO ONE METRES", "ДВЕ ТЫСЯЧИ ОДИН МЕТР"),
    ])
    func numbersInGeneral(element: String, english: String, russian: String) throws {
        #expect(try said(element, "en") == english)
        #expect(try said(element, "ru") == russian)
    }

    @Test(arguments: [
        ("005", "ZERO ZERO FIVE", "НОЛЬ НОЛЬ ПЯТЬ"), ("030", "ZERO THREE ZERO", "НОЛЬ ТРИДЦАТЬ"),
        ("099", "ZERO NINER NINER", "НОЛЬ ДЕВЯНОСТО ДЕВЯТЬ"), ("100", "ONE ZERO ZERO", "СТО"),
        ("200", "TWO ZERO ZERO", "ДВЕСТИ"), ("270", "TWO SEVEN ZERO", "ДВЕСТИ СЕМЬДЕСЯТ"),
        ("360", "THREE SIX ZERO", "ТРИСТА ШЕСТЬДЕСЯТ"),
    ])
    func headingsHaveThreeDigits(heading: String, english: String, russian: String) throws {
        #expect(try said("MAN.STOP_TURN hdg=\(heading)", "en") == "STOP TURN HEADING " + english)
        #expect(try said("MAN.STOP_TURN hdg=\(heading)", "ru") == "ПРЕКРАТИТЕ РАЗВОРОТ НА КУРС " + russian)
        #expect(try said("MAN.STOP_TURN hdg=\(heading)", "en", .written) == "STOP TURN HEADING \(heading)")
    }

    @Test(arguments: [
        ("FL050", "ZERO FIVE ZERO", "ПЯТЬДЕСЯТ"), ("FL100", "ONE HUNDRED", "СТО"), ("FL200", "TWO HUNDRED", "ДВЕСТИ"),
        ("FL350", "THREE FIVE ZERO", "ТРИСТА ПЯТЬДЕСЯТ"), ("FL411", "FOUR ONE ONE", "ЧЕТЫРЕСТА ОДИННАДЦАТЬ"),
    ])
    func flightLevels(level: String, english: String, russian: String) throws {
        #expect(try said("MAN.LEVEL_FL level=\(level)", "en") == "FLIGHT LEVEL " + english)
        #expect(try said("MAN.LEVEL_FL level=\(level)", "ru") == "ЭШЕЛОН " + russian)
        #expect(try said("MAN.CLIMB dir=descend level=\(level)", "ru") == "СНИЖАЙТЕСЬ ЭШЕЛОН " + russian)
    }

    @Test(arguments: [
        ("118.000", "ONE ONE EIGHT DECIMAL ZERO", "СТО ВОСЕМНАДЦАТЬ ЗАПЯТАЯ НОЛЬ"),
        ("121.500", "ONE TWO ONE DECIMAL FIVE", "СТО ДВАДЦАТЬ ОДИН ЗАПЯТАЯ ПЯТЬ"),
        ("118.025", "ONE ONE EIGHT DECIMAL ZERO TWO FIVE", "СТО ВОСЕМНАДЦАТЬ ЗАПЯТАЯ НОЛЬ ДВАДЦАТЬ ПЯТЬ"),
        ("130.005", "ONE THREE ZERO DECIMAL ZERO ZERO FIVE", "СТО ТРИДЦАТЬ ЗАПЯТАЯ НОЛЬ НОЛЬ ПЯТЬ"),
        ("243.550", "TWO FOUR THREE DECIMAL FIVE FIVE ZERO", "ДВЕСТИ СОРОК ТРИ ЗАПЯТАЯ ПЯТЬСОТ ПЯТЬДЕСЯТ"),
    ])
    func frequencies(frequency: String, english: String, russian: String) throws {
        #expect(try said("LINE.CONTACT unit=EAST freq=\(frequency)", "en") == "CONTACT EAST, " + english)
        #expect(try said("LINE.CONTACT unit=EAST freq=\(frequency)", "ru") == "РАБОТАЙТЕ EAST, " + russian)
    }

    @Test(arguments: [
        ("COORD.DISTANCE dist=1NM", "ОДНОЙ МОРСКОЙ МИЛИ"), ("COORD.DISTANCE dist=3NM", "ТРЁХ МОРСКИХ МИЛЬ"),
        ("COORD.DISTANCE dist=21NM", "ДВАДЦАТИ ОДНОЙ МОРСКОЙ МИЛИ"),
        ("COORD.DISTANCE dist=11NM", "ОДИННАДЦАТИ МОРСКИХ МИЛЬ"),
        ("COORD.DISTANCE dist=2.5NM", "ДВУХ ЦЕЛЫХ ПЯТИ ДЕСЯТЫХ МОРСКОЙ МИЛИ"),
        ("COORD.DISTANCE dist=1000m", "ОДНОЙ ТЫСЯЧИ МЕТРОВ"), ("COORD.DISTANCE dist=101m", "СТА ОДНОГО МЕТРА"),
        ("COORD.DISTANCE dist=200m", "ДВУХСОТ МЕТРОВ"),
    ])
    func notLessThanTakesTheGenitive(element: String, russian: String) throws {
        #expect(try said(element, "ru") == "ВЫДЕРЖИВАЙТЕ РАССТОЯНИЕ НЕ МЕНЕЕ " + russian)
    }

    @Test func theWordsOfTheExample() throws {
        #expect(try said("COORD.DISTANCE dist=3NM", "en") == "MAINTAIN DISTANCE NOT LESS THAN THREE NAUTICAL MILES")
        let traffic = "TI.TRAFFIC clock=11 dist=3NM dir=opposite level=FL350"
        #expect(
            try said(traffic, "en")
                == "TRAFFIC ELEVEN O'CLOCK THREE NAUTICAL MILES OPPOSITE DIRECTION FLIGHT LEVEL THREE FIVE ZERO")
        #expect(
            try said(traffic, "ru")
                == "БОРТ ОДИННАДЦАТЬ ЧАСОВ ТРИ МОРСКИЕ МИЛИ ВО ВСТРЕЧНОМ НАПРАВЛЕНИИ ЭШЕЛОН ТРИСТА ПЯТЬДЕСЯТ")
        #expect(
            RussianNumerals.cardinal(5, in: .prepositional) + " "
                + RussianNoun.of(.nauticalMile)
                .form(after: ExactDecimal(significand: 5), in: .prepositional) == "ПЯТИ МОРСКИХ МИЛЯХ")
    }

    @Test func bearingsTurnsTimesCodesAndNames() throws {
        #expect(
            try said("TI.TRAFFIC clock=30left dist=30km", "ru")
                == "БОРТ СЛЕВА ПОД ТРИДЦАТЬ ГРАДУСОВ ТРИДЦАТЬ КИЛОМЕТРОВ")
        #expect(try said("TI.TRAFFIC clock=1 dist=1km", "ru") == "БОРТ ОДИН ЧАС ОДИН КИЛОМЕТР")
        #expect(try said("MAN.TURN_DEG dir=left deg=30", "en") == "TURN LEFT THREE ZERO DEGREES")
        #expect(try said("MAN.TURN_DEG dir=left deg=31", "ru") == "ВЫПОЛНИТЕ ЛЕВЫЙ РАЗВОРОТ ТРИДЦАТЬ ОДИН ГРАДУС")
        #expect(try said("LINE.RESTORED time=21:01", "en") == "LINE RESTORED FROM TWO ONE ZERO ONE UTC")
        #expect(
            try said("LINE.RESTORED time=21:01", "ru")
                == "ЛИНИЯ СВЯЗИ ВОССТАНОВЛЕНА С ДВАДЦАТИ ОДНОГО ЧАСА ОДНОЙ МИНУТЫ ПО ВСЕМИРНОМУ ВРЕМЕНИ")
        #expect(
            try said("COORD.WHOSE pos=KILO time=02:21", "ru").hasSuffix(
                "В ДВА ЧАСА ДВАДЦАТЬ ОДНУ МИНУТУ ПО ВСЕМИРНОМУ ВРЕМЕНИ?"))
        #expect(try said("ID.SQUAWK code=7700", "en") == "SQUAWK SEVEN SEVEN ZERO ZERO")
        #expect(try said("ID.SQUAWK code=7700", "ru") == "КОД ОТВЕТЧИКА СЕМЬДЕСЯТ СЕМЬ НОЛЬ НОЛЬ")
        #expect(RussianNumerals.group("245") == "ДВЕСТИ СОРОК ПЯТЬ")
        #expect(Russian().nameDigits("9374") == "ДЕВЯНОСТО ТРИ СЕМЬДЕСЯТ ЧЕТЫРЕ")
        #expect(try said("ZONE.INACTIVE zone=A1", "en") == "ZONE ALFA ONE NOT ACTIVE")
        #expect(try said("ZONE.INACTIVE zone=Б2", "ru") == "ЗОНА БОРИС ДВА НЕ ДЕЙСТВУЕТ")
        #expect(try said("MAN.SPEED dir=increase speed=450km/h", "ru", .written) == "УВЕЛИЧЬТЕ СКОРОСТЬ ДО 450 КМ/Ч")
        #expect(
            try said("MAN.SPEED dir=increase speed=450km/h", "ru")
                == "УВЕЛИЧЬТЕ СКОРОСТЬ ДО ЧЕТЫРЁХСОТ ПЯТИДЕСЯТИ КИЛОМЕТРОВ В ЧАС")
    }

    @Test func aStationIsAskedAndNotCommanded() throws {
        let element = try MessageElement("COORD.DISTANCE", words: ["dist=3NM"])
        let english = try Renderer(.english, audience: .station).text(element)
        #expect(english == "REQUEST YOU PASS TO CREW: MAINTAIN DISTANCE NOT LESS THAN 3 NAUTICAL MILES")
        let understood = MessageParser.parse(try Renderer(.russian, style: .spoken, audience: .station).text(element))
        #expect(understood.elements == [element])
        #expect(understood.isRequest)
        #expect(throws: PhraseologyError.self) { try LineMessage(parsing: "ICP.FOLLOW").checkBetweenStations() }
    }
}

import Airspace
import Testing

@testable import Phraseology

@Suite struct ComposeTests {
    @Test(arguments: [
        ("turn left", "MAN.TURN_HDG"), ("влево", "MAN.TURN_HDG"), ("mainta dist", "COORD.DISTANCE"),
        ("расст", "COORD.DISTANCE"), ("ti.tr", "TI.TRAFFIC"), ("трёх", ""), ("mesafe", "COORD.DISTANCE"),
        ("zone active", "ZONE.ACTIVE"),
    ])
    func wordsOfEitherLanguageFindTheElement(typed: String, code: String) {
        let found = Catalogue.search(typed).map(\.code)
        #expect(code.isEmpty ? found.isEmpty : found.contains(code), "\(found)")
    }

    @Test func aConflictIsProposedWithItsRealNumbers() throws {
        var traffic = TrafficInformation(
            bearingDegrees: 330, trackDegrees: 0, otherTrackDegrees: 175, distance: Length(5.04, .nauticalMiles),
            otherPressureAltitudeFeet: 35_010)
        #expect(try traffic.element().canonicalText == "TI.TRAFFIC clock=11 dist=5 NM dir=opposite level=FL350")
        traffic.otherPressureAltitudeFeet = nil
        traffic.otherTrackDegrees = 90
        traffic.bearingDegrees = 359
        #expect(
            try traffic.element().canonicalText
                == "TI.TRAFFIC clock=12 dist=5 NM dir=crossing-left-to-right level=unknown")
        traffic.bearingDegrees = .nan
        #expect(throws: PhraseologyError.self) { try traffic.element() }
    }

    @Test(arguments: [
        ("POS.REPORT dist=5NM dir=NE point=KILO", "POS.REPORT dist=5 NM dir=north-east point=KILO"),
        ("RSP.UNABLE reason=due to weather", "RSP.UNABLE reason=weather"),
        ("TI.CROSSING side=left to right", "TI.CROSSING side=left-to-right"),
        ("TI.COLLISION pair=AFR123 and BAW456", "TI.COLLISION pair=AFR123 / BAW456"),
        ("MAN.CLIMB climb level=FL100", "MAN.CLIMB dir=climb level=FL100"),
        ("MAN.VS vs=1000fpm", "MAN.VS vs=1000 ft/min"),
        ("COORD.WHOSE pos=5 NM N of KILO", "COORD.WHOSE pos=5 NM north of KILO"),
        ("TI.TRAFFIC clock=2 dist=4km type=MiG-29", "TI.TRAFFIC clock=2 dist=4 km type=MIG29"),
    ])
    func valuesAreReadAsPeopleWriteThem(written: String, meant: String) throws {
        #expect(try LineMessage(parsing: written).canonicalText == meant)
    }

    @Test(arguments: [
        ("LEFT HEADING 270, AFR345", "MAN.TURN_HDG dir=left hdg=270"),
        ("411, набираю 7800 метров", "MAN.CLIMB dir=climb level=7800 m"),
    ])
    func aTranscriptMayHoldReadBacks(said: String, meant: String) {
        #expect(!MessageParser.parse(said).isUnderstood)
        let heard = MessageParser.parse(said, mode: .transcript)
        #expect(heard.isReadBack)
        #expect(heard.elements?.map(\.canonicalText) == [meant])
    }

    /// English, code, Russian, code, English: nothing is lost on the way.
    @Test func messagesGoThroughBothLanguages() throws {
        var random = ValueGenerator(seed: 26)
        for definition in Catalogue.elements {
            let element = try random.element(definition)
            let english = MessageParser(.english).parse(try Renderer(.english, style: .spoken).text(element))
            let first = try #require(english.interpretations.first { $0 == [element] })
            let russian = MessageParser(.russian).parse(
                try Renderer(.russian, style: .written).text(try LineMessage(first)))
            #expect(russian.interpretations.contains([element]), "\(element.canonicalText)")
        }
    }
}

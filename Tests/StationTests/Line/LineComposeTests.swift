import Accord
import Airspace
import Foundation
import Phraseology
import Surveillance
import Testing

@testable import Station

/// What helps to compose a message, and what a form may hold.
@Suite struct LineComposeTests {
    @Test(arguments: [
        ("traffic", "TI.TRAFFIC"), ("борт часов", "TI.TRAFFIC"), ("выдерживайте расст", "COORD.DISTANCE"),
        ("keep clear", "COORD.KEEPCLEAR"), ("MAN.TURN_H", "MAN.TURN_HDG"), ("say inten", "COORD.INTENTIONS"),
    ])
    func wordsOfEitherLanguageFindTheElement(typed: String, code: String) {
        let found = LineSuggestions().elements(for: typed).map(\.code)
        #expect(found.prefix(3).contains(code), "\(typed): \(found)")
    }

    @Test func whatIsBetweenCrewsIsOfferedOnlyForWhatWasHeard() {
        #expect(!LineSuggestions().elements(for: "follow").contains { $0.isBetweenCrewsOnly })
        #expect(LineSuggestions(heard: true).elements(for: "follow").contains { $0.code == "ICP.FOLLOW" })
        #expect(LineSuggestions().elements(for: "123 ,,").isEmpty)
    }

    private func track(_ identifier: String, _ latitude: Double, _ longitude: Double, track: Double?, feet: Double)
        -> PictureTrack
    {
        let state = KinematicState(
            timeUnixSeconds: 0,
            position: GeodeticPosition(latitudeDegrees: latitude, longitudeDegrees: longitude),
            level: .pressure(feet: feet), groundSpeedMetresPerSecond: 220, trackDegrees: track)
        return PictureTrack(
            identifier: identifier, state: state, aircraftClass: .airliner, feed: "f", ageSeconds: 0, freshness: .live,
            isOnGround: false, quality: [])
    }

    @Test func aConflictIsToldFromTheSeatOfThePeersAircraft() throws {
        // B is 5.4 NM north of A; A flies east, B flies west: at nine o'clock, opposite direction.
        let told = track("a", 50, 8, track: 90, feet: 33_000)
        let other = track("b", 50.09, 8, track: 270, feet: 35_040)
        let proposal = try ConflictProposal(telling: told, about: other)
        #expect(proposal.message.canonicalText == "TI.TRAFFIC clock=9 dist=5.4 NM dir=opposite level=FL350")
        let back = try ConflictProposal(telling: other, about: told)
        #expect(back.message.canonicalText == "TI.TRAFFIC clock=9 dist=5.4 NM dir=opposite level=FL330")
        #expect(throws: LineError.self) {
            try ConflictProposal(telling: track("c", 50, 8, track: nil, feet: 30_000), about: other)
        }
    }

    private func form(_ fields: [String: Any]) throws -> LineComposition {
        try LineForm.composition(
            Array(try JSONSerialization.data(withJSONObject: fields)), at: LineScene.start + 40_000)
    }

    @Test func fromTheTelephoneSheetOnlyWithItsCheckWord() throws {
        let message = try LineMessage(parsing: "COORD.DISTANCE dist=3NM")
        let number = try #require(TelephoneSheet.elements.firstIndex { $0.code == "COORD.DISTANCE" }) + 1
        let heard = ["channel": "telephone", "by": "Петрова", "time": "09:31"]
        let word = CheckWord(of: message)
        let fields: [String: Any] = ["number": number, "message": "dist=3NM", "heard": heard, "late": true]
        for said in [word.words(in: .english), word.words(in: .russian).lowercased()] {
            let composition = try form(fields.merging(["check": said]) { $1 })
            #expect(composition.message == message)
            #expect(composition.isLate)
        }
        #expect(throws: LineError.self) {
            try form(fields.merging(["message": "dist=5NM", "check": word.words(in: .english)]) { $1 })
        }
    }

    @Test func aFormIsHeldToItsFields() throws {
        #expect(throws: Problem.self) { try form(["message": "TI.UNKNOWN", "mission": "none"]) }
        #expect(throws: PhraseologyError.self) { try form(["message": "TI.TRAFFIC clock=13 dist=5NM"]) }
        #expect(throws: PhraseologyError.self) { try form(["text": "TURN LEFT HEADING 270"]) }
        #expect(throws: LineError.self) {
            try form(["message": "TI.UNKNOWN", "heard": ["channel": "1", "by": "2", "time": "half past nine"]])
        }
        // 23:50 heard at 20:26 was yesterday.
        let time = try LineAnswers.time("23:50", now: LineScene.start + 40_000)
        #expect(time < LineScene.start + 40_000)
    }
}

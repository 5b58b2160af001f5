import Accord
import Foundation
import TestSupport
import Testing

/// Entries are read as strictly as they are written.
struct EntryTests {
    @Test(arguments: EntrySamples.all.indices)
    func everyTypeSurvivesTheJourney(index: Int) throws {
        func check(_ body: some EntryBody) throws {
            let bytes = try EntrySamples.bytes(body)
            let entry = try Entry(bytes)
            #expect(entry.bytes == bytes)
            #expect(entry.type == type(of: body).type)
            #expect(entry.atUnixSeconds == 1_446_542_645)
            #expect(entry.salt == EntrySamples.salt)
            #expect(try entry.body(type(of: body)) == body)
            #expect(EntryPermission.isKnown(entry.type))
        }
        try check(EntrySamples.all[index])
    }

    @Test func isWrittenAsDocumented() throws {
        let bytes = try EntrySamples.bytes(AlertEndedBody(alert: "a1"))
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"type":"alert-ended/1","at":"2015-11-03T09:24:05.000Z","salt":"BwcHBwcHBwcHBwcHBwcHBw==","body":{"alert":"a1"}}"#
        )
    }

    private func refusal(_ text: String) -> String? {
        do {
            _ = try Entry(Array(text.utf8)).body(AlertEndedBody.self)
            return nil
        } catch { return error.description }
    }

    private func envelope(
        type: String = "alert-ended/1", at: String = "2015-11-03T09:24:05.000Z",
        salt: String = "BwcHBwcHBwcHBwcHBwcHBw==", body: String = #"{"alert":"a1"}"#, more: String = ""
    ) -> String { #"{"type":"\#(type)","at":"\#(at)","salt":"\#(salt)","body":\#(body)\#(more)}"# }

    @Test(arguments: [
        (#"{"alert":"a1","mission":"x"}"#, "mission"), (#"{}"#, "“alert” is missing"), (#"{"alert":1}"#, "alert"),
        (#"{"alert":"<b>"}"#, "alert"), (#"{"alert":""}"#, "alert"), (#"{"alert":"a","alert":"b"}"#, "twice"),
        (#"[]"#, "object"), (#"{"alert":"a""#, "missing"), (#"{"alert":"\ud800"}"#, "surrogate"),
        (#"{"alert":01}"#, "begins with 0"), (#"{"alert":"a"},"x":{}"#, "“x”"), (#"{"alert":tru}"#, "missing"),
        (#"{"alert":"\#u{01}"}"#, "control"),
    ])
    func refusesABodyThatIsNotAsDescribed(body: String, word: String) {
        let refusal = refusal(envelope(body: body))
        #expect(refusal?.contains(word) == true, "\(refusal ?? "taken")")
    }

    @Test func refusesAnEnvelopeThatIsNotAsDescribed() {
        #expect(refusal(envelope()) == nil)
        #expect(refusal(envelope(type: "Alert/1")) != nil)
        #expect(refusal(envelope(type: "alert-ended/01")) != nil)
        #expect(refusal(envelope(type: "alert-seen/1"))?.contains("of type alert-seen/1") == true)
        #expect(refusal(envelope(at: "2015-11-03T09:24:05Z")) != nil)
        #expect(refusal(envelope(at: "2015-13-03T09:24:05.000Z")) != nil)
        #expect(refusal(envelope(salt: "AAAA")) != nil)
        #expect(refusal(envelope(more: " ")) == nil)
        #expect(refusal(envelope() + "{}")?.contains("follows") == true)
        #expect(refusal("") != nil)
        let deep = String(repeating: "[", count: 30_000)
        #expect(refusal(envelope(body: #"{"alert":\#(deep)"#))?.contains("deeply") == true)
        let long = String(repeating: "a", count: 70_000)
        #expect(refusal(envelope(body: #"{"alert":"\#(long)"}"#))?.contains("more than 65535") == true)
    }

    @Test func refusesPlacesThatThereAreNot() {
        var track = EntrySamples.track
        track.lat = 4330
        #expect(throws: AccordError.self) { try EntryDraft(track) }
        track = EntrySamples.track
        track.lon = .nan
        #expect(throws: AccordError.self) { try EntryDraft(track) }
        track = EntrySamples.track
        track.levelFt = 1e300
        #expect(throws: AccordError.self) { try EntryDraft(track) }
    }

    /// Thousands of changed bytes: each is read or refused, and none traps.
    @Test func survivesMutation() throws {
        var generator = SeededRandom(seed: 41)
        var taken = 0
        for body in EntrySamples.all {
            let bytes = try EntrySamples.bytes(body)
            for _ in 0..<200 {
                var changed = bytes
                for _ in 0..<Int.random(in: 1...3, using: &generator) {
                    let index = Int.random(in: 0..<changed.count, using: &generator)
                    switch Int.random(in: 0..<4, using: &generator) {
                    case 0: changed[index] = UInt8.random(in: 0...255, using: &generator)
                    case 1: changed.remove(at: index)
                    case 2:
                        changed.insert(Array(#"{}[]",:\0e-9"#.utf8).randomElement(using: &generator) ?? 0, at: index)
                    default: changed = Array(changed[..<max(1, index)])
                    }
                }
                func read(_ body: some EntryBody) {
                    if (try? Entry(changed).body(type(of: body))) != nil { taken += 1 }
                }
                read(body)
            }
        }
        #expect(taken > 0)
    }

    @Test func keepsWhatItDoesNotKnow() throws {
        let entry = try Entry(Array(envelope(type: "weather/3", body: #"{"wind":[1,2.5e3,-0]}"#).utf8))
        #expect(!EntryPermission.isKnown(entry.type))
    }

    /// What is written by hand for speed is what the general encoder writes, and both read it alike.
    @Test func tracksAreWrittenAsAllElse() throws {
        var generator = SeededRandom(seed: 8)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        func maybe(_ range: ClosedRange<Double>) -> Double? {
            Bool.random(using: &generator) ? Double.random(in: range, using: &generator) : nil
        }
        for _ in 0..<500 {
            var body = EntrySamples.track
            body.lat = Double.random(in: -90...90, using: &generator)
            body.lon = maybe(-180...180) ?? 1e-7
            body.levelFt = maybe(-1_000...60_000)?.rounded()
            body.speedKt = maybe(0...600)
            body.trackDegrees = maybe(0...360)
            body.verticalFpm = maybe(-9_000...9_000)?.rounded()
            body.datum = Bool.random(using: &generator) ? .ellipsoid : nil
            body.emergency = SharedEmergency.allCases.randomElement(using: &generator)
            let byHand = try EntryDraft(body).bodyJSON
            #expect(byHand == Array(try encoder.encode(body)))
            #expect(try Entry(EntrySamples.bytes(body)).body(TrackBody.self) == body)
            #expect(try JSONDecoder().decode(TrackBody.self, from: Data(byHand)) == body)
        }
    }

    @Test(arguments: [
        #""lat":"48""#, #""lat":null"#, #""lat":1e999"#, #""lat":[48]"#, #""rule":7"#, #""emergency":"7000""#,
        #""time":"2015-11-03T09:24:05Z""#, #""type":"Su-27""#, #""datum":true"#,
    ])
    func tracksAreReadStrictly(field: String) throws {
        let name = String(field.split(separator: "\"")[0])
        var text = String(decoding: try EntryDraft(EntrySamples.track).bodyJSON, as: UTF8.self)
        text = text.replacing(try Regex("\"\(name)\":[^,}]+,?"), with: "")
        let body = text.dropLast() + (text.hasSuffix(",}") ? "" : ",") + field + "}"
        let whole = envelope(type: "track/1", body: String(body))
        #expect(throws: AccordError.self) { try Entry(Array(whole.utf8)).body(TrackBody.self) }
        let escaped = whole.replacing("near-border", with: #"near\u002dborder"#)
        #expect(throws: AccordError.self) { try Entry(Array(escaped.utf8)).body(TrackBody.self) }
    }
}

import Airspace
import Foundation
import TestSupport
import Testing

@Suite("UTC times")
struct UTCTimeTests {
    @Test("known moments, both ways")
    func known() throws {
        let moments: [(String, Double)] = [
            ("1970-01-01T00:00:00Z", 0), ("2021-10-07T12:04:14Z", 1_633_608_254), ("2000-02-29T23:59:59Z", 951_868_799),
            ("1969-12-31T23:59:59Z", -1), ("0001-01-01T00:00:00Z", -62_135_596_800),
            ("9999-12-31T23:59:59Z", 253_402_300_799), ("2015-10-20T00:00:00Z", 1_445_299_200),
        ]
        for (text, seconds) in moments {
            #expect(try UTCTime.unixSeconds(parsing: text) == seconds)
            #expect(UTCTime.string(unixSeconds: seconds) == text)
        }
    }

    @Test("fractions and offsets")
    func fractions() throws {
        #expect(try UTCTime.unixSeconds(parsing: "2021-10-07T12:04:14.250Z") == 1_633_608_254.25)
        #expect(try UTCTime.unixSeconds(parsing: "2021-10-07T15:04:14+03:00") == 1_633_608_254)
        #expect(try UTCTime.unixSeconds(parsing: "2021-10-07t12:04:14-00:00") == 1_633_608_254)
        #expect(UTCTime.string(unixSeconds: 1_633_608_254.9996, fractionDigits: 3) == "2021-10-07T12:04:15.000Z")
        #expect(UTCTime.string(unixSeconds: -0.5, fractionDigits: 1) == "1969-12-31T23:59:59.5Z")
        #expect(UTCTime.string(unixSeconds: .infinity) == "9999-12-31T23:59:59Z")
    }

    @Test(
        "what is no time is refused with its text",
        arguments: [
            "", "2021-10-07", "2021-10-07T12:04:14", "2021-02-29T00:00:00Z", "2021-13-01T00:00:00Z",
            "2021-10-07T24:00:00Z", "2021-10-07T12:04:14.Z", "2021-10-07T12:04:14Zx", "２021-10-07T12:04:14Z",
            "2021-10-07T12:04:14+0300", "-021-10-07T12:04:14Z", "1900-02-29T00:00:00Z",
        ])
    func refused(text: String) {
        #expect(throws: AirspaceError.time(text: text)) { try UTCTime.unixSeconds(parsing: text) }
    }

    @Test("the same as Foundation, for days all over the calendar")
    func calendar() throws {
        let formatter = ISO8601DateFormatter()
        var random = SeededRandom(seed: 1)
        for _ in 0..<2_000 {
            // Foundation goes over to the Julian calendar before 1582.
            let seconds = Double(Int.random(in: -12_000_000_000...250_000_000_000, using: &random))
            let text = UTCTime.string(unixSeconds: seconds)
            #expect(text == formatter.string(from: Date(timeIntervalSince1970: seconds)))
            #expect(try UTCTime.unixSeconds(parsing: text) == seconds)
        }
    }
}

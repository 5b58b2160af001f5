import Surveillance
import TestSupport
import Testing

/// Numbers from bytes are those of the standard library, bit by bit.
@Suite struct DecimalTests {
    @Test func roundTripsAreExact() {
        var generator = SeededRandom(seed: 7)
        for round in 0..<2_000 * thoroughness {
            let value: Double =
                switch round % 4 {
                case 0: Double.random(in: -180...180, using: &generator)
                case 1: (Double.random(in: 0...2e9, using: &generator) * 1_000).rounded() / 1_000
                case 2: Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &generator))
                default: Double(Int.random(in: -100_000...100_000, using: &generator)) / 128
                }
            if !value.isFinite { continue }
            let bytes = Array("\(value)".utf8)
            #expect(bytes.span.decimal(0..<bytes.count) == value, "\(value)")
        }
    }

    @Test(arguments: [
        "", "-", "+", ".", "e5", "1e", "1e+", "nan", "NaN", "inf", "0x10", "1.2.3", "1 ", " 1", "1,0", "--1", "1e9999",
        "1e-9999", "١",
    ])
    func whatIsNoNumberIsNone(_ text: String) {
        let bytes = Array(text.utf8)
        #expect(bytes.span.decimal(0..<bytes.count) == nil)
    }

    @Test func longOnesAreRoundedCorrectly() {
        for text in [
            "43.629512786865234", "9007199254740993", "123456789012345678901234567890", "0.1e-5", "1e22", "1e23",
        ] {
            let bytes = Array(text.utf8)
            #expect(bytes.span.decimal(0..<bytes.count) == Double(text))
        }
    }

    @Test func timesAreThoseOfTheCalendar() {
        let cases: [(String, Double?)] = [
            ("1970-01-01T00:00:00Z", 0), ("2000-02-29T12:00:00Z", 951_825_600),
            ("2021-10-07T12:04:14.25Z", 1_633_608_254.25),
            ("2024-12-31 23:59:59+00:00", 1_735_689_599), ("2023-02-29T00:00:00Z", nil), ("2023-13-01T00:00:00Z", nil),
            ("2023-01-01T24:00:00Z", nil), ("2023-01-01T00:00:00+02:00", nil), ("", nil),
        ]
        for (text, seconds) in cases {
            let bytes = Array(text.utf8)
            #expect(UnixTime.iso8601(bytes.span, 0..<bytes.count) == seconds, "\(text)")
        }
    }
}

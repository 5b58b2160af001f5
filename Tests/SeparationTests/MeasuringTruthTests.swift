import Airspace
import Foundation
import Separation
import Testing

/// Both recordings against encounters that an independent program measured by the same rule.
@Suite("Measuring: against the truth", .enabled(if: TestData.isPresent, "reference data is absent"))
struct MeasuringTruthTests {
    /// A recording, its gap, and what is known of it.
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var recording: String
        var gapSeconds: Double
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "paris-2021-10-07", recording: "paris-2021-10-07.states.csv.gz", gapSeconds: 15),
        Case(name: "monterey-2025-06-01", recording: "monterey-2025-06-01.jsonl.gz", gapSeconds: 60),
    ]

    static func reports(_ name: String) throws -> [MeasuredReport] {
        name.contains(".csv")
            ? try RecordingForTests.openSky("recordings/\(name)") : try RecordingForTests.readsb("recordings/\(name)")
    }

    static func key(_ second: Int, _ a: String, _ b: String) -> String { "\(second) \(a) \(b)" }

    @Test("the same encounters, to the second and to 0.1 m", arguments: cases)
    func encounters(recording: Case) throws {
        var measurer = EncounterMeasurer(
            rule: MeasuringRule(gapSeconds: recording.gapSeconds), collectsLossSeconds: true)
        for report in try Self.reports(recording.recording) { measurer.add(report) }
        let batch = measurer.finish()
        let truth = try TestData.lines("truth/\(recording.name).encounters.jsonl").map { line in
            try JSONDecoder().decode(TrueEncounter.self, from: Data(line.utf8))
        }
        #expect(batch.encounters.count == truth.count)
        let found = Dictionary(uniqueKeysWithValues: batch.encounters.map { (Self.key($0.start, $0.a, $0.b), $0) })
        for expected in truth {
            let encounter = try #require(found[Self.key(expected.t_start, expected.a, expected.b)])
            #expect(encounter.end == expected.t_end)
            #expect(encounter.lossSeconds == expected.los_seconds)
            #expect(abs(encounter.minHorizontalMetres - expected.min_h_m) < 0.01)
            #expect(encounter.minHorizontalAt == expected.t_min_h)
            #expect(abs(encounter.verticalFeetAtMinHorizontal - expected.v_ft_at_min_h) < 0.0101)
            #expect(abs(encounter.minSlantMetres - expected.min_slant_m) < 0.01)
            #expect(encounter.minSlantAt == expected.t_min_slant)
            #expect(abs(encounter.minVerticalFeet - expected.min_v_ft) < 0.0101)
            #expect(abs(encounter.placeA.position.latitudeDegrees - expected.lat_a) < 1e-6)
            #expect(abs(encounter.placeB.position.longitudeDegrees - expected.lon_b) < 1e-6)
            #expect(encounter.quality.contains(.levelTolerance) == (expected.min_v_ft >= 700))
        }
        try lossSeconds(batch.lossSeconds, recording.name)
    }

    private func lossSeconds(_ measured: [LossSecond], _ name: String) throws {
        let truth = try TestData.lines("truth/\(name).seconds.jsonl.gz").map { line in
            try JSONDecoder().decode(TrueSecond.self, from: Data(line.utf8))
        }
        #expect(measured.count == truth.count)
        let found = Dictionary(uniqueKeysWithValues: measured.map { (Self.key($0.second, $0.a, $0.b), $0) })
        var missing = 0
        var apart = 0
        for expected in truth {
            guard let second = found[Self.key(expected.t, expected.a, expected.b)] else {
                missing += 1
                continue
            }
            if abs(second.horizontalMetres - expected.h_m) > 0.01 { apart += 1 }
            if abs(second.verticalFeet - expected.v_ft) > 0.0101 { apart += 1 }
        }
        #expect(missing == 0)
        #expect(apart == 0)
    }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
private struct TrueEncounter: Decodable {
    var a, b: String
    var t_start, t_end, los_seconds, t_min_h, t_min_slant: Int
    var min_h_m, v_ft_at_min_h, min_slant_m, min_v_ft, lat_a, lon_b: Double
}

// swift-format-ignore: AlwaysUseLowerCamelCase
private struct TrueSecond: Decodable {
    var t: Int
    var a, b: String
    var h_m, v_ft: Double
}

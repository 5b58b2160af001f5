import Airspace
import Foundation
import Station
import Surveillance
import Testing

/// Recordings of real aircraft: counts, rates of flags, and the faults that are known to be in them.
@Suite(
    .enabled(if: Recordings.present, "the real recordings are not beside the package"),
    .enabled(if: isOptimised, "half a million reports are read by the optimised tests"))
struct RealRecordingTests {
    private func load(_ name: String) throws -> (reports: [Report], faults: Int) {
        let file = try RecordingFile(path: Recordings.path(name))
        var batch = ReportBatch()
        while file.read(into: &batch) {}
        return (batch.reports, batch.faultCount)
    }

    private struct Encounter: Decodable {
        var a: String
        var b: String
        var t_start: Double
        var t_end: Double
        var min_h_m: Double
        var tisb_ghost: Bool
    }

    private func truth(_ name: String) throws -> [Encounter] {
        try String(contentsOf: Recordings.folder.appending(path: "truth/\(name).encounters.jsonl"), encoding: .utf8)
            .split(separator: "\n").map { try JSONDecoder().decode(Encounter.self, from: Data($0.utf8)) }
    }

    @Test func everyReportOfTheRecordingsIsRead() throws {
        let expected: [(String, Int, Int)] = [
            ("paris-2021-10-07.states.csv.gz", 284_505, 0), ("monterey-2025-06-01.jsonl.gz", 44_120, 114),
            ("aircraft.json", 354, 0), ("aircraft_carrier.json.gz", 9_024, 0),
            ("inflight_refuelling.json.gz", 10_397, 0),
            ("faulty/noisy_spoofing.json.gz", 8_681, 0), ("faulty/noisy_time_issue.json.gz", 8_294, 0),
            ("toulouse-modes.jsonl.gz", 71_939, 0),
        ]
        for (name, reports, faults) in expected {
            let loaded = try load(name)
            #expect(loaded.reports.count == reports, "\(name)")
            #expect(loaded.faults == faults, "\(name)")
        }
    }

    @Test func theFalseNearCollisionsOfParisAreFrozen() throws {
        var audit = QualityAudit()
        audit.take(try load("paris-2021-10-07.states.csv.gz").reports)
        let closest = try truth("paris-2021-10-07").sorted { $0.min_h_m < $1.min_h_m }.prefix(9)
        for encounter in closest {
            let span = encounter.t_start...encounter.t_end
            let quality = audit.quality(of: encounter.a, during: span).union(
                audit.quality(of: encounter.b, during: span))
            #expect(quality.contains(.frozen), "\(encounter.a) \(encounter.b)")
        }
    }

    @Test func cleanRecordingsHaveFewFlags() throws {
        for (name, most) in [("paris-2021-10-07.states.csv.gz", 0.02), ("monterey-2025-06-01.jsonl.gz", 0.02)] {
            let reports = try load(name).reports
            var audit = QualityAudit()
            audit.take(reports)
            var spans: [String: [ClosedRange<Double>]] = [:]
            for identifier in audit.identifiers {
                spans[identifier] = audit.intervals(of: identifier).filter { $0.quality != .frozen }.map(\.unixSeconds)
            }
            let flagged = reports.count { report in
                spans[report.identifier]?.contains { $0.contains(report.timeUnixSeconds) } ?? false
            }
            #expect(Double(flagged) / Double(reports.count) < most, "\(name): \(flagged) of \(reports.count)")
        }
    }

    @Test func levelSpikesOfTheFaultyFlightsAreJumps() throws {
        // Seconds in which the level of these flights is off by thousands of feet.
        let spikes: [(String, String, [Double])] = [
            ("faulty/noisy_landing.json.gz", "3c664e", [1_573_495_025]),
            ("faulty/noisy_takeoff.json.gz", "3946e4", [1_573_494_359, 1_573_494_444, 1_573_494_227]),
            ("faulty/noisy_ground.json.gz", "440549", [1_573_482_336, 1_573_482_416, 1_573_482_427, 1_573_482_469]),
        ]
        for (name, identifier, times) in spikes {
            var audit = QualityAudit()
            audit.take(try load(name).reports)
            for time in times {
                #expect(audit.quality(of: identifier, during: time...time).contains(.jump), "\(name) \(time)")
            }
        }
        var audit = QualityAudit()
        audit.take(try load("faulty/noisy_time_issue.json.gz").reports)
        #expect(audit.quality(of: "4b1815", during: 1_657_714_600...1_657_714_600).contains(.frozen))
    }
}

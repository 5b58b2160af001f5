import Foundation
import Inquiry
import Testing

@Suite("Claims about real flights", .enabled(if: TestData.isPresent, "../shared/data is not there"))
struct RealClaimTests {
    @Test(
        "true ones are supported, false ones contradicted, what rests on bad data is neither",
        arguments: [("paris-2021-10-07", "states.csv.gz", 15), ("monterey-2025-06-01", "jsonl.gz", 60)])
    func recording(_ name: String, _ suffix: String, _ gap: Int) throws {
        let library = try TestData.library("\(name).\(suffix)")
        let encounters = try TrueEncounter.all(name)
        var verdicts: [String: Int] = [:]
        var width = 0.0
        for encounter in encounters {
            func finding(_ bound: String) throws -> Finding {
                let text = ClaimText.distance(
                    encounter.a, encounter.b, encounter.start, encounter.end, bound, gap: gap)
                return try ClaimText.finding(text, library)
            }
            let exact = try finding("at-least: \(encounter.metres) m")
            if let low = exact.low, let high = exact.high {
                width += high - low
                #expect(low <= encounter.metres + 0.1 && encounter.metres - 0.1 <= high)
            }
            // Right at the measured value no data can tell.
            #expect(exact.verdict == .notDeterminable, "\(exact)")
            let key = exact.reasons.map(\.rawValue).joined(separator: " ") + (encounter.isGhost ? " GHOST" : "")
            verdicts[key, default: 0] += 1
            // A radar echo this near can't be told from the aircraft itself.
            if encounter.isGhost, encounter.metres < 300 {
                #expect(exact.reasons.contains(.duplicateTrack), "\(encounter)")
            }
            let margin = 1_000.0
            let close = try finding("at-most: \(encounter.metres + margin) m")
            let far = try finding("at-least: \(encounter.metres + margin) m")
            verdicts["close " + close.verdict.rawValue, default: 0] += 1
            #expect((close.verdict == .supported) == (far.verdict == .contradicted))
            #expect(close.verdict != .contradicted && far.verdict != .supported)
            if encounter.metres > margin {
                let kept = try finding("at-least: \(encounter.metres - margin) m")
                let never = try finding("at-most: \(encounter.metres - margin) m")
                verdicts["kept " + kept.verdict.rawValue, default: 0] += 1
                #expect((kept.verdict == .supported) == (never.verdict == .contradicted))
                #expect(kept.verdict != .contradicted && never.verdict != .supported)
            }
        }
        print(name, "mean width", width / Double(encounters.count))
        for (key, count) in verdicts.sorted(by: { $0.key < $1.key }) { print("  ", key, count) }
    }
}

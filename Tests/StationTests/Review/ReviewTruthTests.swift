import Foundation
import Separation
import Station
import Testing

/// Reference data beside the package, which the project reads in its tests but does not own.
private enum ReferenceData {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/data").standardizedFileURL.path(percentEncoded: false)
    static let isPresent = FileManager.default.fileExists(atPath: folder + "/truth")
}

/// The command's own road, from the files to the JSON lines, against what an independent program measured.
@Suite("Review: against the truth", .enabled(if: ReferenceData.isPresent, "reference data is absent"))
struct ReviewTruthTests {
    @Test(
        "the same encounters, to the second and to 0.1 m",
        arguments: [("paris-2021-10-07", "states.csv.gz", 15.0), ("monterey-2025-06-01", "jsonl.gz", 60)])
    func lines(name: String, suffix: String, gapSeconds: Double) throws {
        let request = ReviewRequest(
            paths: ["\(ReferenceData.folder)/recordings/\(name).\(suffix)"], rule: MeasuringRule(gapSeconds: gapSeconds)
        )
        var text = ""
        Review.run(request).write(as: .jsonl) { text += $0 }
        let found = try Self.objects(text)
        let truth = try Self.objects(
            String(contentsOfFile: "\(ReferenceData.folder)/truth/\(name).encounters.jsonl", encoding: .utf8))
        #expect(found.count == truth.count)
        let byKey = Dictionary(uniqueKeysWithValues: found.map { (Self.key($0, "start"), $0) })
        for expected in truth {
            let encounter = try #require(byKey[Self.key(expected, "t_start")])
            for (ours, theirs, tolerance) in Self.fields {
                let one = try #require(encounter[ours] as? NSNumber).doubleValue
                let other = try #require(expected[theirs] as? NSNumber).doubleValue
                #expect(abs(one - other) <= tolerance, "\(ours) of \(Self.key(expected, "t_start"))")
            }
        }
    }

    private static let fields: [(ours: String, theirs: String, tolerance: Double)] = [
        ("end", "t_end", 0), ("lossSeconds", "los_seconds", 0), ("minHorizontalMetres", "min_h_m", 0.011),
        ("minHorizontalAt", "t_min_h", 0), ("verticalFeetAtMinHorizontal", "v_ft_at_min_h", 0.0101),
        ("minSlantMetres", "min_slant_m", 0.011), ("minSlantAt", "t_min_slant", 0),
        ("minVerticalFeet", "min_v_ft", 0.0101),
    ]

    private static func key(_ object: [String: Any], _ start: String) -> String {
        "\(object["a"] ?? "") \(object["b"] ?? "") \(object[start] ?? "")"
    }

    private static func objects(_ lines: String) throws -> [[String: Any]] {
        try lines.split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }
}

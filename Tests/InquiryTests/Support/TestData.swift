import Foundation
import Inquiry
import Station
import Surveillance

/// Reference data beside the package, which the project reads in its tests but does not own.
enum TestData {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/data").standardizedFileURL

    /// Whether it is there; a test that needs it is skipped otherwise.
    static let isPresent = FileManager.default.fileExists(atPath: folder.appending(path: "truth").path())

    static func lines(_ path: String) throws -> [Substring] {
        String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self).split(separator: "\n")
    }

    /// A recording, ready for questions.
    static func library(_ name: String) throws -> RecordingLibrary {
        let file = try RecordingFile(path: folder.appending(path: "recordings/\(name)").path())
        var library = RecordingLibrary(name: name)
        var batch = ReportBatch()
        while file.read(into: &batch) {
            library.take(batch.reports, part: 0)
            batch.removeAll()
        }
        return library
    }
}

/// An encounter as the independent program found it.
struct TrueEncounter: Decodable {
    var a: String
    var b: String
    var start: Int
    var end: Int
    var lossSeconds: Int
    var metres: Double
    var isGhost: Bool

    enum CodingKeys: String, CodingKey {
        case a, b
        case start = "t_start"
        case end = "t_end"
        case lossSeconds = "los_seconds"
        case metres = "min_h_m"
        case isGhost = "tisb_ghost"
    }

    static func all(_ name: String) throws -> [TrueEncounter] {
        try TestData.lines("truth/\(name).encounters.jsonl").map {
            try JSONDecoder().decode(TrueEncounter.self, from: Data($0.utf8))
        }
    }
}

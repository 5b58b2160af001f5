import Foundation
import Record

/// A directory of a test's own, removed with this object.
final class Scratch: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/record-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func record(_ name: String = "record") -> RecordDirectory { RecordDirectory(path + "/" + name) }
}

/// An entry that names its index, of a length that varies.
func sampleEntry(_ index: Int) -> [UInt8] {
    Array("entry \(index) \(String(repeating: "·", count: index % 7))".utf8)
}

func sampleEntries(_ range: Range<Int>) -> [[UInt8]] { range.map(sampleEntry) }

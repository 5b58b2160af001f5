import Foundation

/// Data beside the project that not every machine has.
enum SharedData {
    /// The content of a file below `shared/data`; nil where it is absent, and that is said.
    static func read(_ path: String, from file: String = #filePath) -> Data? {
        var directory = URL(fileURLWithPath: file).deletingLastPathComponent()
        for _ in 0..<8 {
            let candidate = directory.appendingPathComponent("shared/data/" + path)
            if let data = try? Data(contentsOf: candidate) { return data }
            directory.deleteLastPathComponent()
        }
        print("skipped: \(path) is not on this machine")
        return nil
    }
}

/// Whether the long forms of the tests were asked for.
let isSoak = ProcessInfo.processInfo.environment["PARLEY_SOAK"] == "1"

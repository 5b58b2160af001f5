import Foundation

/// Reference data beside the package, which the project reads in its tests but does not own.
enum TestData {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/data").standardizedFileURL

    /// Whether it is there; a test that needs it is skipped otherwise.
    static let isPresent = FileManager.default.fileExists(atPath: folder.appending(path: "truth").path())

    /// The bytes of a file, unpacked if its name ends in `.gz`.
    static func bytes(_ path: String) throws -> Data {
        let file = folder.appending(path: path)
        guard path.hasSuffix(".gz") else { return try Data(contentsOf: file) }
        let unpack = Process()
        unpack.executableURL = URL(filePath: "/usr/bin/env")
        unpack.arguments = ["gzip", "-dc", file.path()]
        let pipe = Pipe()
        unpack.standardOutput = pipe
        try unpack.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        unpack.waitUntilExit()
        return data
    }

    /// The lines of a file.
    static func lines(_ path: String) throws -> [Substring] {
        String(decoding: try bytes(path), as: UTF8.self).split(separator: "\n")
    }
}

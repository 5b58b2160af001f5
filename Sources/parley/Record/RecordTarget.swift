import Foundation
import Record
import Station

/// A record named on the command line: a directory or an address of the web.
enum RecordTarget {
    static func isAddress(_ text: String) -> Bool { text.hasPrefix("http://") || text.hasPrefix("https://") }

    /// Where its parts come from; a record on this machine is mended first.
    static func source(_ text: String) throws -> any TileSource {
        if isAddress(text) { return try HTTPTileSource(text) }
        try RecordDirectory(text).mend()
        return try DirectorySource(text)
    }
}

/// The places where the records that another one continues may be.
struct Predecessors {
    /// No directory is searched further than this.
    private static let maximumSiblings = 1_000
    private let candidates: [String]

    /// The places named, and the directories beside `target`.
    init(previous: [String], beside target: String) throws {
        var candidates = previous
        if !RecordTarget.isAddress(target) {
            let parent = URL(fileURLWithPath: target).standardizedFileURL.deletingLastPathComponent().path
            let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
            candidates += names.sorted().prefix(Self.maximumSiblings).map { parent + "/" + $0 }
        }
        self.candidates = candidates
    }

    /// The record of an origin, nil when it is in none of the places.
    func find(_ origin: String) async throws -> (any TileSource)? {
        for candidate in candidates {
            guard let source = try? RecordTarget.source(candidate),
                let checkpoint = try? await source.newestCheckpoint(), checkpoint.checkpoint.origin == origin
            else { continue }
            return source
        }
        return nil
    }
}

import Accord
import Foundation
import Record

/// The own records that a restore brought back.
///
/// Peers, or anchors, may have seen more of them than the backup has. Whoever appended to one of them would sign a second
/// history beside the first; so none of them is ever continued: what comes after is written to a new record.
struct RestoredRecords: Sendable {
    private let origins: Set<String>

    /// Those that are noted in a directory; none where nothing was restored.
    ///
    /// - Throws: `RecordError` when the note can't be read.
    init(_ directory: NodeDirectory) throws(RecordError) {
        let bytes = try SystemFiles().read(Self.path(directory), maximumBytes: 16 << 20) ?? []
        origins = Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
    }

    /// Whether a record must not be appended to.
    func contains(_ origin: String) -> Bool { origins.contains(origin) }

    /// Notes that these were restored, beside those noted before.
    static func note(_ restored: [String], in directory: NodeDirectory) throws {
        let known = try RestoredRecords(directory).origins.union(restored).sorted()
        try PrivateFile.write(Array((known.joined(separator: "\n") + "\n").utf8), to: path(directory))
    }

    /// Begins a record with the last that is known of one that must not be appended to any more.
    static func tie(
        _ writer: RecordWriter, to previous: RecordOrigin, in directory: NodeDirectory, clock: NodeClock
    ) async throws {
        let place = RecordDirectory(directory.ownRecord(previous.description))
        let final = try await DirectorySource(place).newestCheckpoint()
        // It may have been written with an earlier key of the party.
        let entry = RotationEntry.continued(
            previousKey: try SigningKey(readingFrom: place.key).verifierKey, finalCheckpoint: final)
        try await writer.append(
            try entry.bytes(time: EntryTime(unixSeconds: clock.now()).text, salt: Secrets.bytes(Entry.saltBytes)))
    }

    private static func path(_ directory: NodeDirectory) -> String { "\(directory.path)/records/restored" }
}

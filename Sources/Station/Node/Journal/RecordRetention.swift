import Accord
import Foundation
import Record

/// Drops own tracks that were kept long enough. Acts, alarms, sign-ins and pseudonyms stay, and so does every hash: what is left still
/// verifies, and what is gone is seen to be gone.
///
/// The private records alone are dropped from; what was shared stays as long as the agreement with the peer says.
struct RecordRetention: Sendable {
    private let directory: NodeDirectory
    private let party: String
    private let clock: NodeClock

    /// - Parameter context: of a running node, whose present record is left alone.
    init(_ context: NodeContext) {
        directory = context.directory
        party = context.party
        clock = context.clock
    }

    /// Drops the own tracks of every UTC day that ended more than `days` ago, and returns of how many entries.
    ///
    /// - Throws: `RecordError`: some days may have been dropped from, the rest is as it was; call it again.
    func apply(days: Double) async throws -> Int {
        let horizon = EntryTime(unixSeconds: clock.now() - days * 86_400).text.prefix(10)
        var dropped = 0
        for origin in try PrivateRecord.origins(in: directory, party: party).dropLast() where origin.day < horizon {
            dropped += try await drop(RecordDirectory(directory.ownRecord(origin.description)))
        }
        return dropped
    }

    private func drop(_ place: RecordDirectory) async throws -> Int {
        let source = DirectorySource(place)
        let size = try await source.newestCheckpoint().checkpoint.size
        let reader = RecordReader(source: source, trusting: try await source.newestCheckpoint().checkpoint)
        var keeping: Set<UInt64> = []
        var found = 0
        for index in 0..<((size + 0xFF) >> 8) {
            guard let bundle = try await reader.bundle(at: index) else { continue }
            for (number, entry) in bundle.entries.enumerated() {
                if StorageReport.entryType(entry) == OwnTrackBody.type {
                    found += 1
                } else {
                    keeping.insert(bundle.firstIndex + UInt64(number))
                }
            }
        }
        guard found > 0 else { return 0 }
        try place.dropBundles(before: size, keeping: keeping)
        return found
    }
}

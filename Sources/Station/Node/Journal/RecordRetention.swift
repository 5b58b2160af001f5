import Accord
import Airspace
import Foundation
import Record

/// Drops own tracks that were kept long enough. Acts, alarms, sign-ins and pseudonyms stay, the tracks of an alarm stay with it
/// (``AlarmedSpans``), and so does every hash: what is left still verifies, and what is gone is seen to be gone.
///
/// The private records alone are dropped from; what was shared stays as long as the agreement with the peer says.
struct RecordRetention: Sendable {
    private let directory: NodeDirectory
    private let party: String
    private let clock: NodeClock

    private static let daySeconds = 86_400.0

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
        let horizon = EntryTime(unixSeconds: clock.now() - days * Self.daySeconds).text.prefix(10)
        let origins = try PrivateRecord.origins(in: directory, party: party)
        var dropped = 0
        for (origin, next) in zip(origins, origins.dropFirst()) where origin.day < horizon {
            try Task.checkCancellation()
            dropped += try await drop(origin, before: next)
        }
        return dropped
    }

    /// Whether the clock has stood in this day and the one before while the station ran. One that leapt years ahead must not drop what a
    /// person could still have saved.
    func trustsClock() throws -> Bool {
        let now = clock.now()
        let origins = try PrivateRecord.origins(in: directory, party: party)
        let days = [now, now - Self.daySeconds].map { EntryTime(unixSeconds: $0).text.prefix(10) }
        return days.allSatisfy { day in origins.contains { $0.day == day } }
    }

    private func drop(_ origin: RecordOrigin, before next: RecordOrigin) async throws -> Int {
        let place = RecordDirectory(directory.ownRecord(origin.description))
        let record = try await OldRecord(place)
        guard try await !record.isDropped else { return 0 }
        let midnight = try UTCTime.unixSeconds(parsing: "\(origin.day)T00:00:00Z")
        var spans = AlarmedSpans(day: midnight...(midnight + Self.daySeconds))
        try await record.eachEntry { _, entry in
            if let alarm = Self.alarm(entry) { spans.note(alarm) }
            return true
        }
        let soon = midnight + Self.daySeconds + AlarmedSpans.marginSeconds
        try await OldRecord(RecordDirectory(directory.ownRecord(next.description))).eachEntry { _, entry in
            guard let alarm = Self.alarm(entry) else { return true }
            if alarm.time.unixSeconds < soon { spans.noteNextDay(alarm) }
            return alarm.time.unixSeconds < soon
        }
        spans.finish()
        var keeping: Set<UInt64> = []
        var found = 0
        try await record.eachEntry { index, entry in
            if StorageReport.entryType(entry) == OwnTrackBody.type, !Self.belongs(entry, to: spans) {
                found += 1
            } else {
                keeping.insert(index)
            }
            return true
        }
        guard found > 0 else { return 0 }
        try place.dropBundles(before: record.size, keeping: keeping)
        return found
    }

    private static func alarm(_ entry: [UInt8]) -> AlarmBody? {
        guard StorageReport.entryType(entry) == AlarmBody.type else { return nil }
        return try? Entry(entry).body()
    }

    private static func belongs(_ entry: [UInt8], to spans: AlarmedSpans) -> Bool {
        guard mayConcern(entry, spans), let body: OwnTrackBody = try? Entry(entry).body() else { return false }
        return spans.contains(body.track, at: body.time.unixSeconds)
    }

    /// Whether an entry has to be read whole to be sure: few of a day's belong to an alarm.
    private static func mayConcern(_ entry: [UInt8], _ spans: AlarmedSpans) -> Bool {
        guard !spans.isEmpty else { return false }
        return EntryGlance.track(of: entry).map(spans.concerns) ?? true
    }
}

/// A record that is read from its first entry to its last, every entry checked.
private struct OldRecord {
    let size: UInt64
    private let source: DirectorySource
    private let reader: RecordReader

    init(_ place: RecordDirectory) async throws {
        source = DirectorySource(place)
        let checkpoint = try await source.newestCheckpoint().checkpoint
        size = checkpoint.size
        reader = RecordReader(source: source, trusting: checkpoint, cachedTiles: 16)
    }

    private var bundles: UInt64 { (size + 0xFF) >> 8 }

    /// Whether it was dropped from before: its last bundle is the last to go.
    var isDropped: Bool {
        get async throws { size == 0 ? true : try await reader.bundle(at: bundles - 1) == nil }
    }

    /// Hands on each entry that is there until it is answered no.
    func eachEntry(_ body: (UInt64, [UInt8]) -> Bool) async throws {
        for index in 0..<bundles {
            try Task.checkCancellation()
            guard let bundle = try await reader.bundle(at: index) else { continue }
            for (number, entry) in bundle.entries.enumerated() {
                guard body(bundle.firstIndex + UInt64(number), entry) else { return }
            }
        }
    }
}

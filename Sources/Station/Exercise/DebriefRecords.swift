import Accord
public import Exercise
import Foundation
public import Record

/// Reads what a debrief needs out of records, in directories or served at an address, after verifying them.
public struct DebriefRecords: Sendable {
    /// The entries of the types that a debrief reads, in the order of each record.
    public private(set) var entries: [LoggedEntry] = []
    /// What verifying each record proved, in one sentence each.
    public private(set) var sentences: [String] = []
    /// Whether nothing speaks against any of them.
    public private(set) var isSound = true

    /// No directory tree is searched further than this.
    private static let mostRecords = 1_000

    /// Verifies and reads every record at `places`: directories, where all records in and below them are meant, and addresses of the
    /// web, each of one record that is served.
    ///
    /// - Parameter keys: the identity keys of the parties; without one a record is at most consistent.
    /// - Throws: `StationError` or `RecordError` when a place can't be read at all. A record that is refused is left out
    ///   and says so.
    public init(_ places: [String], keys: [String: VerifierKey], plan: ExercisePlan) async throws {
        for place in places {
            if place.hasPrefix("http://") || place.hasPrefix("https://") {
                try await read(try HTTPTileSource(place), named: place, keys: keys, plan: plan)
                continue
            }
            let found = Self.records(in: place)
            if found.isEmpty { throw RecordError.directory(path: place, reason: "holds no record") }
            for path in found { try await read(try DirectorySource(path), named: path, keys: keys, plan: plan) }
        }
    }

    /// The directories that hold a record, at and below a path.
    static func records(in path: String) -> [String] {
        if (try? DirectorySource(path)) != nil { return [path] }
        let root = URL(fileURLWithPath: path)
        guard let walker = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else { return [] }
        var found: Set<String> = []
        for case let file as URL in walker where file.lastPathComponent == "checkpoint" {
            let parent = file.deletingLastPathComponent()
            let record = parent.lastPathComponent == "published" ? parent.deletingLastPathComponent() : parent
            found.insert(record.path)
            if found.count >= mostRecords { break }
        }
        return found.sorted()
    }

    private mutating func read(
        _ source: any TileSource, named place: String, keys: [String: VerifierKey], plan: ExercisePlan
    ) async throws {
        let newest = try await source.newestCheckpoint()
        let origin = newest.checkpoint.origin
        guard let name = try? RecordOrigin(parsing: origin) else {
            sentences.append("\(place): passed over, “\(origin)” is no record of a party.")
            return
        }
        let key = RecordOrigin.key(of: newest, among: Array(keys.values))
        let verification = await RecordVerifier.verify(source, policy: VerificationPolicy(key: key))
        sentences.append("\(origin): \(verification.sentence)")
        guard verification.problem == nil, let checkpoint = verification.checkpoint?.checkpoint else {
            isSound = false
            return
        }
        // What is written under another agreement is no part of a run of this plan, whatever it says.
        if case .agreement(_, let agreement) = name.scope, agreement != plan.agreement { return }
        let reader = RecordReader(source: source, trusting: checkpoint)
        var strange = 0
        for number in 0..<((checkpoint.size + 0xFF) >> 8) {
            guard let bundle = try await reader.bundle(at: number) else { continue }
            for (offset, bytes) in bundle.entries.enumerated() {
                guard let entry = try? Entry(bytes) else {
                    strange += 1
                    continue
                }
                guard LoggedEntry.concerns(entry, plan) else { continue }
                entries.append(
                    LoggedEntry(
                        party: name.writer, origin: origin, index: bundle.firstIndex + UInt64(offset), entry: entry))
            }
        }
        // The first entry of a record that continues another, and its last, are the record's own.
        if strange > 2 { sentences.append("\(origin): \(strange) entries could not be read and were passed over.") }
    }
}

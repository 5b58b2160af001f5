import Accord
import Exercise
import Foundation
import Record

/// Writes a simulated day into records, laid out as a station keeps its own.
struct SimulatedRecords {
    private let root: String

    init(_ root: String) { self.root = root }

    /// Writes all of it; each side gets a key of its own, whose verifier key stands in `keys.txt`.
    func write(_ written: [SimulatedDay.Written], plan: ExercisePlan) async throws {
        var keys: [String: SigningKey] = [:]
        var batches: [RecordOrigin: [[UInt8]]] = [:]
        let parties = Set(written.map(\.party)).sorted()
        for party in parties { keys[party] = try SigningKey(name: party) }
        for item in written {
            let others = item.isPrivate ? [nil] : parties.filter { $0 != item.party }.map(Optional.some)
            let bytes = try item.draft.bytes(atUnixSeconds: item.atUnixSeconds, salt: Self.salt())
            for other in others {
                let scope: RecordOrigin.Scope =
                    other.map { .agreement(reader: $0, identifier: plan.agreement) } ?? .privateRecord
                let origin = try RecordOrigin(writer: item.party, scope: scope, dayOfUnixSeconds: item.atUnixSeconds)
                batches[origin, default: []].append(bytes)
            }
        }
        for (origin, entries) in batches.sorted(by: { $0.key.description < $1.key.description }) {
            guard let key = keys[origin.writer] else { continue }
            let place = "\(root)/\(origin.writer)/\(origin)"
            do { try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true) } catch {
                throw ExerciseFailure("\(place) can't be made: \(error.localizedDescription)")
            }
            let writer = try await RecordWriter.create(
                at: RecordDirectory(place), key: try key.renamed(origin.description))
            for start in stride(from: 0, to: entries.count, by: 4_096) {
                _ = try await writer.append(contentsOf: Array(entries[start..<min(start + 4_096, entries.count)]))
            }
            try await writer.finish()
            announce("\(place): \(entries.count) entries")
        }
        let lines = keys.values.map { "\($0.verifierKey)" }.sorted().joined(separator: "\n") + "\n"
        try Data(lines.utf8).write(to: URL(fileURLWithPath: root + "/keys.txt"))
    }

    private static func salt() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<Entry.saltBytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

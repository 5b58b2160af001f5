import TestSupport
import Testing

@testable import Record

/// The power goes after a random number of operations on the disk, and comes back, several times over one record.
@Suite struct PowerCutTests {
    private static let rounds = isSoak ? 1000 : 16

    @Test(arguments: 0..<4) func nothingAcknowledgedIsLost(part: Int) async throws {
        var cuts = 0
        var acknowledgedEntries = 0
        for seed in stride(from: part, to: Self.rounds, by: 4) {
            var generator = SeededRandom(seed: UInt64(truncatingIfNeeded: seed))
            var files = SimulatedFiles()
            let directory = RecordDirectory("/record")
            let key = try SigningKey(name: "example.org/a")
            let acknowledged = Acknowledged()
            var limits = RecordWriter.Limits()
            limits.journalBytes = 20_000
            let first = try await RecordWriter.create(at: directory, key: key, limits: limits, files: files)
            try await first.finish()
            for _ in 0..<4 {
                // Early cuts hit the opening, late ones the settling of a journal segment.
                let latest = Bool.random(using: &generator) ? 40 : 2000
                files.cutPower(after: Int.random(in: 0..<latest, using: &generator))
                let next = Int(truncatingIfNeeded: generator.next())
                await load(directory, limits: limits, files: files, acknowledged, seed: next)
                cuts += 1
                files = files.afterPowerCut(using: &generator)
                let disk = files
                let writer = try await RecordWriter.open(directory, limits: limits, files: disk)
                let source = DirectorySource(directory, files: disk)
                try await acknowledged.check(source, key: key.verifierKey, "seed \(seed), open")
                try await writer.append(Array("after the cut".utf8))
                try await writer.finish()
                try await acknowledged.check(source, key: key.verifierKey, "seed \(seed), closed")
            }
            acknowledgedEntries += acknowledged.count
        }
        print("part \(part): \(cuts) power cuts, \(acknowledgedEntries) acknowledged entries all there")
        #expect(acknowledgedEntries > cuts)
    }

    private func load(
        _ directory: RecordDirectory, limits: RecordWriter.Limits, files: SimulatedFiles, _ acknowledged: Acknowledged,
        seed: Int
    ) async {
        guard let writer = try? await RecordWriter.open(directory, limits: limits, files: files) else { return }
        await withTaskGroup(of: Void.self) { group in
            for caller in 0..<3 {
                group.addTask {
                    var generator = SeededRandom(seed: UInt64(truncatingIfNeeded: seed &+ caller))
                    for round in 0..<400 {
                        let count = Int.random(in: 1...(round % 9 == 0 ? 300 : 3), using: &generator)
                        let entries = (0..<count).map { number in
                            Array("\(seed) \(caller) \(round) \(number) ".utf8)
                                + [UInt8](repeating: 1, count: Int.random(in: 0..<60, using: &generator))
                        }
                        guard let range = try? await writer.append(contentsOf: entries) else { return }
                        acknowledged.add(range, entries)
                        if round % 10 == 0 { acknowledged.add(await writer.checkpoint) }
                    }
                }
            }
        }
        await writer.abandon()
    }
}

import Foundation
import TestSupport
import Testing

@testable import Record

/// An implementation that shares nothing with this one, Go's checksum database, verifies records of 0 to 70,000 entries.
@Suite struct GoVerifierTests {
    private static let sizes = [
        0, 1, 2, 3, 7, 8, 100, 254, 255, 256, 257, 258, 511, 512, 513, 1000, 4096, 10_000, 32_768, 65_279, 65_280,
        65_281,
        65_534, 65_535, 65_536, 65_537, 65_538, 65_791, 65_792, 65_793, 70_000,
    ]

    @Test func anotherImplementationVerifiesOurRecords() async throws {
        let scratch = try Scratch()
        guard let program = try GoVerifier(in: scratch.path) else { return }
        let log = try SigningKey(name: "example.org/a")
        let witness = try SigningKey(name: "example.org/w")
        try await write(scratch, log: log, witness: witness)
        let arguments = [scratch.record().path, "\(log.verifierKey)", "\(witness.cosignatureKey)"]
        let (status, output) = try program.run(arguments)
        #expect(status == 0, "\(output)")
        #expect(output.contains("70000 entries, 31 cosigned checkpoints, 465 pairs of sizes"), "\(output)")
        print("Go: \(output)", terminator: "")
        // The verifier would see it if something were wrong.
        for damaged in ["published/tile/0/x001/000", "published/tile/1/000", "published/tile/entries/007"] {
            let path = scratch.record().path + "/" + damaged
            guard var bytes = FileManager.default.contents(atPath: path) else { continue }
            let intact = bytes
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: URL(fileURLWithPath: path))
            #expect(try program.run(arguments).status == 1, "\(damaged)")
            try intact.write(to: URL(fileURLWithPath: path))
        }
    }

    private func write(_ scratch: Scratch, log: SigningKey, witness: SigningKey) async throws {
        let directory = scratch.record()
        let writer = try await RecordWriter.create(at: directory, key: log)
        for name in ["checkpoints", "inclusion", "consistency"] {
            try FileManager.default.createDirectory(
                atPath: directory.path + "/" + name, withIntermediateDirectories: true)
        }
        var previous = 0
        for size in Self.sizes {
            if size > previous { _ = try await writer.append(contentsOf: sampleEntries(previous..<size)) }
            let signed = await writer.checkpoint
            let cosigned = signed.adding([try witness.cosign(signed.note.text, timeUnixSeconds: 1_700_000_000)])
            try await writer.publish(cosigned: cosigned)
            try save(cosigned.bytes, directory.path + "/checkpoints/\(size)")
            let reader = RecordReader(source: DirectorySource(directory), trusting: signed.checkpoint)
            for index in Set([0, size / 2, size - 1]) where index >= 0 && index < size {
                let proof = TransparencyProof(
                    inclusion: try await reader.inclusionProof(at: UInt64(index)), checkpoint: cosigned)
                try save(proof.bytes, directory.path + "/inclusion/\(size)-\(index).tlog-proof")
            }
            if previous > 0 {
                let proof = try await reader.consistencyProof(fromSize: UInt64(previous), toSize: UInt64(size))
                let request = WitnessRequest(oldSize: UInt64(previous), proof: proof.hashes, checkpoint: cosigned)
                try save(request.bytes, directory.path + "/consistency/\(size)")
            }
            previous = size
        }
        try await writer.finish()
    }

    private func save(_ bytes: [UInt8], _ path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
}

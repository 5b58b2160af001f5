import ArgumentParser
import Foundation
import Record

/// `parley record prove`: a proof in one file.
struct RecordProve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "Prove that an entry is in the record, or that one size of it extends another.",
        discussion: """
            --index writes a C2SP tlog-proof, which anybody checks with the entry and the verifier key alone. --from-size and \
            --to-size write the hashes of a consistency proof, in the form in which a witness takes them: “old M”, the hashes, \
            an empty line, and the checkpoint of size N (unsigned, unless it is the newest one).

            parley record prove flights --index 17 -o 17.tlog-proof
            parley record prove flights --from-size 100 --to-size 250
            """)

    @OptionGroup var place: RecordPlace
    @Option(help: "The index of the entry.") var index: UInt64?
    @Option(help: "The older size.") var fromSize: UInt64?
    @Option(help: "The newer size; without it, the newest.") var toSize: UInt64?
    @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file")) var output: String?

    func validate() throws {
        guard (index == nil) != (fromSize == nil) else {
            throw ValidationError("Give either --index, or --from-size with or without --to-size.")
        }
    }

    func run() async throws {
        try await explained {
            let (reader, newest) = try await openRecord(place.directory)
            let bytes: [UInt8]
            if let index {
                let inclusion = try await reader.inclusionProof(at: index)
                let cosigned = try await cosigned(newest, by: reader.source)
                bytes = TransparencyProof(inclusion: inclusion, checkpoint: cosigned).bytes
            } else {
                bytes = try await consistency(reader, newest)
            }
            if let output { try Data(bytes).write(to: URL(fileURLWithPath: output)) } else { parley.output(bytes) }
        }
    }

    /// The newest checkpoint with the cosignatures that it has, where those are published beside it.
    private func cosigned(_ newest: SignedCheckpoint, by source: any TileSource) async throws -> SignedCheckpoint {
        guard let bytes = try await source.fetch(.cosignedCheckpoint) else { return newest }
        let cosigned = try SignedCheckpoint(bytes)
        return cosigned.checkpoint == newest.checkpoint ? newest.adding(cosigned.note.signatures) : newest
    }

    private func consistency(_ reader: RecordReader, _ newest: SignedCheckpoint) async throws -> [UInt8] {
        let size = toSize ?? newest.checkpoint.size
        let proof = try await reader.consistencyProof(fromSize: fromSize ?? 0, toSize: size)
        let lines = (["old \(proof.oldSize)"] + proof.hashes.map(\.base64)).joined(separator: "\n") + "\n\n"
        if size == newest.checkpoint.size { return Array(lines.utf8) + newest.bytes }
        let root = try await reader.root(atSize: size)
        return Array((lines + Checkpoint(origin: newest.checkpoint.origin, size: size, root: root).text).utf8)
    }
}

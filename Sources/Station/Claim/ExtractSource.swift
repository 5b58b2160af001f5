import Accord
import Foundation
import Inquiry
import Record

/// One record that entries are taken from, verified and read through.
struct ExtractSource {
    /// An entry with its place.
    struct Item {
        var index: UInt64
        var bytes: [UInt8]
        /// Nil: it is none of the project's.
        var entry: Entry?
    }

    let reader: RecordReader
    /// The newest checkpoint, with the cosignatures that it has.
    let newest: SignedCheckpoint
    /// The newest one that witnesses have cosigned, if that is an earlier one.
    let cosigned: SignedCheckpoint?
    let key: VerifierKey?
    let items: [Item]

    var origin: String { newest.checkpoint.origin }

    /// Whether it is a station's own, which nobody else reads.
    var isPrivate: Bool { (try? RecordOrigin(parsing: origin))?.scope == .privateRecord }

    /// Verifies a record and reads it.
    ///
    /// - Parameter keys: the keys that must have signed, of records or of the parties that wrote them.
    /// - Throws: `InquiryError.evidence` when it is refused.
    init(_ record: ClaimRecord, keys: [VerifierKey]) async throws {
        key = RecordOrigin.key(of: try await record.source.newestCheckpoint(), among: keys)
        let verification = await RecordVerifier.verify(record.source, policy: VerificationPolicy(key: key))
        guard verification.problem == nil, let verified = verification.checkpoint else {
            throw InquiryError.evidence(name: record.name, reason: verification.sentence)
        }
        reader = RecordReader(source: record.source, trusting: verified.checkpoint)
        var newest = verified
        var earlier: SignedCheckpoint?
        if let bytes = try await record.source.fetch(.cosignedCheckpoint), let cosigned = try? SignedCheckpoint(bytes) {
            if cosigned.checkpoint == verified.checkpoint {
                newest = verified.adding(cosigned.note.signatures)
            } else if try await Self.isPart(cosigned, of: reader, size: verified.checkpoint.size, key: key) {
                earlier = cosigned
            }
        }
        self.newest = newest
        cosigned = earlier
        var items: [Item] = []
        let size = verified.checkpoint.size
        for number in 0..<((size + 0xFF) >> 8) {
            guard let bundle = try await reader.bundle(at: number) else { continue }
            for place in 0..<bundle.count {
                let bytes = bundle.entry(place)
                items.append(
                    Item(index: bundle.firstIndex + UInt64(place), bytes: bytes, entry: try? Entry(bytes)))
            }
        }
        self.items = items
    }

    /// Whether a checkpoint is one that this record had, and signed by its key.
    private static func isPart(
        _ earlier: SignedCheckpoint, of reader: RecordReader, size: UInt64, key: VerifierKey?
    ) async throws -> Bool {
        let checkpoint = earlier.checkpoint
        let newest = await reader.checkpoint
        guard checkpoint.origin == newest.origin, checkpoint.size > 0, checkpoint.size <= size else { return false }
        if let key, (try? earlier.verify(by: key)) == nil { return false }
        return try await reader.root(atSize: checkpoint.size) == checkpoint.root
    }

    /// The checkpoint that proofs of entries up to an index lead to: one that others have cosigned, where it reaches so far.
    func checkpoint(covering last: UInt64?) -> SignedCheckpoint {
        guard let cosigned, last.map({ $0 < cosigned.checkpoint.size }) ?? true else { return newest }
        return cosigned
    }
}

import Accord
import Record

extension OwnRecord {
    /// What came of looking at a receipt of the peer.
    enum ReceiptVerdict: Sendable {
        /// It is true; with when we sent the last entry that it covers, Unix seconds, where that is known.
        case right(sentUnixSeconds: Double?)
        /// It is not, and why.
        case wrong(String)
        /// It is about entries that a restore did not bring back, and how many.
        case beyond(String)
    }

    /// Looks at a receipt: it must be about a record of ours for this peer and name the root that the record had.
    func check(_ receipt: SeenBody) async -> ReceiptVerdict {
        guard let item = context.shelf.item(receipt.record, reader: peer) else {
            return .wrong("a receipt is about a record that isn't ours for it")
        }
        if let seal = sealed.last(where: { $0.size == receipt.size && $0.origin == receipt.record }) {
            return seal.root.base64 == receipt.root
                ? .right(sentUnixSeconds: seal.sentUnixSeconds) : .wrong("a receipt names another root than was signed")
        }
        do {
            let newest = try SignedCheckpoint(item.watch.newest).checkpoint
            guard receipt.size <= newest.size else {
                guard try RestoredRecords(context.directory).contains(receipt.record) else {
                    return .wrong("a receipt is about more entries than there are")
                }
                return .beyond(
                    "\(peer) holds \(receipt.size - newest.size) entries of \(receipt.record) that the backup did not")
            }
            let reader = RecordReader(source: item.source, trusting: newest, cachedTiles: 8)
            let root = try await reader.root(atSize: receipt.size)
            return root.base64 == receipt.root
                ? .right(sentUnixSeconds: nil) : .wrong("a receipt names another root than was signed")
        } catch { return .wrong("a receipt can't be checked: \(error)") }
    }

    /// Adds the peer's cosignature to a checkpoint of ours and publishes it.
    ///
    /// - Throws: `RecordError` when the checkpoint is none of ours or the cosignature doesn't hold.
    func publish(cosigned: SignedCheckpoint, by keys: [VerifierKey]) async throws {
        guard let writer, cosigned.checkpoint.origin == writer.key.name else { return }
        try cosigned.verify(by: writer.key.verifierKey)
        guard let key = keys.first(where: { !cosigned.cosigners(among: [$0]).isEmpty }) else {
            throw RecordError.signatureRejected("\(peer) did not cosign this")
        }
        // No more signatures than are known to hold.
        try await writer.publish(cosigned: cosigned.keeping([writer.key.verifierKey, key]))
    }
}

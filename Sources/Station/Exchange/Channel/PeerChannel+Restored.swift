import Accord
import Logging
import Record

extension PeerChannel {
    /// A record that may be the one in which the peer goes on.
    struct Offer: Sendable {
        var key: VerifierKey
        var source: any TileSource
    }

    /// The records that the peer offers beyond the one that is followed.
    func offers(after replica: Replica, _ client: PeerClient) async throws -> [Offer] {
        let current = try RecordOrigin(parsing: replica.key.name)
        return try await discover(client).filter {
            (try? RecordOrigin(parsing: $0.name)).map { current.isBefore($0) } ?? false
        }.map { key in
            let address = "\(client.address)/records/\(key.name)"
            return Offer(key: key, source: try HTTPTileSource(address, client: client.http, gate: gate))
        }
    }

    /// Whether the peer goes on in a copy that came as a file. One that is wrong or not whole is dropped, and says so to whoever
    /// brought it: it says nothing about the peer, whose records are followed as before.
    func goesOnOffline(after replica: Replica) async throws -> Bool {
        let current = try RecordOrigin(parsing: replica.key.name)
        let later = offline.keys.compactMap { try? RecordOrigin(parsing: $0) }.filter { current.isBefore($0) }
        guard let origin = later.min(by: { $0.isBefore($1) })?.description, let source = offline[origin] else {
            return false
        }
        do {
            guard let key = try key(of: origin) else { return false }
            return try await goesOn(after: replica, in: [Offer(key: key, source: source)])
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            offline[origin] = nil
            offlineFault = Self.words(error)
            return false
        }
    }

    /// Whether the peer goes on in the first of these records, without having closed the one that is followed: its first entry then
    /// names a checkpoint of that one. This is what a station does that was restored from a backup and may have forgotten entries.
    ///
    /// The entries that it has forgotten stay here, signed by it, and people on both sides are told how many they are.
    func goesOn(after replica: Replica, in offers: [Offer]) async throws -> Bool {
        guard let offer = offers.first, let known = await replica.checkpoint,
            await replica.size == known.checkpoint.size, try await !isClosed(replica, at: known.checkpoint)
        else { return false }
        let key = try check(offer.key, after: replica.key.name)
        let newest = try await offer.source.newestCheckpoint()
        try newest.verify(by: key)
        guard newest.checkpoint.size > 0 else { return false }
        let first = try await RecordReader(source: offer.source, trusting: newest.checkpoint, cachedTiles: 2).entry(
            at: 0)
        guard case .continued(let previous, let final)? = try? RotationEntry(first), previous == replica.key else {
            return false
        }
        try final.verify(by: replica.key)
        // More than is here yet: it is fetched first.
        guard final.checkpoint.size <= known.checkpoint.size else { return false }
        let own = RecordReader(source: DirectorySource(replica.directory), trusting: known.checkpoint, cachedTiles: 4)
        guard try await own.root(atSize: final.checkpoint.size) == final.checkpoint.root else {
            let reason =
                "\(peer) goes on in \(key.name) after another history of \(replica.key.name) than it signed before"
            await keep(known, final, of: replica.key, reason: reason)
            return false
        }
        let forgotten = known.checkpoint.size - final.checkpoint.size
        let note =
            "\(peer) goes on in \(key.name), as after a restore; of \(replica.key.name) "
            + (forgotten == 0 ? "it has all" : "it no longer has the last \(forgotten) entries, which are kept here")
        try await context.index.noteContinuation(of: replica.key.name, in: key.description, note: note)
        context.logger.warning("a peer goes on in another record", metadata: ["peer": "\(peer)", "note": "\(note)"])
        return true
    }

    private func isClosed(_ replica: Replica, at checkpoint: Checkpoint) async throws -> Bool {
        guard checkpoint.size > 0 else { return false }
        let reader = RecordReader(source: DirectorySource(replica.directory), trusting: checkpoint, cachedTiles: 4)
        guard case .closed? = try? RotationEntry(try await reader.entry(at: checkpoint.size - 1)) else { return false }
        return true
    }
}

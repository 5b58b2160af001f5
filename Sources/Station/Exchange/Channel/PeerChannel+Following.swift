import Accord
import Foundation
import Record

extension PeerChannel {
    /// Follows the peer's records, one after the other as they continue each other, until the task is cancelled or a record
    /// contradicts itself.
    func follow() async {
        var wait = 0.25
        while !Task.isCancelled {
            do {
                guard let key = try await nextPeerRecord() else {
                    await rest(seconds: 1)
                    continue
                }
                wait = 0.25
                guard try await follow(key) else { return }
            } catch is CancellationError {
                return
            } catch {
                note(link: .disconnected, reason: Self.words(error))
                await rest(seconds: wait)
                wait = min(wait * 2, 10)
            }
        }
    }

    /// The key of the record that is to be followed next: where the last one goes on, or the first that the peer has for us.
    private func nextPeerRecord() async throws -> VerifierKey? {
        let known = try await context.index.records(peer: peer, scope: scope, direction: .received)
        if let last = known.last {
            if let reason = last.stopped {
                state.alarm = reason
                note(link: .stopped, reason: reason)
                await rest(seconds: 60)
                return nil
            }
            guard let next = try await successor(of: last) else { return try key(for: last.origin) }
            return next
        }
        if let origin = offline.keys.min(), let key = try key(for: origin) { return key }
        guard let offered = try await discover() else {
            note(link: .waiting, reason: "\(peer) has not opened its side yet")
            return nil
        }
        return try key(for: offered)
    }

    /// The key of the record in which a closed one that was wholly handed on goes on.
    private func successor(of record: HandledRecord) async throws -> VerifierKey? {
        let directory = RecordDirectory(context.directory.peerRecord(record.origin))
        let source = DirectorySource(directory)
        guard record.handled > 0, let newest = try? await source.newestCheckpoint(),
            newest.checkpoint.size >= record.handled
        else { return nil }
        let reader = RecordReader(source: source, trusting: newest.checkpoint, cachedTiles: 4)
        let last = try await reader.entry(at: record.handled - 1)
        guard case .closed(let next)? = try? RotationEntry(last) else { return nil }
        return try check(next)
    }

    /// The key of a record of the peer's by its name; nil when it is none for us.
    private func key(for origin: String) throws -> VerifierKey? {
        guard let peer = context.register.peer(named: peer) else { return nil }
        return try check(VerifierKey(name: origin, kind: .ed25519, publicKey: peer.key.publicKey))
    }

    /// A record that the peer names must be its own, for us, under this scope, and signed with its key.
    private func check(_ key: VerifierKey) throws -> VerifierKey {
        let origin = try RecordOrigin(parsing: key.name)
        guard origin.writer == peer, origin.reader == context.party, ChannelScope(origin) == scope else {
            throw StationError.peer(name: peer, reason: "“\(key.name)” is no record of this channel")
        }
        guard context.register.peer(named: peer)?.holds(publicKey: key.publicKey) == true else {
            throw StationError.peer(name: peer, reason: "\(key.name) is signed with a key that nobody has agreed to")
        }
        return key
    }

    /// Follows one record until it is closed.
    ///
    /// - Returns: whether to go on with the next one.
    private func follow(_ key: VerifierKey) async throws -> Bool {
        let origin = key.name
        let directory = RecordDirectory(context.directory.peerRecord(origin))
        try SystemFiles().makeDirectories(directory.path, permissions: 0o700)
        let replica = try await Replica(directory, following: key, cosigner: context.identity)
        do {
            let isClosed = try await follow(replica)
            try await replica.finish()
            return isClosed
        } catch {
            try? await replica.finish()
            throw error
        }
    }

    private func follow(_ replica: Replica) async throws -> Bool {
        self.replica = replica
        let commits = await replica.commits(buffering: 16)
        let delivery = try await delivery(replica.key.name, .received)
        self.delivery = delivery
        let handing = Task { try await self.hand(on: replica, commits, to: delivery) }
        let linking = Task { await self.link(to: replica) }
        let outcome = await withTaskCancellationHandler {
            await handing.result
        } onCancel: {
            handing.cancel()
            linking.cancel()
        }
        linking.cancel()
        pause?.cancel()
        await linking.value
        state.receivedSize = await replica.size
        self.replica = nil
        self.delivery = nil
        return try outcome.get()
    }

    /// Hands on what the replica stores.
    ///
    /// - Returns: true when the record is closed and all of it was handed on.
    private func hand(
        on replica: Replica, _ commits: AsyncStream<RecordCommit>, to delivery: EntryDelivery
    ) async throws -> Bool {
        if let newest = await replica.checkpoint {
            if try await delivery.drain(replica.directory, upTo: newest.checkpoint, offset: offset) != nil {
                return true
            }
        }
        for await commit in commits {
            if state.link == .disconnected { note(link: .behind, reason: nil) }
            let checkpoint = commit.checkpoint.checkpoint
            let end = commit.firstIndex + UInt64(commit.entries.count)
            // On the way to a checkpoint nothing is handed on before the record can be read through it.
            guard end == checkpoint.size else { continue }
            let isNext = await delivery.record.handled >= commit.firstIndex
            let next =
                isNext
                ? try await delivery.handOn(
                    commit.entries, from: commit.firstIndex, checkpoint: checkpoint, offset: offset)
                : try await delivery.drain(replica.directory, upTo: checkpoint, offset: offset)
            if next != nil { return true }
        }
        throw CancellationError()
    }

    private var offset: Double { clockEstimate.offsetSeconds ?? 0 }

    /// Notes how the peer's record reaches us.
    func note(link: ChannelState.Link, reason: String?) {
        state.link = link
        state.reason = reason
    }

    /// Waits, unless something new cuts it short.
    func rest(seconds: Double) async {
        let task = Task<Void, any Error> { try await Task.sleep(for: .seconds(seconds)) }
        pause = task
        await withTaskCancellationHandler {
            _ = await task.result
        } onCancel: {
            task.cancel()
        }
    }

    /// An error in words short enough for a screen.
    static func words(_ error: any Error) -> String { String("\(error)".prefix(300)) }
}

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
                if (error as? RecordError)?.isOfThisDisk == true { readingFault = Self.words(error) }
                note(link: .disconnected, reason: Self.words(error))
                await rest(seconds: wait)
                wait = min(wait * 2, 10)
            }
        }
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
        let linking = Task {
            let end = await self.link(to: replica)
            // What follows is another record, or this one opened anew.
            if end != .ended { handing.cancel() }
            return end
        }
        let outcome = await withTaskCancellationHandler {
            await handing.result
        } onCancel: {
            handing.cancel()
            linking.cancel()
        }
        linking.cancel()
        endPause?()
        let end = await linking.value
        state.receivedSize = await replica.size
        self.replica = nil
        self.delivery = nil
        switch (outcome, end) {
        case (.success, _), (.failure, .ended): return try outcome.get()
        case (.failure, .continued): return true
        case (.failure, .stopped(let error)): throw error
        }
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
        endPause = { task.cancel() }
        await withTaskCancellationHandler {
            _ = await task.result
        } onCancel: {
            task.cancel()
        }
    }

    /// An error in words short enough for a screen, with nothing of the peer's that a terminal would obey.
    static func words(_ error: any Error) -> String { TerminalText.line(String("\(error)".prefix(300))) }
}

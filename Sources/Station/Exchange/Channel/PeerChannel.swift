import Accord
import Foundation
import Logging
import Record

/// One pair of records with one peer, under one scope: ours is written, theirs is followed, verified, stored and cosigned, and
/// the entries of both are handed on in order, each once.
actor PeerChannel {
    /// The other party.
    nonisolated let peer: String
    /// Under what the records are written.
    nonisolated let scope: ChannelScope

    nonisolated let own: OwnRecord
    nonisolated let context: ChannelContext
    nonisolated let gate: IntakeGate
    private var handlers: [any EntryHandler] = []
    var state: ChannelState
    var clockEstimate = PeerClockEstimate()
    /// The peer's record that is followed now.
    var replica: Replica?
    /// What hands its entries on.
    var delivery: EntryDelivery?
    /// A wait that new tasks for the link may cut short.
    var endPause: (@Sendable () -> Void)?
    /// Copies of the peer's records that came as files and are to be read next, by origin.
    var offline: [String: DirectorySource] = [:]
    /// Why a copy could not be taken in, in plain words.
    var offlineFault: String?
    /// Why what the peer wrote can't be stored at the moment, in plain words.
    var readingFault: String?
    private var tasks: [Task<Void, Never>] = []

    init(peer: String, scope: ChannelScope, context: ChannelContext) {
        self.peer = peer
        self.scope = scope
        self.context = context
        own = OwnRecord(peer: peer, scope: scope, context: context)
        gate = IntakeGate(context.pace) { bytes in
            let isBeyond = context.quotas.take(bytes: bytes, of: peer, atUnixSeconds: context.clock.now())
            return context.isDiskShort() ? .disk : isBeyond ? .quota : nil
        }
        state = ChannelState(peer: peer, scope: scope)
    }

    /// Appends entries to our record for the peer, with nothing of other callers between them.
    ///
    /// Returns where they stand once they are durable and signed for. Many callers share one synchronisation of the disk.
    /// - Throws: `StationError.peer` when they were not written: the disk is full, too much waits, or the channel is closed.
    func append(_ drafts: [EntryDraft]) async throws -> [EntryReference] { try await own.append(drafts) }

    /// Opens our record and begins to follow the peer's.
    ///
    /// - Parameter handlers: who is told of entries, and has been told of the history.
    /// - Throws: what the disk says of our own record.
    func start(_ handlers: [any EntryHandler]) async throws {
        guard tasks.isEmpty else { return }
        self.handlers = handlers
        try await own.open()
        tasks = [
            Task { await self.deliverOwn() },
            Task { await self.follow() },
            Task { [own] in
                while !Task.isCancelled {
                    await own.tick()
                    try? await Task.sleep(for: .milliseconds(200))
                }
            },
        ]
    }

    /// Ends the channel; what waits to be written is written first.
    func close() async {
        await own.close()
        for task in tasks { task.cancel() }
        endPause?()
        for task in tasks { await task.value }
        tasks = []
    }

    /// Where the channel stands, for the screen.
    func currentState() async -> ChannelState {
        var state = state
        let silence = gate.silence
        if let silence { state.lastHeardUnixSeconds = context.clock.now() - silence / .seconds(1) }
        let hold = gate.hold
        if let hold { state.notice = [state.notice, hold.words(of: peer)].compactMap(\.self).joined(separator: "; ") }
        // Whoever is not read says nothing.
        if state.link == .connected, hold == nil, let silence, silence > .seconds(3) {
            state.link = .disconnected
            state.reason = "nothing has come for \(Int(silence / .seconds(1))) s"
        }
        state.receivedSize = await replica?.size ?? state.receivedSize
        state.sentSize = await own.size
        if let fault = await own.fault ?? readingFault { state.ownFault = fault }
        state.clockOffsetSeconds = clockEstimate.offsetSeconds
        state.heldBackSeconds = gate.heldBackSeconds
        return state
    }

    /// Notes what a step of the delivery brought.
    func note(_ step: EntryDelivery.Step) {
        if let fault = step.fault { state.fault = fault }
        if let notice = step.notice { state.notice = notice }
        state.quarantined += step.quarantined
        if let written = step.writtenUnixSeconds, !step.isImported {
            clockEstimate.noteReceived(atUnixSeconds: written, receivedUnixSeconds: step.receivedUnixSeconds)
        }
        guard let (receipt, sent) = step.receipt else { return }
        state.seenOrigin = receipt.origin
        state.seenSize = receipt.size
        state.seenAtUnixSeconds = receipt.atUnixSeconds
        if let sent {
            clockEstimate.noteSeen(
                sentUnixSeconds: sent, atUnixSeconds: receipt.atUnixSeconds,
                receivedUnixSeconds: step.receivedUnixSeconds)
        }
    }

    /// Hands our own entries on: first those of earlier records that a crash left over, then each record as it grows.
    private func deliverOwn() async {
        await retrying {
            for origin in try await self.own.origins() where await self.own.origin != origin {
                let delivery = try await self.delivery(origin.description, .sent)
                let directory = RecordDirectory(self.context.directory.ownRecord(origin.description))
                guard let newest = try? await DirectorySource(directory).newestCheckpoint() else { continue }
                _ = try await delivery.drain(directory, upTo: newest.checkpoint)
            }
        }
        for await writer in own.writers { await retrying { try await self.deliver(writer) } }
    }

    /// Does something until it works: a full disk is full for a while, and nothing may be left out.
    private func retrying(_ work: () async throws -> Void) async {
        while !Task.isCancelled {
            do {
                try await work()
                state.ownFault = nil
                return
            } catch is CancellationError {
                return
            } catch {
                state.ownFault = "our own entries are not handed on: \(error)"
                context.logger.error("own entries are not handed on", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    private func deliver(_ writer: RecordWriter) async throws {
        let delivery = try await delivery(writer.key.name, .sent)
        let commits = await writer.commits(buffering: 16)
        _ = try await delivery.drain(writer.directory, upTo: await writer.checkpoint.checkpoint)
        for await commit in commits {
            let checkpoint = commit.checkpoint.checkpoint
            if await delivery.record.handled < commit.firstIndex {
                _ = try await delivery.drain(writer.directory, upTo: checkpoint)
            } else {
                _ = try await delivery.handOn(commit.entries, from: commit.firstIndex, checkpoint: checkpoint)
            }
        }
        _ = try await delivery.drain(writer.directory, upTo: await writer.checkpoint.checkpoint)
    }

    /// The delivery of a record, from where it was left.
    func delivery(_ origin: String, _ direction: EntryDirection) async throws -> EntryDelivery {
        let record = try await context.index.record(origin, peer: peer, scope: scope, direction: direction)
        if direction == .received { state.quarantined = record.quarantined }
        return EntryDelivery(
            record, own: own, context: context, handlers: handlers,
            imported: try await context.index.imports(of: origin)
        ) { [weak self] in await self?.note($0) }
    }
}

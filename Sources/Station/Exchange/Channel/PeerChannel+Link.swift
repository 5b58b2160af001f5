import Accord
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Record

extension PeerChannel {
    /// The most bytes of the list of records that a peer offers.
    private static let mostListBytes = 1 << 20
    /// The most records of such a list that are looked at.
    private static let mostOffers = 4_096
    /// A source that shows less than it signed before is given this many chances, a second apart.
    private static let rollbackChances = 3

    /// How the link to one record came to its end.
    enum LinkEnd: Sendable, Equatable {
        /// The task was cancelled, or the record contradicts itself.
        case ended
        /// The peer goes on in another record without having closed this one.
        case continued
        /// The replica can't store anything until it has been opened again.
        case stopped(RecordError)
    }

    /// Keeps a replica in step with the peer's record until the task is cancelled, or there is nothing more to come of it.
    func link(to replica: Replica) async -> LinkEnd {
        var wait = 0.25
        var timesBehind = 0
        while !Task.isCancelled {
            do {
                if let source = offline.removeValue(forKey: replica.key.name) {
                    try await takeIn(source, replica)
                    continue
                }
                if try await goesOnOffline(after: replica) { return .continued }
                let client = try context.clients.makeClient(for: peer)
                do {
                    let outcome = try await step(replica, client)
                    if try await goesOn(after: replica, in: offers(after: replica, client)) {
                        client.close()
                        return .continued
                    }
                    timesBehind = outcome.kind == .sourceBehind ? timesBehind + 1 : 0
                    if outcome.kind == .sourceBehind {
                        note(link: .behind, reason: "\(peer) shows fewer entries than it signed before")
                        if timesBehind >= Self.rollbackChances { try await rolledBack(replica, client) }
                    } else {
                        note(link: .connected, reason: nil)
                        readingFault = nil
                        wait = 0.25
                        if try await tail(replica, client) == .longEnough {
                            // Nothing is wrong, and nothing is to be seen of it.
                            client.close()
                            continue
                        }
                        note(link: .disconnected, reason: "\(peer) ended the stream")
                    }
                    client.close()
                } catch {
                    client.close()
                    throw error
                }
            } catch is CancellationError {
            } catch let error as RecordError {
                if case .inconsistent = error {
                    await forked(replica, error)
                    return .ended
                }
                if error.isOfThisDisk {
                    readingFault = Self.words(error)
                    note(link: .disconnected, reason: Self.words(error))
                    return .stopped(error)
                }
                note(link: error.isWorthAnotherTry ? .waiting : .disconnected, reason: Self.words(error))
                if !error.isWorthAnotherTry { state.fault = Self.words(error) }
            } catch {
                note(link: .disconnected, reason: Self.words(error))
            }
            if Task.isCancelled || state.link == .stopped { return .ended }
            if offline[replica.key.name] == nil { await rest(seconds: timesBehind > 0 ? 1 : wait) }
            wait = min(wait * 2, 10)
        }
        return .ended
    }

    private func step(_ replica: Replica, _ client: PeerClient) async throws -> ReplicaOutcome {
        // A peer that can't be reached stays so on the screen until something comes from it.
        if state.link != .connected, state.link != .disconnected { note(link: .behind, reason: state.reason) }
        return try await follower(replica, client).catchUp()
    }

    /// Follows the tail, and sends cosignatures back meanwhile.
    private func tail(_ replica: Replica, _ client: PeerClient) async throws -> ReplicaFollower.TailEnd {
        let follower = try follower(replica, client)
        let task = Task<ReplicaFollower.TailEnd, any Error> { try await follower.followTail() }
        endPause = { task.cancel() }
        let cosigning = Task { await self.sendCosignatures(of: replica, client) }
        defer { cosigning.cancel() }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    private func follower(_ replica: Replica, _ client: PeerClient) throws -> ReplicaFollower {
        let clock = context.clock
        return try ReplicaFollower(
            replica, address: "\(client.address)/records/\(replica.key.name)", client: client.http, gate: gate,
            now: clock.now)
    }

    /// Sends the newest cosignature back, at most once a second.
    private func sendCosignatures(of replica: Replica, _ client: PeerClient) async {
        var sent: UInt64 = 0
        while !Task.isCancelled {
            if let newest = await replica.checkpoint, newest.checkpoint.size > sent {
                let address = "\(client.address)/records/\(replica.key.name)/cosignature"
                let own = newest.keeping([replica.key, context.identity.cosignatureKey])
                if (try? await client.post(own.bytes, to: address)) == true { sent = newest.checkpoint.size }
            }
            try? await Task.sleep(for: .seconds(1))
        }
    }

    /// The keys of the records that the peer has for us under this scope, the oldest first.
    func discover() async throws -> [VerifierKey] {
        let client = try context.clients.makeClient(for: peer)
        defer { client.close() }
        return try await discover(client)
    }

    /// The same, by a client that is at hand.
    func discover(_ client: PeerClient) async throws -> [VerifierKey] {
        struct Offer: Decodable { var key: String }
        let address = "\(client.address)/records?scope=\(scope.name)"
        let bytes = try await client.get(address, mostBytes: Self.mostListBytes)
        guard let offers = try? JSONDecoder().decode([Offer].self, from: Data(bytes)) else {
            throw StationError.peer(name: peer, reason: "the list of its records is no such list")
        }
        return try offers.prefix(Self.mostOffers).map { try VerifierKey($0.key) }
    }

    /// Reads a copy of the record that came as a file. A copy that is wrong says so to whoever brought it; only one that
    /// the peer has signed against itself stops the following.
    private func takeIn(_ source: DirectorySource, _ replica: Replica) async throws {
        do {
            let before = await replica.size
            let newest = try await source.newestCheckpoint()
            try newest.verify(by: replica.key)
            if newest.checkpoint.size > before {
                let places = before..<newest.checkpoint.size
                try await context.index.noteImport(of: replica.key.name, places: places)
                await delivery?.note(imported: places)
            }
            _ = try await replica.catchUp(from: source, timeUnixSeconds: UInt64(max(0, context.clock.now())))
        } catch {
            offlineFault = Self.words(error)
            if case .inconsistent? = error as? RecordError, await replica.forkEvidence != nil { throw error }
        }
    }
}

import Accord
import Airspace
import Logging
import ServiceLifecycle
import Synchronization

/// Brings what peers disclose into the picture: entries arrive one by one and go to the picture some times a second.
final class PeerPicture: EntryHandler, Service {
    private struct State {
        var tracks: [String: ForeignTrack] = [:]
        var ended: Set<String> = []
        var outside = 0
    }

    let types: Set<String> = [TrackBody.type, TrackEndedBody.type]
    private let state = Mutex(State())
    private let runner: PictureRunner
    private let channels: ChannelTable
    private let clock: NodeClock
    private let logger: Logger
    private let isAllowed: @Sendable (ReceivedEntry) async -> Bool
    private let silent = Mutex<Set<String>>([])
    private let news: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation

    /// How long what comes is gathered before it goes to the picture, seconds.
    private static let gatheringSeconds = 0.05
    /// How often it is looked who has fallen silent, seconds.
    private static let listeningSeconds = 0.2
    /// A peer that nothing is heard of for longer is silent, seconds.
    static let silentSeconds = 3.0

    /// - Parameter isAllowed: whether the agreement lets the peer tell this now; what does not is not shown.
    init(_ context: NodeContext, channels: ChannelTable, isAllowed: @escaping @Sendable (ReceivedEntry) async -> Bool) {
        runner = context.runner
        clock = context.clock
        logger = context.logger
        self.channels = channels
        self.isAllowed = isAllowed
        (news, waker) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    func take(_ received: ReceivedEntry) async {
        guard !received.isHistory, case .agreement = received.scope, await isAllowed(received) else { return }
        switch received.entry.type {
        case TrackBody.type:
            guard let body = try? received.entry.body(TrackBody.self) else { return }
            let track = ForeignTrack(body, from: received.peer)
            state.withLock { state in
                let known = state.tracks[track.identifier]?.state.timeUnixSeconds ?? -.infinity
                guard known <= track.state.timeUnixSeconds else { return }
                state.tracks[track.identifier] = track
                state.ended.remove(track.identifier)
            }
        default:
            guard let body = try? received.entry.body(TrackEndedBody.self) else { return }
            let identifier = ForeignTrack.identifier(party: received.peer, pseudonym: body.track)
            state.withLock { state in
                state.tracks[identifier] = nil
                state.ended.insert(identifier)
            }
        }
        waker.yield()
    }

    /// Forgets all that a peer disclosed: the agreement is suspended or over.
    func forget(_ peer: String) async {
        state.withLock { state in state.tracks = state.tracks.filter { $0.value.party != peer } }
        await runner.endDisclosed(by: peer)
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup { group in
                group.addTask {
                    for await _ in self.news {
                        try? await Task.sleep(for: .seconds(Self.gatheringSeconds))
                        await self.flush()
                    }
                }
                group.addTask {
                    while !Task.isCancelled {
                        try? await Task.sleep(for: .seconds(Self.listeningSeconds))
                        await self.listen()
                    }
                }
            }
        }
    }

    /// Hands on what has come.
    func flush() async {
        let (tracks, ended) = state.withLock { state in
            defer {
                state.tracks = [:]
                state.ended = []
            }
            return (Array(state.tracks.values), Array(state.ended))
        }
        guard !tracks.isEmpty || !ended.isEmpty else { return }
        await runner.take(disclosed: tracks, ended: ended)
    }

    /// Greys out the tracks of peers that have fallen silent, and brings back those that are heard again.
    private func listen() async {
        let now = clock.now()
        var heard: Set<String> = []
        var unheard: Set<String> = []
        for state in await channels.states() {
            let age = now - (state.lastHeardUnixSeconds ?? -.infinity)
            let isThere = (state.link == .connected || state.link == .behind) && age <= Self.silentSeconds
            if isThere { heard.insert(state.peer) } else { unheard.insert(state.peer) }
        }
        unheard.subtract(heard)
        let before = silent.withLock { silent in
            defer { silent = unheard }
            return silent
        }
        for peer in unheard.subtracting(before) { await runner.setSilent(true, party: peer) }
        for peer in before.subtracting(unheard) { await runner.setSilent(false, party: peer) }
    }
}

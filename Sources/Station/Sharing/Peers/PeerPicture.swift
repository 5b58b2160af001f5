import Accord
import Airspace
import Logging
import ServiceLifecycle
import Synchronization

/// Brings what peers disclose into the picture: entries arrive one by one and go to the picture some times a second.
final class PeerPicture: EntryHandler, Service {
    private struct State {
        var tracks: [String: ForeignTrack] = [:]
        /// Tracks that are told of no more, and whether they are in distress no more either.
        var ended: [String: Bool] = [:]
    }

    let types: Set<String> = [TrackBody.type, TrackEndedBody.type]
    private let state = Mutex(State())
    private let runner: PictureRunner
    private let channels: ChannelTable
    private let clock: NodeClock
    private let metrics: ExchangeMetrics
    private let logger: Logger
    private let interval: Interval
    private let silent = Mutex<Set<String>>([])
    private let offsets = Mutex<[String: Double]>([:])
    private let news: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation

    /// How long what comes is gathered before it goes to the picture, seconds.
    private static let gatheringSeconds = 0.05
    /// How often it is looked who has fallen silent, seconds.
    private static let listeningSeconds = 0.2
    /// A peer that nothing is heard of for longer is silent, seconds.
    static let silentSeconds = 3.0

    /// How long may pass between two positions of an aircraft, seconds, by the rule that a peer names; nil: the agreement does not let it
    /// tell this now, and it is not shown.
    typealias Interval = @Sendable (_ received: ReceivedEntry, _ track: TrackBody?) async -> Double?

    init(_ context: NodeContext, channels: ChannelTable, interval: @escaping Interval) {
        runner = context.runner
        clock = context.clock
        metrics = context.metrics.exchange
        logger = context.logger
        self.channels = channels
        self.interval = interval
        (news, waker) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    func take(_ received: ReceivedEntry) async {
        guard !received.isHistory, case .agreement = received.scope else { return }
        switch received.entry.type {
        case TrackBody.type:
            guard let body = try? received.entry.body(TrackBody.self) else { return }
            guard let every = await interval(received, body) else { return metrics.outsideEntries.add(1) }
            let track = ForeignTrack(body, from: received.peer, everySeconds: every)
            state.withLock { state in
                state.tracks[track.identifier] = track
                state.ended[track.identifier] = nil
            }
        default:
            guard let body = try? received.entry.body(TrackEndedBody.self), await interval(received, nil) != nil
            else { return }
            let identifier = ForeignTrack.identifier(party: received.peer, pseudonym: body.track)
            state.withLock { state in
                state.tracks[identifier] = nil
                // Distress would be told while the agreement is suspended.
                state.ended[identifier] = body.reason == .suspended
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
                state.ended = [:]
            }
            return (Array(state.tracks.values), state.ended)
        }
        guard !tracks.isEmpty || !ended.isEmpty else { return }
        await runner.take(disclosed: tracks, ended: ended)
    }

    /// A clock that is off by less than this is as right as it can be measured, seconds.
    private static let offsetSeconds = 1.0

    /// Tells the picture how far a peer's clock is off, when that has changed.
    private func note(_ measured: Double, of peer: String) async {
        let offset = abs(measured) < Self.offsetSeconds ? 0 : measured.rounded()
        let isNews = offsets.withLock { offsets in
            defer { offsets[peer] = offset }
            return offsets[peer] ?? 0 != offset
        }
        if isNews { await runner.setClockOffset(offset, party: peer) }
    }

    /// Greys out the tracks of peers that have fallen silent, and brings back those that are heard again.
    private func listen() async {
        let now = clock.now()
        var heard: Set<String> = []
        var unheard: Set<String> = []
        // First contact carries no tracks: that it lives says nothing of them.
        for state in await channels.states() where state.scope != .contact {
            await note(state.clockOffsetSeconds ?? 0, of: state.peer)
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

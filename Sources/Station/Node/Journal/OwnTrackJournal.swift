import Accord
import Airspace
import Logging
import Separation
import ServiceLifecycle
import Synchronization

/// Writes down what the station itself sees: each own track at full precision, at most once a second and only when there is a new
/// report of it, and every alarm.
///
/// Between two writes only the latest of each track waits, so the queue is bounded by the sky. When the disk is full, or
/// nearly so (``DiskGuard``), tracks are dropped and counted; alarms wait, up to a bound.
final class OwnTrackJournal: PictureObserver, Service {
    private struct State {
        var tracks: [String: PictureTrack] = [:]
        var alarms: [AlarmBody] = []
        var written: [String: Double] = [:]
        /// A field, never the value of the mutex itself: a function that is lent as a generic value and put back is wrapped once more
        /// each time.
        var isOurs: @Sendable (PictureTrack) -> Bool = { _ in false }
    }

    private let state = Mutex(State())
    private let record: PrivateRecord
    private let metrics: StationMetrics
    private let disk: DiskGuard?
    private let logger: Logger
    /// The receivers whose tracks are the station's own.
    private let feeds: [String: String]

    /// More alarms than this don't wait.
    private static let mostAlarms = 10_000
    /// Tracks of one append.
    private static let tracksAtATime = 4_096
    private static let periodSeconds = 1.0

    /// - Parameter feeds: the names of the own feeds by their identifiers.
    init(
        record: PrivateRecord, feeds: [String: String], metrics: StationMetrics, disk: DiskGuard? = nil, logger: Logger
    ) {
        self.record = record
        self.feeds = feeds
        self.metrics = metrics
        self.disk = disk
        self.logger = logger
    }

    /// Says which tracks are on the list of the party's own aircraft.
    func recognise(_ isOurs: @escaping @Sendable (PictureTrack) -> Bool) { state.withLock { $0.isOurs = isOurs } }

    func see(_ second: PictureSecond, isRunUp: Bool) {
        guard !isRunUp else { return }
        note(AlarmBody.alarms(of: second))
        state.withLock { state in
            for index in second.changed where index < second.tracks.count {
                let track = second.tracks[index]
                guard feeds[track.feed] != nil || track.manual != nil else { continue }
                guard state.written[track.identifier] != track.state.timeUnixSeconds else { continue }
                state.tracks[track.identifier] = track
            }
            for identifier in second.removed { state.written[identifier] = nil }
        }
    }

    /// Takes alarms, to be written with those of the picture.
    func note(_ alarms: [AlarmBody]) {
        guard !alarms.isEmpty else { return }
        state.withLock { state in
            state.alarms.append(contentsOf: alarms)
            if state.alarms.count > Self.mostAlarms { state.alarms.removeFirst(state.alarms.count - Self.mostAlarms) }
        }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(Self.periodSeconds))
                await self.write()
            }
        }
        await write()
    }

    /// Writes what waits.
    func write() async {
        let (tracks, alarms, isOurs) = state.withLock { state in
            defer {
                state.tracks.removeAll(keepingCapacity: true)
                state.alarms = []
            }
            return (Array(state.tracks.values), state.alarms, state.isOurs)
        }
        do {
            _ = try await record.append(try alarms.map { try EntryDraft($0) })
        } catch {
            state.withLock { $0.alarms.insert(contentsOf: alarms, at: 0) }
            logger.error("alarms are not on the record", metadata: ["error": "\(error)"])
        }
        // Of all that is written these are the most and matter the least: what is left of the disk is for acts and for peers.
        guard disk?.isShort != true else {
            metrics.droppedWrites.add(tracks.count)
            return
        }
        for start in stride(from: 0, to: tracks.count, by: Self.tracksAtATime) {
            let some = tracks[start..<min(tracks.count, start + Self.tracksAtATime)]
            // A track that no entry can hold is in the picture all the same, with its quality marked.
            let drafts = some.compactMap { track in
                try? EntryDraft(
                    OwnTrackBody(track, source: feeds[track.feed] ?? track.feed, isOurs: isOurs(track)))
            }
            do {
                _ = try await record.append(drafts)
                state.withLock { state in
                    for track in some { state.written[track.identifier] = track.state.timeUnixSeconds }
                }
            } catch {
                metrics.droppedWrites.add(drafts.count)
                logger.error(
                    "own tracks are not on the record", metadata: ["error": "\(error)", "tracks": "\(some.count)"])
            }
        }
    }
}

import Separation

/// How a replay stands.
struct ReplayStatus: Sendable, Hashable {
    var start: Int
    var end: Int
    var speed: Double
    var isPaused: Bool
    var hasEnded: Bool

    init(_ clock: ReplayClock) {
        start = clock.start
        end = clock.end
        speed = clock.speed
        isPaused = clock.isPaused
        hasEnded = clock.hasEnded
    }

    func write(to writer: inout JSONWriter) {
        writer.object("replay") {
            $0.field("start", start)
            $0.field("end", end)
            $0.field("speed", speed, decimals: 2)
            $0.field("paused", isPaused)
            $0.field("ended", hasEnded)
        }
    }
}

/// The whole picture as of one frame; requests are answered from it.
struct PictureSnapshot: Sendable {
    var sequence = 0
    var timeUnixSeconds = 0.0
    /// The wall clock when it was put up, Unix seconds: only for a reader to see how late it gets there.
    var sentUnixSeconds = 0.0
    var replay: ReplayStatus?
    var feeds: [FeedStatus] = []
    var tracks: [PictureTrack] = []
    var alerts = AlertPicture(timeUnixSeconds: 0)

    /// Writes it as the interface describes `Picture`.
    func write(to writer: inout JSONWriter) {
        writer.object {
            writeHead(to: &$0)
            $0.array("tracks") { list in for track in tracks { track.write(to: &list) } }
            writeConflicts(to: &$0)
        }
    }

    /// Writes what changed since an earlier frame, as the interface describes `Delta`.
    func writeDelta(
        changed: some Sequence<Int>, removed: [String], encounters: [PictureEncounter], to writer: inout JSONWriter
    ) {
        writer.object {
            writeHead(to: &$0)
            $0.array("upserts") { list in for index in changed { tracks[index].write(to: &list) } }
            $0.array("removed") { list in for identifier in removed { list.value(identifier) } }
            writeConflicts(to: &$0)
            $0.array("encounters") { list in for encounter in encounters { encounter.write(to: &list) } }
        }
    }

    private func writeHead(to writer: inout JSONWriter) {
        writer.field("time", timeUnixSeconds, decimals: 3)
        writer.field("sent", sentUnixSeconds, decimals: 3)
        writer.field("sequence", sequence)
        if let replay { replay.write(to: &writer) } else { writer.null("replay") }
        writer.array("feeds") { list in for feed in feeds { feed.write(to: &list) } }
    }

    private func writeConflicts(to writer: inout JSONWriter) {
        writer.array("conflicts") { list in for alert in alerts.alerts { alert.write(to: &list) } }
        writer.array("emergencies") { list in for emergency in alerts.emergencies { emergency.write(to: &list) } }
    }
}

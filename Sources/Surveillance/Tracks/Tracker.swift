/// The tracks of all aircraft: reports of any number of feeds go in, and time is passed in.
///
/// A pure state machine: the same reports and times give the same tracks, at any speed. The state of a track is that of its
/// last position; whoever predicts carries it forward.
public struct Tracker: Sendable {
    /// The tracks, in no particular order. An index holds until the next call that changes the tracker.
    public private(set) var tracks: [Track] = []
    /// Reports that were left out because there was no room for another aircraft.
    public private(set) var refused = 0

    private var slotOfIdentifier: [String: Int] = [:]
    private var withoutPosition: [String: Report] = [:]
    private var sweptUnixSeconds = 0.0

    /// How long a track stays after its last position, seconds.
    public let expirySeconds: Double
    /// The most aircraft at a time.
    public static let mostTracks = 250_000

    /// How often what never had a position is looked through, seconds.
    private static let sweepSeconds = 30.0

    /// No tracks yet; each goes `expirySeconds` after its last position.
    public init(expirySeconds: Double = 300) {
        self.expirySeconds = expirySeconds
    }

    /// Takes a report of feed number `feed`.
    ///
    /// - Returns: the index in `tracks` of the aircraft; nil while it has never had a position.
    @discardableResult
    public mutating func take(_ report: Report, feed: Int) -> Int? {
        var closed: [QualityInterval] = []
        if let slot = slotOfIdentifier[report.identifier] {
            tracks[slot].take(report, feed: feed, closed: &closed)
            return slot
        }
        guard let position = report.position else {
            remember(report)
            return nil
        }
        guard tracks.count < Self.mostTracks else {
            refused += 1
            return nil
        }
        let slot = tracks.count
        slotOfIdentifier[report.identifier] = slot
        var track = Track(report, position: position, feed: feed)
        track.begin(with: report, after: withoutPosition.removeValue(forKey: report.identifier))
        tracks.append(track)
        return slot
    }

    /// Lets picture time pass: tracks whose last position is older than `expirySeconds` go.
    ///
    /// - Returns: the identifiers of those that went.
    public mutating func advance(to unixSeconds: Double) -> [String] {
        var gone: [String] = []
        var slot = 0
        while slot < tracks.count {
            if tracks[slot].age(at: unixSeconds) <= expirySeconds {
                slot += 1
                continue
            }
            gone.append(tracks[slot].identifier)
            slotOfIdentifier[tracks[slot].identifier] = nil
            let last = tracks.removeLast()
            if slot < tracks.count {
                tracks[slot] = last
                slotOfIdentifier[last.identifier] = slot
            }
        }
        if abs(unixSeconds - sweptUnixSeconds) >= Self.sweepSeconds {
            sweptUnixSeconds = unixSeconds
            withoutPosition = withoutPosition.filter { unixSeconds - $0.value.timeUnixSeconds <= expirySeconds }
        }
        return gone
    }

    /// The track of an aircraft; nil: none.
    public subscript(identifier: String) -> Track? { slotOfIdentifier[identifier].map { tracks[$0] } }

    /// Keeps the call sign and code of an aircraft that has not said yet where it is.
    private mutating func remember(_ report: Report) {
        guard withoutPosition.count < Self.mostTracks else {
            refused += 1
            return
        }
        guard var known = withoutPosition[report.identifier] else {
            withoutPosition[report.identifier] = report
            return
        }
        known.timeUnixSeconds = max(known.timeUnixSeconds, report.timeUnixSeconds)
        known.callsign = report.callsign ?? known.callsign
        known.squawk = report.squawk ?? known.squawk
        known.emitterCategory = report.emitterCategory ?? known.emitterCategory
        known.pressureAltitudeFeet = report.pressureAltitudeFeet ?? known.pressureAltitudeFeet
        known.groundSpeedMetresPerSecond = report.groundSpeedMetresPerSecond ?? known.groundSpeedMetresPerSecond
        known.trackDegrees = report.trackDegrees ?? known.trackDegrees
        known.verticalRateMetresPerSecond = report.verticalRateMetresPerSecond ?? known.verticalRateMetresPerSecond
        known.isOnGround = report.isOnGround ?? known.isOnGround
        withoutPosition[report.identifier] = known
    }
}

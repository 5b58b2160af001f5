import Airspace
import Separation
import Surveillance

/// The tracks of one picture second.
struct TrackSecond: Sendable {
    /// All tracks as the picture shows them.
    var tracks: [PictureTrack] = []
    /// The same tracks, carried forward to the second, as the monitor needs them.
    var alertTracks: [AlertTrack] = []
    /// Indices of the tracks that are not as they were the second before.
    var changed: [Int] = []
    /// Tracks that are no longer there.
    var removed: [String] = []
}

/// The tracks of the picture: reports go in, and at each picture second every track is carried forward to it.
struct TrackTable: Sendable {
    private var tracker = Tracker()
    private var feeds: [String]
    private var touched: Set<String> = []
    private var lastSecond: Double?

    /// - Parameter feeds: the names of the feeds, in the order of their numbers.
    init(feeds: [String]) {
        self.feeds = feeds
    }

    /// Takes a report of feed number `feed`; what is wrong with the data of its aircraft now.
    mutating func take(_ report: Report, feed: Int) -> QualityFlags {
        guard let slot = tracker.take(report, feed: feed) else { return [] }
        touched.insert(report.identifier)
        return tracker.tracks[slot].quality(at: report.timeUnixSeconds, staleSeconds: .infinity)
    }

    /// Every track at `second`, for the picture and for the monitor.
    mutating func advance(to second: Double, rules: AlertRules) -> TrackSecond {
        var result = TrackSecond()
        result.removed = tracker.advance(to: second)
        let tracks = tracker.tracks
        result.tracks.reserveCapacity(tracks.count)
        result.alertTracks.reserveCapacity(tracks.count)
        let step = second - (lastSecond ?? second)
        for index in tracks.indices {
            let age = tracks[index].age(at: second)
            let freshness = PictureTrack.Freshness(ageSeconds: age, rules)
            let aged = freshness != PictureTrack.Freshness(ageSeconds: max(0, age - step), rules)
            if aged || touched.contains(tracks[index].identifier) { result.changed.append(index) }
            let quality = tracks[index].quality(at: second, staleSeconds: rules.staleSeconds)
            result.tracks.append(picture(tracks[index], age: age, freshness, quality))
            result.alertTracks.append(Self.alertTrack(tracks[index], at: second, quality))
        }
        touched.removeAll(keepingCapacity: true)
        lastSecond = second
        return result
    }

    private func picture(
        _ track: Track, age: Double, _ freshness: PictureTrack.Freshness, _ quality: QualityFlags
    ) -> PictureTrack {
        var made = PictureTrack(
            identifier: track.identifier, callsign: track.callsign, state: track.state,
            ellipsoidHeightFeet: track.ellipsoidHeightFeet, squawk: track.squawk, aircraftClass: track.aircraftClass,
            feed: feeds[track.feed], ageSeconds: age, freshness: freshness, isOnGround: track.isOnGround,
            quality: quality)
        made.levelUnixSeconds = track.levelUnixSeconds
        return made
    }

    private static func alertTrack(_ track: Track, at second: Double, _ quality: QualityFlags) -> AlertTrack {
        AlertTrack(
            identifier: track.identifier, state: carry(track.state, to: second),
            lastReportUnixSeconds: track.state.timeUnixSeconds, aircraftClass: track.aircraftClass,
            isOnGround: track.isOnGround, squawk: track.squawk, squawkReportUnixSeconds: track.squawkUnixSeconds,
            flaws: quality)
    }

    /// A climb or descent is believed for so long, seconds: most end at a level that no receiver sees.
    private static let verticalRateHoldsSeconds = 15.0

    /// A state carried forward along its geodesic.
    static func carry(_ state: KinematicState, to second: Double) -> KinematicState {
        let age = second - state.timeUnixSeconds
        guard age > 0 else { return state }
        var carried = state
        carried.timeUnixSeconds = second
        if let speed = state.groundSpeedMetresPerSecond, let track = state.trackDegrees, speed > 0 {
            let end = Geodesic.direct(from: state.position, azimuthDegrees: track, distanceMetres: speed * age)
            carried.position = end.position
            carried.trackDegrees = end.azimuthDegrees
        }
        if case .pressure(let feet) = state.level, let rate = state.verticalRateMetresPerSecond {
            let climbed = rate * min(age, verticalRateHoldsSeconds) / LengthUnit.feet.metres
            carried.level = .pressure(feet: feet + climbed)
        }
        return carried
    }
}

extension PictureTrack.Freshness {
    init(ageSeconds age: Double, _ rules: AlertRules) {
        self = age > rules.staleSeconds ? .stale : age > rules.coastingSeconds ? .coasting : .live
    }
}

import Accord
import Airspace
import Exercise

/// What one second of the picture says about a run: positions of those who take part, from the station's own data, and of those who don't.
struct RunSight: Sendable {
    /// A flight of the plan that our receivers see, and what it is called elsewhere.
    struct Seen: Sendable, Hashable {
        /// The flight.
        var participant: String
        /// The identifier of its track.
        var identifier: String
        /// Under which name a party discloses it, if that was found out.
        var shared: FollowedRun.SharedName?
    }

    /// What the run is to be told.
    private(set) var events: [RunEvent] = []
    /// The flights that were seen.
    private(set) var seen: [Seen] = []

    /// - Parameters:
    ///   - names: which disclosed tracks are known to be which flight.
    init(_ second: PictureSecond, plan: ExercisePlan, names: [FollowedRun.SharedName: String] = [:]) {
        let own = second.tracks.filter { $0.shared == nil || $0.shared?.isSeenHere == true }
        var taken: [String: String] = [:]
        for flight in plan.flights {
            guard let track = Self.track(of: flight, among: own) else { continue }
            taken[track.identifier] = flight.identifier
            note(track, flight, plan)
        }
        for track in second.tracks where taken[track.identifier] == nil {
            guard !track.isOnGround, track.freshness != .stale else { continue }
            if let shared = track.shared, !shared.isSeenHere {
                let name = FollowedRun.SharedName(party: shared.party, track: shared.pseudonym)
                // While a flight of that party is not known under its name, this one may be it.
                let isOpen = plan.flights.contains { flight in
                    flight.party == shared.party && !names.values.contains(flight.identifier)
                }
                if names[name] != nil || isOpen { continue }
            }
            events.append(
                .other(
                    identifier: track.identifier, position: track.state.position,
                    levelFeet: Self.level(track.state.level), timeUnixSeconds: track.state.timeUnixSeconds))
        }
    }

    private mutating func note(_ track: PictureTrack, _ flight: Participant, _ plan: ExercisePlan) {
        let shared = track.shared.map { FollowedRun.SharedName(party: $0.party, track: $0.pseudonym) }
        seen.append(
            Seen(
                participant: flight.identifier, identifier: track.identifier,
                shared: shared.flatMap { $0.party == flight.party ? $0 : nil }))
        // A place that stands still while its time goes on is an old place.
        guard track.freshness != .stale, track.quality.isDisjoint(with: [.frozen, .stale]) else { return }
        let state = track.state
        var velocity: HorizontalVelocity?
        if let speed = state.groundSpeedMetresPerSecond, let degrees = state.trackDegrees {
            velocity = HorizontalVelocity(trackDegrees: degrees, metresPerSecond: speed)
        }
        // The picture holds a level for longer than an exercise may.
        let levelAge = track.levelUnixSeconds.map { state.timeUnixSeconds - $0 } ?? 0
        events.append(
            .report(
                RunReport(
                    participant: flight.identifier, timeUnixSeconds: state.timeUnixSeconds, position: state.position,
                    levelFeet: levelAge <= plan.turnAway.staleSeconds ? Self.level(state.level) : nil,
                    velocity: velocity, basis: .own)))
    }

    /// The track of a flight: by the identifier that the plan gives, else by its call sign. Where two have that call sign neither is taken.
    private static func track(of flight: Participant, among tracks: [PictureTrack]) -> PictureTrack? {
        if let identifier = flight.track?.lowercased(),
            let found = tracks.first(where: { $0.identifier.lowercased() == identifier })
        {
            return found
        }
        let callsign = bare(flight.callsign)
        guard !callsign.isEmpty else { return nil }
        let named = tracks.filter { $0.callsign.map(bare) == callsign && $0.freshness != .stale }
        return named.count == 1 ? named.first : nil
    }

    private static func bare(_ text: String) -> String { text.uppercased().filter { !$0.isWhitespace } }

    private static func level(_ level: Level) -> Double? {
        if case .pressure(let feet) = level { feet } else { nil }
    }
}

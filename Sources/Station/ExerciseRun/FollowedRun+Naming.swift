import Accord
import Airspace
import Exercise

/// Which disclosed track is which flight of the plan. Disclosed tracks carry names of an agreement, and a plan can't know them.
extension FollowedRun {
    /// A track as a party discloses it.
    struct SharedName: Sendable, Hashable {
        /// Whose it is.
        var party: String
        /// What the party calls it under the agreement.
        var track: String
    }

    /// A track that alone may be a flight is taken for it after so many seconds.
    private static let patienceSeconds = 3.0
    /// One that was not heard for so long is no rival any more, seconds.
    private static let rivalSeconds = 10.0
    /// Tracks that are watched at most.
    private static let mostStrangers = 500

    /// Notes that a disclosed track is a flight, from better knowledge than what is disclosed of it.
    mutating func name(_ name: SharedName, _ participant: String) {
        guard names[name] != participant else { return }
        names = names.filter { $0.value != participant }
        names[name] = participant
        strangers[name] = nil
    }

    /// Takes what a party disclosed of an aircraft, as a position of a participant where it is one.
    mutating func take(shared body: TrackBody, of owner: String, now: Double) -> [EntryDraft] {
        let position = GeodeticPosition(latitudeDegrees: body.lat, longitudeDegrees: body.lon)
        guard let participant = participant(body, at: position, of: owner, now: now) else { return [] }
        let velocity = body.speedKt.flatMap { speed in
            body.trackDegrees.map { degrees in
                HorizontalVelocity(
                    trackDegrees: degrees, metresPerSecond: speed * SpeedUnit.knots.metresPerSecond)
            }
        }
        let isPressure = (body.datum ?? .pressure) == .pressure
        let report = RunReport(
            participant: participant, timeUnixSeconds: body.time.unixSeconds, position: position,
            levelFeet: isPressure ? body.levelFt : nil, velocity: velocity, basis: .shared)
        return handle(.report(report), now: now)
    }

    private mutating func participant(
        _ body: TrackBody, at position: GeodeticPosition, of owner: String, now: Double
    ) -> String? {
        let name = SharedName(party: owner, track: body.track)
        if let known = names[name] { return known }
        let flights = run.plan.flights.filter { $0.party == owner }
        // Simulated ones are named after the flight, and some rules give the address itself.
        let track = body.track.lowercased()
        if let plain = flights.first(where: { flight in
            run.isSimulated
                ? Pseudonyms.simulated(flight.identifier) == track : flight.track?.lowercased() == track
        }) {
            self.name(name, plain.identifier)
            return plain.identifier
        }
        // Of our own we know who is who.
        guard owner != party else { return nil }
        let open = flights.filter { flight in !names.values.contains(flight.identifier) }
        guard !open.isEmpty, isInZone(body, position) else {
            strangers[name] = nil
            return nil
        }
        let meant = open.filter { isNamed($0, by: body.rule) }
        if let only = meant.first, meant.count == 1 {
            self.name(name, only.identifier)
            return only.identifier
        }
        guard open.count == 1, let only = open.first, isAlone(name, now: now) else { return nil }
        self.name(name, only.identifier)
        return only.identifier
    }

    /// Whether the rule under which a track is disclosed names a flight, rather than all aircraft of the party.
    private func isNamed(_ flight: Participant, by rule: String) -> Bool {
        let rules = standing.document.agreement.disclosure
        return rules.first { $0.identifier == rule }?.aircraft.contains {
            $0.matches(identifier: flight.track ?? "", callsign: flight.callsign)
        } ?? false
    }

    private func isInZone(_ body: TrackBody, _ position: GeodeticPosition) -> Bool {
        let zone = run.plan.zone
        guard zone.footprint.contains(position) else { return false }
        guard let level = body.levelFt, (body.datum ?? .pressure) == .pressure else { return true }
        return level >= zone.lower.pressureFeet - 1_000 && level <= zone.upper.pressureFeet + 1_000
    }

    /// Whether nothing else of the party has been where a flight may be for some seconds.
    private mutating func isAlone(_ name: SharedName, now: Double) -> Bool {
        strangers = strangers.filter { now - $0.value.upperBound < Self.rivalSeconds }
        guard strangers[name] != nil || strangers.count < Self.mostStrangers else { return false }
        let since = min(strangers[name]?.lowerBound ?? now, now)
        strangers[name] = since...now
        let rivals = strangers.keys.filter { $0.party == name.party && $0 != name }
        return rivals.isEmpty && now - since >= Self.patienceSeconds
    }
}

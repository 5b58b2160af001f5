/// Which aircraft a party had on its own list, when and under which call signs, and whom its pseudonyms mean: what its private record says.
///
/// Openings of pseudonyms prove themselves and are kept for good; own tracks are dropped when they were kept long enough. What can't be
/// said is told apart from what was not so.
public struct OwnHistory: Sendable {
    /// Why it can't be said whose an aircraft was.
    public enum Lack: Sendable, Hashable, CaseIterable {
        /// There is no private record of that time.
        case noRecord
        /// The own tracks of that time are no longer kept.
        case dropped
        /// The private record of that time has no own track of the aircraft.
        case notWritten
        /// Nothing says, with proof, whom the pseudonym means.
        case notOpened
    }

    /// What is known of an aircraft about a time.
    enum Standing: Equatable {
        /// It was on the list, under these call signs; nil among them: under none.
        case own(callsigns: [String?])
        /// It was seen, and was not on the list.
        case notOwn
        /// It can't be said.
        case unknown(Lack)
    }

    /// Whether every private record of the party was taken, from its first on: then a pseudonym that none of them opens was never opened.
    public var isWhole = false
    /// Openings that prove nothing, and were not believed.
    public private(set) var unproven = 0
    private let addresses: Set<String>?
    private var flights: [String: OwnFlight] = [:]
    /// The aircraft of each pseudonym.
    private var opened: [String: String] = [:]
    private var openedAircraft: Set<String> = []
    /// The days of which there are private records, and whether something of them was dropped.
    private var days: [String: Bool] = [:]

    /// So long a position may have been known before it is told, beside its delay, seconds: a minute until it is stale, and some on its way.
    private static let reachSeconds = OwnFlight.silenceSeconds + 15
    /// An own track is written within a second of what was decided on it.
    private static let momentSeconds = DisclosureAudit.onTheirWaySeconds + 1

    /// Nothing is known yet.
    ///
    /// - Parameter addresses: own tracks are kept of these aircraft and of those whose pseudonyms were opened before; nil: of all.
    public init(keeping addresses: Set<String>? = nil) {
        self.addresses = addresses.map { Set($0.map { $0.lowercased() }) }
    }

    /// Begins with the private record of a UTC day, `2015-11-03`; a day may have several.
    ///
    /// - Parameter hasDropped: whether own tracks of it were dropped.
    public mutating func begin(day: String, hasDropped: Bool) { days[day] = days[day] == true || hasDropped }

    /// Whether own tracks of an aircraft are kept.
    public func concerns(_ identifier: String) -> Bool {
        guard let addresses else { return true }
        let plain = identifier.lowercased()
        return openedAircraft.contains(plain) || addresses.contains(plain)
    }

    /// Takes the next entry of the record. What says nothing of own aircraft is passed over.
    public mutating func take(_ entry: Entry) {
        switch entry.type {
        case PseudonymBody.type:
            if let body = try? entry.body(PseudonymBody.self) { take(body) }
        case OwnTrackBody.type:
            if let sighting = OwnSighting(entry) { take(sighting, atUnixSeconds: entry.atUnixSeconds) }
        default: return
        }
    }

    /// Takes an opening of a pseudonym. Those of simulated flights are of no aircraft.
    public mutating func take(_ opening: PseudonymBody) {
        guard !Pseudonyms.isSimulated(opening.pseudonym) else { return }
        guard Pseudonyms.isValid(opening) else { return unproven += 1 }
        opened[opening.pseudonym] = opening.track
        openedAircraft.insert(opening.track.lowercased())
    }

    /// Takes an own track that was written at a time.
    public mutating func take(_ body: OwnTrackBody, atUnixSeconds: Double) {
        take(OwnSighting(body), atUnixSeconds: atUnixSeconds)
    }

    private mutating func take(_ sighting: OwnSighting, atUnixSeconds: Double) {
        // A simulated flight is no aircraft, whatever identifier its plan gives it.
        guard sighting.source != OwnTrackBody.simulator, concerns(sighting.track) else { return }
        flights[sighting.track.lowercased(), default: OwnFlight()]
            .note(sighting.isOurs, callsign: sighting.callsign, atUnixSeconds: atUnixSeconds)
    }

    /// The aircraft that a pseudonym means; nil: nothing says so with proof.
    func aircraft(ofPseudonym name: String) -> String? { opened[name] }

    /// What is known of an aircraft that was told of at a time.
    ///
    /// The list was asked a moment before the entry was written, so an aircraft counts as own if the last own track before that says so, or
    /// any about that time; where reports are rare, the next one. Nobody is held to a change of the list to the second.
    /// - Parameter delaySeconds: how long the position may have been held back.
    func standing(of identifier: String, atUnixSeconds time: Double, delaySeconds: Double) -> Standing {
        let span = (time - delaySeconds - Self.reachSeconds)...(time + OwnFlight.silenceSeconds)
        let near = flights[identifier.lowercased()]?.stretches(in: span) ?? []
        let decided = time - Self.momentSeconds
        let settled = time + Self.momentSeconds
        var known = near.filter { $0.from <= settled }
        if known.last.map({ $0.through < time + 1 }) ?? true { known += near.dropFirst(known.count).prefix(1) }
        let since = known.filter { $0.through >= decided }
        if known.last(where: { $0.from <= decided })?.isOurs == true || since.contains(where: \.isOurs) {
            return .own(callsigns: known.filter(\.isOurs).map(\.callsign))
        }
        // Of one that was not seen again the list may have changed unseen.
        return known.contains { $0.through >= time } ? .notOwn : .unknown(lack(in: span.lowerBound...time))
    }

    private func lack(in span: ClosedRange<Double>) -> Lack {
        let records = [span.lowerBound, span.upperBound].map { time in
            days[String(EntryTime(unixSeconds: time).text.prefix(10))]
        }
        if records.contains(true) { return .dropped }
        return records.contains(false) ? .notWritten : .noRecord
    }
}

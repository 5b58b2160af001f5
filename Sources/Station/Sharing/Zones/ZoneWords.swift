import Accord

/// What a party said of a zone.
struct ZoneWord: Sendable, Hashable {
    /// Active or released.
    var state: ZoneBody.State
    /// From when, Unix seconds.
    var fromUnixSeconds: Double
    /// Until when; nil: until it is released.
    var untilUnixSeconds: Double?
    /// Whose word it is.
    var party: String
    /// Who gave it.
    var by: Person
    /// When it was written.
    var saidUnixSeconds: Double

    /// A word as it stands in an entry.
    ///
    /// - Parameter receivedUnixSeconds: when this station had it, for a word of a peer. One that holds at once does so from then at the
    ///   latest, though the peer's clock puts it in the future.
    init(_ body: ZoneBody, of party: String, saidUnixSeconds said: Double, receivedUnixSeconds: Double? = nil) {
        let received = receivedUnixSeconds ?? .infinity
        let from = body.from.unixSeconds
        state = body.state
        fromUnixSeconds = from <= said + Self.atOnceSeconds ? min(from, received) : from
        untilUnixSeconds = body.until?.unixSeconds
        self.party = party
        by = body.by
        saidUnixSeconds = min(said, received)
    }

    /// A word whose beginning is no further from its writing than this was meant for now, seconds.
    private static let atOnceSeconds = 1.0
}

/// The words of all parties on the zones of all agreements: for each party and zone the one that holds, and one that is to come.
struct ZoneWords: Sendable {
    private struct Key: Sendable, Hashable {
        var agreement: String
        var zone: String
        var party: String
    }

    private struct Said: Sendable {
        var present: ZoneWord?
        var coming: ZoneWord?

        var newestUnixSeconds: Double {
            max(present?.saidUnixSeconds ?? -.infinity, coming?.saidUnixSeconds ?? -.infinity)
        }

        /// A word that holds at once takes the place of all before it; one for later leaves what holds until then.
        mutating func take(_ word: ZoneWord) {
            if let coming, coming.fromUnixSeconds <= word.saidUnixSeconds { present = coming }
            let isAtOnce = word.fromUnixSeconds <= word.saidUnixSeconds
            if isAtOnce { present = word }
            coming = isAtOnce ? nil : word
        }

        func word(at time: Double) -> ZoneWord? {
            [coming, present].compactMap { $0 }.first { $0.fromUnixSeconds <= time }
        }
    }

    private var said: [Key: Said] = [:]

    /// For so many parties and zones there are words.
    var count: Int { said.count }

    /// Words on so many zones that are in no agreement are kept of a party: a version that names them may be about to hold.
    static let mostUnknown = 64

    /// Takes a word.
    ///
    /// - Parameter agreed: the zones of the version that holds; nil: none does, as far as is known yet.
    mutating func take(_ word: ZoneWord, on zone: String, of agreement: String, agreed: Set<String>?) {
        let key = Key(agreement: agreement, zone: zone, party: word.party)
        if said[key] == nil, agreed?.contains(zone) != true {
            let unknown = said.keys.count {
                $0.agreement == agreement && $0.party == word.party && agreed?.contains($0.zone) != true
            }
            guard unknown < Self.mostUnknown else { return }
        }
        // Three parties hear it in records of their own: the latest word of each counts.
        guard (said[key]?.newestUnixSeconds ?? -.infinity) <= word.saidUnixSeconds else { return }
        said[key, default: Said()].take(word)
    }

    /// The last word on a zone that holds at a time, of those who may say so; nil: there is none.
    func word(on zone: AgreedZone, of agreement: String, at time: Double) -> ZoneWord? {
        words(on: zone, of: agreement).compactMap { $0.word(at: time) }
            .max { $0.saidUnixSeconds < $1.saidUnixSeconds }
    }

    /// The last word on a zone that is to hold after a time; nil: there is none.
    func coming(on zone: AgreedZone, of agreement: String, after time: Double) -> ZoneWord? {
        words(on: zone, of: agreement).compactMap(\.coming).filter { $0.fromUnixSeconds > time }
            .max { $0.saidUnixSeconds < $1.saidUnixSeconds }
    }

    private func words(on zone: AgreedZone, of agreement: String) -> [Said] {
        zone.activators.compactMap { said[Key(agreement: agreement, zone: zone.identifier, party: $0)] }
    }
}

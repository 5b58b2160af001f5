import Separation

extension PictureEngine {
    /// Takes what another party disclosed of one of its aircraft; false: it is older than what is known, or there are too many.
    @discardableResult
    mutating func take(_ track: ForeignTrack) -> Bool { parties.foreign.take(track) }

    /// Brings disclosed tracks that are shown in a second up to date, without working the second again.
    ///
    /// - Parameter time: now, Unix seconds: their age counts from it.
    func refreshForeign(_ tracks: [ForeignTrack], in present: inout PictureSecond, at time: Double) {
        parties.refresh(tracks, in: &present, at: time, rules: monitor.rules)
    }

    /// A disclosed track ends; its emergency stays unless its party is known to speak of none any more.
    mutating func endForeign(_ identifier: String, isCalm: Bool = false) {
        parties.foreign.end(identifier)
        if isCalm { monitor.endEmergency(of: identifier) }
    }

    /// Nothing of a party is disclosed any more.
    mutating func endForeign(of party: String) { parties.foreign.endAll(of: party) }

    /// A party falls silent, or is heard again: its tracks grey out at once.
    mutating func setSilent(_ isSilent: Bool, party: String) { parties.foreign.setSilent(isSilent, party: party) }

    /// The clock of a party is so far ahead of ours, seconds, as measured.
    mutating func setClockOffset(_ seconds: Double, party: String) {
        parties.foreign.setClockOffset(seconds, party: party)
    }

    /// Says which aircraft of the picture are ours.
    mutating func setOurs(_ identifiers: Set<String>) { parties.ours = identifiers }

    /// A person declares an emergency of an aircraft, or ends it.
    mutating func declare(_ distress: Distress?, of identifier: String) { parties.distress[identifier] = distress }

    /// Puts in force what was agreed with a party about distances, or nil when nothing is.
    ///
    /// - Throws: `SeparationError.alertRules` with every fault; what held before stays.
    mutating func agree(_ rules: AlertRules?, with party: String) throws(SeparationError) {
        try monitor.agree(rules, with: party)
    }
}

import Separation

/// What other parties disclose, and what was agreed with them, brought into the picture.
extension PictureRunner {
    /// Takes what another party disclosed, and what it no longer does; shown with the next second.
    func take(disclosed tracks: [ForeignTrack], ended: [String] = []) {
        for track in tracks { engine.take(track) }
        for identifier in ended { engine.endForeign(identifier) }
    }

    /// Nothing of a party is disclosed any more.
    func endDisclosed(by party: String) { engine.endForeign(of: party) }

    /// A party falls silent, or is heard again.
    func setSilent(_ isSilent: Bool, party: String) { engine.setSilent(isSilent, party: party) }

    /// Says which aircraft of the picture are ours.
    func setOurs(_ identifiers: Set<String>) { engine.setOurs(identifiers) }

    /// A person declares an emergency of an aircraft, or ends it.
    func declare(_ distress: Distress?, of identifier: String) { engine.declare(distress, of: identifier) }

    /// Puts in force what was agreed with a party about distances, or nil when nothing is.
    ///
    /// - Throws: `SeparationError.alertRules` with every fault; what held before stays.
    func agree(_ rules: AlertRules?, with party: String) throws(SeparationError) {
        try engine.agree(rules, with: party)
    }
}

import Airspace
import Separation

/// What other parties disclose, and what was agreed with them, brought into the picture.
extension PictureRunner {
    /// Takes what another party disclosed, and what it no longer does. Aircraft that are in the picture already are moved at once;
    /// conflicts, new aircraft and ends wait for the next second.
    ///
    /// - Parameter ended: for each track that ends, whether it is known to be in distress no more.
    func take(disclosed tracks: [ForeignTrack], ended: [String: Bool] = [:]) {
        for track in tracks { engine.take(track) }
        for (identifier, isCalm) in ended { engine.endForeign(identifier, isCalm: isCalm) }
        guard !tracks.isEmpty, case .live = mode, var present = latest else { return }
        let now = clock.now()
        engine.refreshForeign(tracks, in: &present, at: now)
        guard !present.changed.isEmpty else { return }
        for index in present.changed {
            let track = present.tracks[index]
            metrics.exchange.positionAgeSeconds.observe(
                max(0, now - track.state.timeUnixSeconds - (track.shared?.delaySeconds ?? 0)))
        }
        present.encounters = []
        latest = present
        pending.add(present)
    }

    /// Nothing of a party is disclosed any more.
    func endDisclosed(by party: String) { engine.endForeign(of: party) }

    /// A party falls silent, or is heard again.
    func setSilent(_ isSilent: Bool, party: String) { engine.setSilent(isSilent, party: party) }

    /// The clock of a party is so far ahead of ours, seconds, as measured.
    func setClockOffset(_ seconds: Double, party: String) { engine.setClockOffset(seconds, party: party) }

    /// Says which aircraft of the picture are ours.
    func setOurs(_ identifiers: Set<String>) { engine.setOurs(identifiers) }

    /// A person declares an emergency of an aircraft, or ends it.
    func declare(_ distress: Distress?, of identifier: String) {
        engine.declare(distress, of: identifier)
        let kept = distress.map { KeptDistress($0, of: identifier, sinceUnixSeconds: pictureTime) }
        writer?.write(.entry(.distress, name: identifier, document: kept?.document))
    }

    /// Puts in force what was agreed with a party about distances, or nil when nothing is.
    ///
    /// - Throws: `SeparationError.alertRules` with every fault; what held before stays.
    func agree(_ rules: AlertRules?, with party: String) throws(SeparationError) {
        try engine.agree(rules, with: party)
    }
}

import Accord

/// What each peer has of our aircraft by what was written to it: what was due and could not be written it has not.
struct WrittenTracks: Sendable {
    /// What a peer has of one of ours.
    struct Track: Sendable {
        /// Our identifier of it.
        var identifier: String
        /// The last position that was written.
        var body: TrackBody
    }

    /// To whom, under what.
    private struct Reader: Hashable {
        var peer: String
        var agreement: String
    }

    private var tracks: [Reader: [String: Track]] = [:]

    /// Takes what stands in the record now.
    ///
    /// - Parameter identifier: our identifier of an aircraft, by its pseudonym.
    mutating func take(
        _ written: [any EntryBody], to peer: String, under agreement: String, identifier: (String) -> String?
    ) {
        let reader = Reader(peer: peer, agreement: agreement)
        for body in written {
            if let body = body as? TrackBody {
                let known = identifier(body.track) ?? tracks[reader]?[body.track]?.identifier ?? body.track
                tracks[reader, default: [:]][body.track] = Track(identifier: known, body: body)
            } else if let body = body as? TrackEndedBody {
                tracks[reader]?[body.track] = nil
            }
        }
    }

    /// What a peer has at a time. An aircraft of which it hears nothing for long it forgets by itself.
    mutating func tracks(of peer: String, under agreement: String, at time: Double) -> [Track] {
        let reader = Reader(peer: peer, agreement: agreement)
        let kept = (tracks[reader] ?? [:]).filter { _, track in
            time - track.body.time.unixSeconds - track.body.delaySeconds <= ForeignTrackTable.forgottenSeconds
        }
        tracks[reader] = kept
        return kept.values.sorted { $0.identifier < $1.identifier }
    }
}

import Accord
import Airspace

/// One aircraft of ours as a peer has it, beside what we see.
struct DisclosureRow: Sendable {
    /// Our identifier of it.
    var identifier: String
    /// Its call sign; nil: it sends none, or is not there.
    var callsign: String?
    /// Where we see it; nil: it has landed or fallen silent, and the peer has it still.
    var own: OwnTrackState?
    /// What the peer has; nil: nothing.
    var told: TrackBody?
    /// Why the peer has nothing; nil: it has.
    var withheld: Withheld?

    /// Why a peer has nothing of an aircraft.
    enum Withheld: Sendable, Equatable {
        /// It may not be told.
        case refused(DisclosureDecision.Refusal)
        /// A rule tells of it, and nothing has been written yet: it is held back, or could not be written.
        case notYet

        /// As the interface names it.
        var name: String {
            switch self {
            case .refused(let reason): reason.rawValue
            case .notYet: "not-yet"
            }
        }

        init(_ decision: DisclosureDecision) {
            switch decision {
            case .refuse(let reason): self = .refused(reason)
            case .tell: self = .notYet
            }
        }
    }

    /// Every aircraft that we see or that the peer has, those that we see first.
    ///
    /// - Parameter decide: whether a state may be told.
    static func all(
        _ states: [OwnTrackState], told: [WrittenTracks.Track], decide: (OwnTrackState) -> DisclosureDecision
    ) -> [DisclosureRow] {
        let byTrack = Dictionary(told.map { ($0.identifier.lowercased(), $0) }) { one, _ in one }
        let present = states.map { state in
            let known = byTrack[state.identifier.lowercased()]
            return DisclosureRow(
                identifier: state.identifier, callsign: state.callsign, own: state, told: known?.body,
                withheld: known == nil ? Withheld(decide(state)) : nil)
        }
        let seen = Set(states.map { $0.identifier.lowercased() })
        return present
            + told.filter { !seen.contains($0.identifier.lowercased()) }
            .map { DisclosureRow(identifier: $0.identifier, told: $0.body) }
    }
}

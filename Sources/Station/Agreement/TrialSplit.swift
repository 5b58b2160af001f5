public import Accord

/// Whose aircraft are whose when an agreement is tried on traffic that belongs to neither.
public enum TrialSplit: Sendable {
    /// Each aircraft falls to one of the parties by its identifier: the same at every run, and about as many to each.
    case evenly([String])
    /// Each party's own list; aircraft on none take no part.
    case lists([String: OwnAircraft])

    /// Whose an aircraft is; nil: nobody's who takes part.
    func owner(identifier: String, callsign: String?, atUnixSeconds time: Double) -> String? {
        switch self {
        case .evenly(let parties):
            guard !parties.isEmpty else { return nil }
            // FNV-1a, so that one letter more or less parts two aircraft of one operator.
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in identifier.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            return parties[Int(hash >> 32) % parties.count]
        case .lists(let lists):
            return lists.keys.sorted().first {
                lists[$0]?.contains(identifier: identifier, callsign: callsign, atUnixSeconds: time) == true
            }
        }
    }
}

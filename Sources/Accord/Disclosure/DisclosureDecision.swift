/// Whether something of an aircraft may be told to a peer, and why not.
public enum DisclosureDecision: Sendable, Equatable {
    /// It may, by this rule, so exactly.
    case tell(rule: String, precision: DisclosureRule.Precision)
    /// It may not.
    case refuse(Refusal)

    /// Why nothing is told.
    public enum Refusal: String, Sendable, Hashable, CaseIterable {
        /// The aircraft is not on the list of our own.
        case notOurs = "not-ours"
        /// No agreement is in force.
        case notInForce = "not-in-force"
        /// The agreement is suspended.
        case suspended
        /// No rule is for this peer.
        case noRule = "no-rule"
        /// No rule names this aircraft.
        case notNamed = "not-named"
        /// It is outside the place or the levels of every rule.
        case outside
        /// Its level is not known, and every rule that might hold needs it.
        case levelUnknown = "level-unknown"
    }
}

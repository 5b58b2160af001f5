/// An emergency that an aircraft's own side declares: what no transponder tells, and what a party tells of its aircraft.
public enum Distress: String, Sendable, Hashable, CaseIterable {
    /// Unlawful interference.
    case hijack = "7500"
    /// Radio communication failure.
    case radioFailure = "7600"
    /// Emergency.
    case emergency = "7700"
    /// The crew called MAYDAY.
    case mayday
    /// An uncrewed aircraft no longer obeys its remote pilot.
    case lostLink = "lost-link"
    /// The station no longer hears the crew.
    case lostCommunications = "lost-communications"

    /// What it is shown as.
    public var kind: Emergency.Kind {
        switch self {
        case .hijack: .hijack
        case .radioFailure: .radio
        case .emergency: .general
        case .mayday: .mayday
        case .lostLink: .lostLink
        case .lostCommunications: .lostCommunications
        }
    }

    /// The transponder code that says the same; empty: there is none.
    public var squawk: String {
        switch self {
        case .hijack, .radioFailure, .emergency: rawValue
        case .mayday, .lostLink, .lostCommunications: ""
        }
    }
}

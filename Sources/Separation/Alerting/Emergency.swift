/// A transponder code that stands above everything (ICAO Annex 10, Volume IV, 2.1.4.1.4; Doc 4444, 8.8.1).
public struct Emergency: Sendable, Hashable {
    /// What a code says.
    public enum Kind: String, Sendable, Hashable {
        /// 7500: unlawful interference.
        case hijack
        /// 7600: radio communication failure.
        case radio
        /// 7700: emergency.
        case general
        /// The crew called MAYDAY.
        case mayday
        /// An uncrewed aircraft no longer obeys its remote pilot.
        case lostLink = "lost-link"
        /// The station no longer hears the crew.
        case lostCommunications = "lost-communications"

        /// The kind of a code; nil for all codes but the three.
        public init?(squawk: String) {
            switch squawk {
            case "7500": self = .hijack
            case "7600": self = .radio
            case "7700": self = .general
            default: return nil
            }
        }
    }

    /// The aircraft.
    public var identifier: String
    /// The code it sends; empty when it sends none and its own side declares the emergency.
    public var squawk: String
    /// What it says.
    public var kind: Kind
    /// When it was first received, Unix seconds.
    public var sinceUnixSeconds: Double
    /// Whether the aircraft has not been heard lately: its emergency stays until it is heard without the code, or is dropped.
    public var isLost: Bool
    /// Whether its own side declares it, whatever the transponder sends.
    public var isDeclared: Bool

    /// An emergency.
    public init(
        identifier: String, squawk: String, kind: Kind, sinceUnixSeconds: Double, isLost: Bool = false,
        isDeclared: Bool = false
    ) {
        self.identifier = identifier
        self.squawk = squawk
        self.kind = kind
        self.sinceUnixSeconds = sinceUnixSeconds
        self.isLost = isLost
        self.isDeclared = isDeclared
    }
}

/// An emergency as it is told to the other parties; it is told even while an agreement is suspended.
public enum SharedEmergency: String, Sendable, Hashable, Codable, CaseIterable {
    /// Squawk 7500: unlawful interference.
    case squawk7500 = "7500"
    /// Squawk 7600: radio failure.
    case squawk7600 = "7600"
    /// Squawk 7700: emergency.
    case squawk7700 = "7700"
    /// A distress call was heard.
    case mayday
    /// The link to an uncrewed aircraft is lost.
    case lostLink = "lost-link"
    /// Communications with the crew are lost.
    case lostCommunications = "lost-communications"
}

/// What a level in an entry is measured from.
public enum LevelDatum: String, Sendable, Hashable, Codable, CaseIterable {
    /// Pressure altitude, 1013.25 hPa: what separation is measured in.
    case pressure
    /// Height above the WGS-84 ellipsoid.
    case ellipsoid
}

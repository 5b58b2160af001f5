/// What a person may do at a station. Every write is made by a named person in a role.
public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    /// Keeps the station: operators, peers, keys.
    case administrator
    /// Watches the picture and speaks on the line.
    case watchOfficer = "watch-officer"
    /// Makes agreements, disclosure and plans.
    case planner
    /// Speaks for the party about what happened.
    case spokesperson
    /// Looks into what happened.
    case investigator
    /// Sees, and changes nothing.
    case observer
    /// No person: what the station does by itself.
    case station
}

/// Who acted.
public struct Person: EntryPart {
    /// The name, as the person is known at the station.
    public let name: String
    /// In which role.
    public let role: Role

    /// The fields.
    public enum CodingKeys: String, CodingKey { case name, role }

    /// What a station does by itself.
    public static func station(_ party: String) -> Person { Person(name: party, role: .station) }

    /// A person acting in a role.
    public init(name: String, role: Role) {
        self.name = name
        self.role = role
    }

    /// Reads a person, and nothing besides.
    public init(from decoder: any Decoder) throws {
        try EntryCoding.refuseUnknownFields(CodingKeys.self, in: decoder)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        role = try container.decode(Role.self, forKey: .role)
        guard FieldCheck.isText(name, longest: 120) else {
            throw DecodingError.dataCorruptedError(
                forKey: .name, in: container, debugDescription: "a name has 1 to 120 characters, none of them a control"
            )
        }
    }
}

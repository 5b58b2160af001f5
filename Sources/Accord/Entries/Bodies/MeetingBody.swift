/// `meeting/1`: People met: what was agreed and what stays open.
public struct MeetingBody: EntryBody {
    /// The type of its entries.
    public static let type = "meeting/1"

    /// When they met.
    public var held: EntryTime
    /// Where.
    public var place: String
    /// Who was there.
    public var present: [String]
    /// What was agreed.
    public var agreed: [String]
    /// What stays open.
    public var open: [String]
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case held, place, present, agreed, open, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(held: EntryTime, place: String, present: [String], agreed: [String], open: [String], by: Person) {
        self.held = held
        self.place = place
        self.present = present
        self.agreed = agreed
        self.open = open
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.needed(place, "place", longest: 500)
        FieldCheck.texts(present, "present")
        FieldCheck.texts(agreed, "agreed")
        FieldCheck.texts(open, "open")
    }
}

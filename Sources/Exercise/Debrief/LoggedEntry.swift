public import Accord

/// An entry with its place in a record: what a debrief rests on.
public struct LoggedEntry: Sendable {
    /// The party that wrote it.
    public var party: String
    /// The record.
    public var origin: String
    /// Its index there.
    public var index: UInt64
    /// The entry.
    public var entry: Entry

    /// An entry at its place.
    public init(party: String, origin: String, index: UInt64, entry: Entry) {
        self.party = party
        self.origin = origin
        self.index = index
        self.entry = entry
    }

    /// The types that a debrief reads; all others can be passed over when a record is read.
    public static let types: Set<String> = [
        RunBody.type, CheckInBody.type, CardBody.type, ExchangeBody.type, RangeBody.type, AbortBody.type,
        TrackBody.type, OwnTrackBody.type, PseudonymBody.type,
    ]

    /// Where it stands, for a footnote.
    public var reference: String { "\(origin) #\(index)" }
}

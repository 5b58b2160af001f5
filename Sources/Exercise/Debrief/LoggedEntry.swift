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

    /// Whether an entry may be of a run of a plan: of the types above, and of tracks only those of its flights in its time. All
    /// others can be passed over, so that a day of everybody's tracks need not be held.
    public static func concerns(_ entry: Entry, _ plan: ExercisePlan) -> Bool {
        guard types.contains(entry.type) else { return false }
        let times = plan.zone.times.lowerBound - 86_400...plan.zone.times.upperBound + 86_400
        switch entry.type {
        case OwnTrackBody.type:
            guard let body = try? entry.body(OwnTrackBody.self), times.contains(body.time.unixSeconds) else {
                return false
            }
            return LoggedTracks.flight(body, plan) != nil
        case TrackBody.type, RangeBody.type: return times.contains(entry.atUnixSeconds)
        default: return true
        }
    }
}

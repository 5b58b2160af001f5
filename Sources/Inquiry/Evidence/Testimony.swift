public import Accord
import Airspace

/// What the parties' records say besides tracks: messages, states, runs, agreements, receipts. A plain recording says nothing of this kind.
public struct Testimony: Sendable {
    /// The records that were verified.
    public let records: [EvidenceRecord]
    /// Their entries but for tracks, by time, then by place.
    public let entries: [EvidenceEntry]
    /// What was found when the shared records were held against the agreement, for those of which that was done.
    public var audits: [AuditedRecord]
    /// What each party's private records say of its own aircraft, where they were given: audits ask for it, and nothing else.
    let own: [String: OwnHistory]
    /// Zones of the agreements, by name.
    private let zones: [String: Volume]
    /// How far the clocks of two parties may be apart, seconds, as their receipts bound it.
    private let clockSeconds: [Set<String>: Double]
    /// The receipts for each record, by time.
    private let receipts: [String: [(size: UInt64, place: EvidenceEntry)]]

    /// Nothing: only recordings were given.
    public static let none = Testimony(records: [], entries: [])

    /// What is assumed of two clocks when no receipts bound them, seconds.
    public static let unboundedClockSeconds = 5.0

    /// What some records say.
    public init(
        records: [EvidenceRecord], entries: [EvidenceEntry], audits: [AuditedRecord] = [],
        own: [String: OwnHistory] = [:]
    ) {
        self.records = records
        self.audits = audits
        self.own = own
        self.entries = entries.sorted { ($0.at, $0.reference) < ($1.at, $1.reference) }
        zones = AgreedZones.zones(in: self.entries)
        clockSeconds = ClockBounds.seconds(self.entries)
        var receipts: [String: [(size: UInt64, place: EvidenceEntry)]] = [:]
        for place in self.entries {
            if let body = place.body(SeenBody.self) { receipts[body.record, default: []].append((body.size, place)) }
        }
        self.receipts = receipts
    }

    /// Whether records were given at all.
    var isEmpty: Bool { records.isEmpty }

    /// The parties that wrote the records, in order of name.
    var parties: [String] { Set(records.map(\.origin.writer)).sorted() }

    /// A zone of an agreement; nil: none has that name.
    func zone(_ name: String) -> Volume? { zones[name.lowercased()] }

    /// How far the clocks of two sources may be apart, seconds; a source is named after its party.
    func clocks(_ one: String, _ other: String) -> Double {
        let parties = [one, other].map { String($0.prefix { $0 != " " }) }
        if parties[0] == parties[1] || isEmpty { return 0 }
        return clockSeconds[Set(parties)] ?? Self.unboundedClockSeconds
    }

    /// The entries of one type with their bodies; what is not as its type asks is passed over.
    func all<Body: EntryBody>(_ kind: Body.Type) -> [(place: EvidenceEntry, body: Body)] {
        entries.compactMap { place in place.body(kind).map { (place, $0) } }
    }

    /// When and where the reader first said that it had stored an entry; nil: it never did, as far as the records go.
    func receipt(of entry: EvidenceEntry) -> EvidenceEntry? {
        receipts[entry.reference.record]?.first { $0.size > entry.reference.index }?.place
    }

    /// The parties of which no complete record of a window was given, and why; empty: nothing can have been left out.
    ///
    /// Without both ends nothing is ever complete.
    func incomplete(_ window: ClaimWindow, of wanted: [String]? = nil) -> [BilingualText] {
        guard let closed = window.closed else {
            return [
                BilingualText(
                    english: "the times between which it is meant", russian: "указание начала и конца этого времени")
            ]
        }
        let slack = EvidenceRecord.silenceSeconds
        var missing: [BilingualText] = []
        for party in wanted ?? parties {
            let own = records.filter { $0.origin.writer == party && $0.origin.reader != nil }
            let spans = own.filter { !$0.hasDropped }.compactMap(\.spanUnixSeconds)
            let first = spans.map(\.lowerBound).min() ?? .infinity
            let last = spans.map(\.upperBound).max() ?? -.infinity
            if first > closed.lowerBound + slack || last < closed.upperBound - slack {
                missing.append(
                    BilingualText(
                        english: "\(party)'s shared record over all of that time",
                        russian: "общая запись стороны \(party) за всё это время"))
            } else if let silence = own.flatMap(\.silences).first(where: { $0.overlaps(closed) }) {
                let from = Written.time(silence.lowerBound)
                let to = Written.time(silence.upperBound)
                missing.append(
                    BilingualText(
                        english: "what happened while \(party)'s record was silent, from \(from) to \(to)",
                        russian: "события, пока запись стороны \(party) молчала, с \(from) по \(to)"))
            }
        }
        if Set(records.map(\.origin.writer)).count < 2 {
            missing.append(BilingualText(english: "the other party's record", russian: "запись другой стороны"))
        }
        return missing
    }
}

import Accord
import Phraseology

@testable import Station

/// Two stations at the ends of a line, as their records have it: what each writes, with times of its own clock, and a
/// receipt before each batch of what it has stored of the other's record.
struct LineScene {
    /// One entry of a record.
    struct Written {
        var reference: EntryReference
        var atUnixSeconds: Double
        var entry: Entry
    }

    static let start = 1_446_542_400.0
    static let origins = ["WEST": "parley/WEST/to/EAST/A1/2015-11-03", "EAST": "parley/EAST/to/WEST/A1/2015-11-03"]
    static let west = Person(name: "Lt Harris", role: .watchOfficer)
    static let east = Person(name: "Петрова", role: .watchOfficer)

    private(set) var records: [String: [Written]] = ["WEST": [], "EAST": []]
    /// How far each party's clock is ahead.
    var offsets: [String: Double] = ["WEST": 0, "EAST": 0]
    /// Seconds since the start.
    var now = 0.0
    private var seen: [String: Int] = ["WEST": 0, "EAST": 0]

    static func other(_ party: String) -> String { party == "WEST" ? "EAST" : "WEST" }
    static func officer(of party: String) -> Person { party == "WEST" ? west : east }

    func clock(_ party: String) -> Double { Self.start + now + (offsets[party] ?? 0) }

    /// A desk of a party that has read both records as they stand.
    func desk(of party: String) throws -> LineDesk {
        var desk = LineDesk(.init(party: party, peer: Self.other(party)))
        for writer in ["WEST", "EAST"] {
            for written in records[writer] ?? [] { _ = desk.take(try fact(written, by: writer, seenBy: party)) }
        }
        return desk
    }

    func fact(_ written: Written, by writer: String, seenBy party: String) throws -> LineFact {
        try LineFact(written.entry, from: writer == party ? .ours : .theirs, at: written.reference)
    }

    /// Appends entries to a party's record, a second later, after a receipt of all that the other has written.
    mutating func append(_ party: String, _ drafts: [EntryDraft]) throws {
        now += 1
        var drafts = drafts
        let theirs = records[Self.other(party)]?.count ?? 0
        if theirs > seen[party] ?? 0 {
            seen[party] = theirs
            let origin = Self.origins[Self.other(party)] ?? ""
            let root = String(repeating: "A", count: 43) + "="
            drafts.insert(try EntryDraft(SeenBody(record: origin, size: UInt64(theirs), root: root)), at: 0)
        }
        for draft in drafts {
            let index = records[party]?.count ?? 0
            let bytes = try draft.bytes(
                atUnixSeconds: clock(party), salt: [UInt8](repeating: UInt8(index % 256), count: 16))
            let reference = EntryReference(origin: Self.origins[party] ?? "", index: UInt64(index))
            let entry = try Entry(bytes)
            records[party]?.append(Written(reference: reference, atUnixSeconds: entry.atUnixSeconds, entry: entry))
        }
    }

    /// A person of `party` sends a message; its identifier is returned.
    @discardableResult
    mutating func say(_ party: String, _ text: String, answering answers: String? = nil, free: String? = nil) throws
        -> String
    {
        var elements: [Phraseology.MessageElement] = []
        if !text.isEmpty { elements = try LineMessage(parsing: text).elements }
        return try compose(party, .init(message: try LineMessage(elements, freeText: free), answers: answers))
    }

    /// A person of `party` sends or enters a message.
    @discardableResult
    mutating func compose(_ party: String, _ composition: LineComposition) throws -> String {
        var desk = try desk(of: party)
        let (key, drafts) = try desk.compose(composition, by: Self.officer(of: party), at: clock(party))
        try append(party, drafts)
        return key.identifier
    }

    /// A receipt of all that the other party has written, with nothing else to say.
    mutating func acknowledge(_ party: String) throws { try append(party, []) }
}

extension LineDesk {
    /// All that follows from the entries, as text: two desks with the same state have the same.
    func summary(at seconds: Double) -> [String] {
        var lines = items.keys.sorted { ($0.side.rawValue, $0.identifier) < ($1.side.rawValue, $1.identifier) }.map {
            key in
            let progress = progress[key]
            let exchange = progress?.exchange
            let mismatch = progress?.mismatch.map { "\($0.reply.identifier) \($0.differences)" } ?? "-"
            return "\(key.side) \(key.identifier) \(progress.map { "\($0.kind)" } ?? "-") "
                + "\(exchange.map { "\($0.times)" } ?? "-") \(exchange?.closure?.rawValue ?? "open") \(exchange?.reader ?? "-") "
                + "\(progress?.stillOpen?.rawValue ?? "-") \(mismatch) \(progress?.replies ?? []) \(progress?.strangers ?? [])"
        }
        let test = standing.lastTest
        lines.append(
            "line \(standing.word(at: seconds, answerWithin: terms.answerWithinSeconds)) \(test.map { "\($0.check.key) \($0.answer)" } ?? "-")"
        )
        lines.append("unanswered \(standing.unanswered.map(\.key))")
        lines.append("held \(advisories.hold.hold.isActive) \(advisories.hold.since?.atUnixSeconds ?? 0)")
        return lines
    }

    /// The same as the other party has it: ours and theirs changed over.
    func mirrored(at seconds: Double) -> [String] {
        let swapped = summary(at: seconds).map { line in
            line.split(separator: "ours", omittingEmptySubsequences: false).map {
                $0.split(separator: "theirs", omittingEmptySubsequences: false).joined(separator: "ours")
            }.joined(separator: "theirs")
        }
        return swapped.sorted()
    }
}

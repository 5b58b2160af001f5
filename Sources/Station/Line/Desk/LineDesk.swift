import Accord
import Phraseology

/// The line with one peer: every message of the watch and how far it has come, the line's own state, and what is owed.
///
/// A pure state machine over the entries of both parties. What it holds follows from the set of entries alone, in
/// whatever order the two records are read, so a restart, a cut or a kill changes nothing, and both sides hold the same.
struct LineDesk: Sendable {
    /// What a fact changed.
    struct Changes: Sendable, Hashable {
        /// Messages whose state may have changed.
        var messages: Set<LineKey> = []
        /// A message that came just now, and may call.
        var arrived: LineKey?
        /// The state of the line itself changed.
        var line = false
        /// Why the entry was not taken.
        var refusal: Refusal?

        /// Whether nothing did.
        var isEmpty: Bool { messages.isEmpty && !line }
    }

    /// What the agreement says of the line. Times of escalation follow when it changes.
    var terms: LineTerms {
        didSet { if terms != oldValue { for key in items.keys { progress[key] = work(out: key) } } }
    }
    /// Messages by their keys.
    private(set) var items: [LineKey: LineItem] = [:]
    /// How far each has come.
    private(set) var progress: [LineKey: LineProgress] = [:]
    /// The state of the line itself.
    private(set) var standing = LineStanding()
    /// Reports of resolution advisories.
    private(set) var advisories = LineAdvisories()
    /// The highest number that a message or a check of ours has had.
    var lastNumber = 0

    /// No dialogue has more answers to one message; more stand by themselves.
    private static let mostAnswers = 200

    private(set) var marks = LineMarkTable()
    var answering: [LineKey: Set<LineKey>] = [:]
    var receipts = LineReceipts()
    private var taken = LineTakenEntries()
    private var unreceived: Set<LineKey> = []

    /// A desk at which nothing has happened yet.
    init(_ terms: LineTerms) { self.terms = terms }

    /// Takes an entry. One that was taken before changes nothing.
    mutating func take(_ fact: LineFact) -> Changes {
        if case .receipt(let origin, let size) = fact.content {
            return takeReceipt(fact, origin: origin, size: size)
        }
        switch taken.take(fact) {
        case .new: break
        case .known: return Changes()
        case .beyond: return Changes(refusal: .entries)
        }
        let order = EntryOrder(fact.reference)
        func mark(_ by: Person?) -> LineMark {
            LineMark(
                order: order, atUnixSeconds: fact.atUnixSeconds, heldUnixSeconds: fact.heldUnixSeconds, by: by)
        }
        switch fact.content {
        case .message(let note): return take(note, fact, order)
        case .shown(let message):
            return change(LineKey(side: fact.side.other, identifier: message), by: fact.side) {
                $0.shown = LineMarks.earlier($0.shown, mark(nil))
            }
        case .read(let message, let by):
            return change(LineKey(side: fact.side.other, identifier: message), by: fact.side) {
                $0.read = LineMarks.earlier($0.read, mark(by))
            }
        case .cancelled(let message, let by):
            return change(LineKey(side: fact.side, identifier: message), by: fact.side) {
                $0.cancelled = LineMarks.earlier($0.cancelled, mark(by))
            }
        case .compliance(let message, let complied, let seen, let by):
            let compliance = LineMarks.Compliance(side: fact.side, mark: mark(by), complied: complied, seen: seen)
            return takeCompliance(compliance, about: message)
        case .check(let identifier, let person):
            count(identifier, of: fact.side)
            standing.take(
                .init(key: LineKey(side: fact.side, identifier: identifier), mark: mark(nil), isForPersons: person))
        case .checked(let check, let readability, let by):
            let key = LineKey(side: fact.side.other, identifier: check)
            standing.take(.init(readability: readability, mark: mark(by)), to: key)
        case .state(let state, let reason, let by):
            standing.take(.init(state: state, reason: reason, mark: mark(by)), of: fact.side)
        case .receipt: break
        }
        return Changes(line: true)
    }

    private mutating func take(_ note: LineNote, _ fact: LineFact, _ order: EntryOrder) -> Changes {
        let key = LineKey(side: fact.side, identifier: note.identifier)
        // An identifier that is used twice names the first message that had it.
        if let known = items[key], known.order < order { return Changes() }
        count(note.identifier, of: fact.side)
        let item = LineItem(
            note: note, reference: fact.reference, atUnixSeconds: fact.atUnixSeconds,
            heldUnixSeconds: fact.heldUnixSeconds, order: order, isOutside: fact.isOutside,
            lateUnixSeconds: fact.lateUnixSeconds)
        items[key] = item
        marks.noteArrival(of: key)
        if receipts.time(of: item, from: fact.side.other) == nil { unreceived.insert(key) }
        for target in candidates(key, note) where answering[target, default: []].count < Self.mostAnswers {
            answering[target, default: []].insert(key)
        }
        advisories.take(item, from: fact.side)
        var changes = Changes(messages: refresh(key), arrived: fact.isOutside ? nil : key)
        if let statement = LineStanding.Statement(item) {
            standing.take(statement, of: fact.side)
            changes.line = true
        }
        return changes
    }

    private mutating func change(_ key: LineKey, by side: LineSide, _ body: (inout LineMarks) -> Void) -> Changes {
        switch marks.change(key, by: side, isHere: items[key] != nil, body) {
        case .noted: Changes(messages: refresh(key))
        case .known: Changes()
        case .beyond: Changes(refusal: .strays)
        }
    }

    /// The crew of the writer, whose message the reader passed on, or of the reader, who reports what the crew does:
    /// the side follows from which record has the message.
    private mutating func takeCompliance(_ compliance: LineMarks.Compliance, about message: String) -> Changes {
        var changes = Changes()
        for side in LineSide.allCases {
            let key = LineKey(side: side, identifier: message)
            let noted = change(key, by: compliance.side) { $0.insert(compliance) }
            changes.messages.formUnion(noted.messages)
            changes.refusal = changes.refusal ?? noted.refusal
        }
        return changes
    }

    private mutating func takeReceipt(_ fact: LineFact, origin: String, size: UInt64) -> Changes {
        let side = fact.side
        receipts.take(
            from: side, origin: origin, size: size, at: fact.atUnixSeconds, heldSince: fact.heldUnixSeconds)
        var changes = Changes()
        for key in unreceived where key.side == side.other {
            guard let item = items[key], receipts.time(of: item, from: side) != nil else { continue }
            unreceived.remove(key)
            changes.messages.formUnion(refresh(key))
        }
        return changes
    }

    /// Works out anew what a message belongs to: what it answers, and what answers it.
    private mutating func refresh(_ key: LineKey) -> Set<LineKey> {
        let thread = thread(around: key)
        for member in thread where items[member] != nil { progress[member] = work(out: member) }
        return thread.filter { items[$0] != nil }
    }

    private mutating func count(_ identifier: String, of side: LineSide) {
        guard side == .ours, let number = Self.number(of: identifier) else { return }
        lastNumber = max(lastNumber, number)
    }

    /// The number at the end of an identifier of this station.
    static func number(of identifier: String) -> Int? {
        identifier.split(separator: "-").last.flatMap { $0.utf8.count <= 9 ? Int($0) : nil }
    }

    /// Forgets what is settled and held since before `seconds`: the records keep it.
    mutating func forget(before seconds: Double) {
        let old = items.filter { $0.value.heldUnixSeconds < seconds && !(progress[$0.key]?.isOpen ?? false) }
        for (key, item) in old {
            items[key] = nil
            progress[key] = nil
            unreceived.remove(key)
            for target in candidates(key, item.note) { answering[target]?.remove(key) }
        }
        answering = answering.filter { !$0.value.isEmpty }
        let here = items
        marks.forget(before: seconds) { here[$0] != nil }
        taken.forget(before: seconds)
        standing.forget(before: seconds)
        receipts.forgetRecords(before: seconds, keeping: placesOfMessages)
    }

    /// Forgets the receipts held since before `seconds` that tell nothing of any message here.
    mutating func thinReceipts(before seconds: Double) { receipts.thin(before: seconds, keeping: placesOfMessages) }

    /// Where the messages stand, by the side that signs for having stored them and by record.
    private var placesOfMessages: [LineSide: [String: Set<UInt64>]] {
        var places: [LineSide: [String: Set<UInt64>]] = [:]
        for (key, item) in items {
            places[key.side.other, default: [:]][item.reference.origin, default: []].insert(item.reference.index)
        }
        return places
    }
}

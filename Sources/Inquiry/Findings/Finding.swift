public import Accord

/// What the data says to one proposition.
public struct Finding: Sendable, Hashable {
    /// The four answers that there are.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// The data holds it up, whatever the errors within their bounds.
        case supported
        /// The data speaks against it, whatever the errors within their bounds.
        case contradicted
        /// The data can't tell; `reasons` and `missing` say why.
        case notDeterminable = "not-determinable"
        /// No data could tell: a motive, a target, an intention.
        case notCheckable = "not-checkable"
    }

    /// What limits a finding.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// Reports further apart than the rule bridges, at the edges of the window too.
        case gap
        /// A position stopped while its aircraft flew on.
        case frozen
        /// Both identifiers are very likely one aircraft.
        case duplicateTrack = "duplicate-track"
        /// A position or level that no aircraft reaches.
        case jump
        /// Time stamps that can't be right.
        case clock
        /// A level whose datum is in doubt.
        case mixedDatum = "mixed-datum"
        /// The uncertainty reaches over the value that is claimed.
        case intervalStraddles = "interval-straddles"
        /// There is nothing about it in what was given.
        case noData = "no-data"
        /// A name that fits several aircraft.
        case ambiguousName = "ambiguous-name"
        /// Without a beginning and an end nothing can be shown to have held throughout.
        case noWindow = "no-window"
        /// The levels were never as close as the proposition asks.
        case levelsApart = "levels-apart"
        /// Two records say different things.
        case recordsDiffer = "records-differ"
        /// A record is missing for part of the time, or entries of it are gone.
        case recordIncomplete = "record-incomplete"
        /// It was simulated.
        case simulated
        /// No data says what somebody had in mind.
        case mind
    }

    /// The proposition's identifier.
    public var id: String
    /// The proposition's kind, as written.
    public var kind: String
    /// The answer.
    public var verdict: Verdict
    /// The lower end of what was measured; nil: nothing was.
    public var low: Double?
    /// The upper end; nil: nothing was measured, or there is no upper end.
    public var high: Double?
    /// The unit of both; nil: there is none.
    public var unit: String?
    /// The probability with which the interval holds the truth; nil: nothing was measured.
    public var confidence: Double?
    /// What limits it, in a fixed order.
    public var reasons: [Reason] = []
    /// The entries it rests on, or the first of them.
    public var entries: [EvidenceReference] = []
    /// What was found, in a sentence or two.
    public var sentence: BilingualText
    /// How the numbers come about: what each error contributes.
    public var numbers: BilingualText?
    /// What is missing.
    public var missing: [BilingualText] = []
    /// What would settle it.
    public var settles: [BilingualText] = []

    /// The most entries that a finding lists.
    public static let mostEntries = 200

    init(_ proposition: Proposition, _ verdict: Verdict, _ sentence: BilingualText) {
        id = proposition.id
        kind = proposition.kind
        self.verdict = verdict
        self.sentence = sentence
    }

    /// That the data can't tell: what limits it, what is missing, and what would settle it.
    static func open(
        _ proposition: Proposition, _ sentence: BilingualText, by reason: Reason, missing: [BilingualText] = [],
        settles: [BilingualText] = []
    ) -> Finding {
        var finding = Finding(proposition, .notDeterminable, sentence)
        finding.reasons = [reason]
        finding.missing = missing
        finding.settles = settles
        return finding
    }

    /// Adds a reason once, in the fixed order.
    mutating func limit(by reason: Reason) {
        guard !reasons.contains(reason) else { return }
        reasons = Reason.allCases.filter { reasons.contains($0) || $0 == reason }
    }

    /// Adds an entry once, while there is room.
    mutating func rest(on entry: EvidenceReference) {
        if entries.count < Self.mostEntries, !entries.contains(entry) { entries.append(entry) }
    }
}

/// Where an entry stands.
public struct EvidenceReference: Sendable, Hashable, Codable, Comparable {
    /// The record's origin.
    public var record: String
    /// The index, from 0.
    public var index: UInt64

    /// An entry by its record and index.
    public init(record: String, index: UInt64) {
        self.record = record
        self.index = index
    }

    /// By record, then by index.
    public static func < (left: EvidenceReference, right: EvidenceReference) -> Bool {
        (left.record, left.index) < (right.record, right.index)
    }
}

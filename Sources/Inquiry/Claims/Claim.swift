/// A statement about what happened, split into propositions that can be checked one by one (docs/claims.md).
public struct Claim: Sendable, Hashable {
    /// Who says it.
    public var by: String
    /// When it was said, Unix seconds; nil: the file does not say.
    public var saidUnixSeconds: Double?
    /// Where it was published.
    public var source: String?
    /// What the whole of it says, in whatever language it was said.
    public var text: String?
    /// Who told whom, from the first to hold it to whoever published it.
    public var chain: [ClaimLink]
    /// What it says, one thing each.
    public var propositions: [Proposition]

    /// The most propositions of one claim.
    public static let mostPropositions = 1_000
}

/// One step on the way of a claim from whoever saw it to whoever published it.
public struct ClaimLink: Sendable, Hashable {
    /// Who told it; nil: a source that stays anonymous.
    public var from: String?
    /// What is said of a source that stays anonymous: `a pilot`.
    public var described: String?
    /// To whom.
    public var to: String?
    /// When, Unix seconds.
    public var atUnixSeconds: Double?
    /// How, or anything else.
    public var note: String?

    /// Whether the source stays anonymous.
    public var isAnonymous: Bool { from == nil }
}

/// One thing that a claim says.
public struct Proposition: Sendable, Hashable {
    /// Its identifier, unique in the claim.
    public var id: String
    /// The line of the file on which it begins, from 1.
    public var line: Int
    /// How it was put, in whatever language it was said.
    public var text: String?
    /// The kind, as written.
    public var kind: String
    /// What it says.
    public var statement: Statement
}

/// From when to when a proposition is about; either end may be left open.
public struct ClaimWindow: Sendable, Hashable {
    /// From, Unix seconds.
    public var from: Double?
    /// To, Unix seconds.
    public var to: Double?

    /// A window.
    public init(from: Double? = nil, to: Double? = nil) {
        self.from = from
        self.to = to
    }

    /// Both ends, where both are given.
    public var closed: ClosedRange<Double>? {
        guard let from, let to, from <= to else { return nil }
        return from...to
    }

    /// Whether a time may be meant.
    public func contains(_ unixSeconds: Double) -> Bool {
        (from.map { $0 <= unixSeconds } ?? true) && (to.map { unixSeconds <= $0 } ?? true)
    }
}

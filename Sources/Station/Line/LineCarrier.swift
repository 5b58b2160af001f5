import Accord

/// One line as the agreement has it, and the channel that carries it.
struct LineCarrier: Sendable {
    /// What the agreement says of the line.
    var terms: LineTerms
    /// The agreement, by its identifier.
    var agreement: String
    /// What may flow now.
    var flow: AgreementFlow
    /// Where the agreement rests: who has suspended it, since when, why.
    var suspension: (party: String, sinceUnixSeconds: Double, reason: String)?
    /// How the peer's record reaches us; nil where nobody knows.
    var link: String?
    /// How far the peer's clock is ahead of ours, seconds, as measured.
    var clockOffsetSeconds: Double?

    /// The other party.
    var peer: String { terms.peer }
}

/// What the line needs of the exchange and the agreements.
protocol LineCarriers: Sendable {
    /// The lines that there are, one for each peer.
    func carriers() async -> [LineCarrier]

    /// Appends entries to our record for a peer; they are durable when it returns, and are handed back as sent.
    ///
    /// - Throws: `StationError.peer` when they were not written, and why.
    func append(_ drafts: [EntryDraft], to peer: String) async throws

    /// Every entry of the line with a peer that was written since a time, and from a day before it, so that what was open
    /// then is complete; nil where nobody keeps more than is here already.
    func history(with peer: String, since unixSeconds: Double) async throws -> [LineFact]?

    /// Whether what a peer wrote was outside the standing of its agreement when it came.
    func isOutside(_ received: ReceivedEntry, isDistress: Bool) async -> Bool
}

extension LineCarriers {
    func isOutside(_ received: ReceivedEntry, isDistress: Bool) async -> Bool { false }
    func history(with peer: String, since unixSeconds: Double) async throws -> [LineFact]? { nil }
}

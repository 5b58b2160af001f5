/// Which of the two parties of a line.
enum LineSide: String, Sendable, Hashable, CaseIterable {
    /// This station's party.
    case ours
    /// The peer.
    case theirs

    /// The other one.
    var other: LineSide { self == .ours ? .theirs : .ours }
}

/// What a message or a check is known by: who wrote it, and its identifier in that party's record.
struct LineKey: Sendable, Hashable {
    /// Who wrote it.
    var side: LineSide
    /// Its identifier.
    var identifier: String
}

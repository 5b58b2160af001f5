/// The entries of the line that were taken, so that each counts once. What one party can make it hold is bounded.
struct LineTakenEntries: Sendable {
    /// Of one party: ten entries for each message that a watch may have.
    static let mostOfOneSide = 200_000

    /// What became of an entry.
    enum Verdict: Sendable, Hashable {
        case new
        case known
        /// There are too many of its writer.
        case beyond
    }

    private var held: [LineSide: [EntryReference: Double]] = [:]

    /// Takes an entry.
    mutating func take(_ fact: LineFact) -> Verdict {
        if held[fact.side]?[fact.reference] != nil { return .known }
        guard held[fact.side, default: [:]].count < Self.mostOfOneSide else { return .beyond }
        held[fact.side, default: [:]][fact.reference] = fact.heldUnixSeconds
        return .new
    }

    /// Forgets those that have been here since before `seconds`.
    mutating func forget(before seconds: Double) {
        for side in LineSide.allCases { held[side] = held[side]?.filter { $0.value >= seconds } }
    }
}

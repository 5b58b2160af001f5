/// How many questions a party may ask, so that asking cannot be used to find out where aircraft are.
///
/// A window slides: what was asked longer ago than the agreed time does not count. Each side keeps one for its own questions, by the time at
/// which it wrote them, and one for the peer's, by the time at which it received them: what a peer says of the time bounds nothing.
public struct QuestionBudget: Sendable, Equatable {
    /// How many…
    public let budget: Int
    /// …in this time, seconds.
    public let windowSeconds: Double
    private var askedUnixSeconds: [Double] = []

    /// A budget of which nothing is used.
    public init(_ terms: QuestionTerms) {
        budget = terms.budget
        windowSeconds = terms.budgetSeconds
    }

    /// How many questions are left at a time.
    public func left(atUnixSeconds now: Double) -> Int {
        max(0, budget - askedUnixSeconds.count { $0 > now - windowSeconds })
    }

    /// When the next question may be asked, Unix seconds; nil: never.
    public func nextUnixSeconds(after now: Double) -> Double? {
        if left(atUnixSeconds: now) > 0 { return now }
        guard budget > 0 else { return nil }
        let counted = askedUnixSeconds.filter { $0 > now - windowSeconds }.sorted()
        return counted.dropLast(budget - 1).last.map { $0 + windowSeconds }
    }

    /// Counts a question. False when it is over the budget: a station does not ask it, and answers a peer's with no comment.
    public mutating func ask(atUnixSeconds now: Double) -> Bool {
        let newest = max(now, askedUnixSeconds.max() ?? now)
        askedUnixSeconds.removeAll { $0 <= newest - windowSeconds }
        guard now > newest - windowSeconds, askedUnixSeconds.count < budget else { return false }
        askedUnixSeconds.append(now)
        return true
    }
}

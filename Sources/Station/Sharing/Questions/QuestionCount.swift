import Accord

/// How many questions one side has asked of the other under one agreement.
///
/// The times are kept apart from the questions: those are forgotten when there are many, and the terms may change or be known only
/// later, after a restart.
struct QuestionCount: Sendable {
    /// No agreement allows more in the time in which they count.
    private static let most = 10_000

    private var times: [Double] = []
    private var budget: QuestionBudget?
    private var terms: QuestionTerms?

    /// Notes a question and says whether it is within the budget; without terms nothing is over it.
    mutating func ask(atUnixSeconds time: Double, _ terms: QuestionTerms?) -> Bool {
        // Before it is noted: what was counted up to here.
        var budget = terms.map { current($0) }
        times.append(time)
        if times.count > 2 * Self.most { times.removeFirst(times.count - Self.most) }
        let isWithin = budget?.ask(atUnixSeconds: time) ?? true
        (self.budget, self.terms) = (budget, terms)
        return isWithin
    }

    /// How many are left at a time.
    mutating func left(atUnixSeconds time: Double, _ terms: QuestionTerms) -> Int {
        let budget = current(terms)
        (self.budget, self.terms) = (budget, terms)
        return budget.left(atUnixSeconds: time)
    }

    private func current(_ terms: QuestionTerms) -> QuestionBudget {
        if let budget, self.terms == terms { return budget }
        var made = QuestionBudget(terms)
        for time in times.suffix(Self.most) { _ = made.ask(atUnixSeconds: time) }
        return made
    }
}

import Accord
import Phraseology

/// The state of the line itself, as both parties have signed it: checks and their answers, and what each party declares.
struct LineStanding: Sendable {
    /// A check.
    struct Check: Sendable, Hashable {
        var key: LineKey
        var mark: LineMark
        /// Whether a person at each end is asked.
        var isForPersons: Bool
    }

    /// The answer to a check.
    struct Answer: Sendable, Hashable {
        /// 1 unreadable to 5 perfectly readable.
        var readability: Int
        var mark: LineMark
    }

    /// What a party declares the line to be.
    struct Statement: Sendable, Hashable {
        var state: LineStateBody.State
        var reason: String?
        var mark: LineMark
    }

    /// The newest test that was answered.
    struct Test: Sendable, Hashable {
        var check: Check
        var answer: Answer
    }

    /// The state in one word, the gravest first.
    enum Word: String, Sendable, Hashable {
        /// A party has declared it suspended. It goes on working.
        case suspended
        /// A check failed, was hard to read, or a party says so.
        case degraded
        case normal
        /// No check has been answered yet.
        case untested
    }

    /// A watch has some hundred checks; what is beyond this is a peer that can't stop.
    private static let mostChecks = 2_000

    private(set) var checks: [LineKey: Check] = [:]
    private(set) var answers: [LineKey: Answer] = [:]
    private(set) var statements: [LineSide: Statement] = [:]
    /// Every statement, for the journal; sorted when it is drawn up.
    private(set) var history: [(side: LineSide, statement: Statement)] = []

    /// Takes a check; of two with one identifier the earlier.
    mutating func take(_ check: Check) {
        if let known = checks[check.key], known.mark.order < check.mark.order { return }
        checks[check.key] = check
        guard checks.count > Self.mostChecks else { return }
        for old in checks.values.sorted(by: Self.isEarlier).prefix(Self.mostChecks / 2) {
            checks[old.key] = nil
            answers[old.key] = nil
        }
    }

    /// Takes the answer to a check, whether or not the check is here already; the first counts.
    mutating func take(_ answer: Answer, to check: LineKey) {
        if let known = answers[check], known.mark.order < answer.mark.order { return }
        guard answers.count < 2 * Self.mostChecks else { return }
        answers[check] = answer
    }

    /// Takes what a party declares; its newest word holds.
    mutating func take(_ statement: Statement, of side: LineSide) {
        if history.count < Self.mostChecks { history.append((side, statement)) }
        if let known = statements[side], statement.mark.order < known.mark.order { return }
        statements[side] = statement
    }

    /// Checks without an answer, the oldest first.
    var unanswered: [Check] {
        checks.values.filter { answers[$0.key] == nil }.sorted(by: Self.isEarlier)
    }

    /// The newest test, by when its answer was signed.
    var lastTest: Test? {
        let tests = answers.compactMap { key, answer in checks[key].map { Test(check: $0, answer: answer) } }
        return tests.max { left, right in
            let (first, second) = (left.answer.mark.atUnixSeconds, right.answer.mark.atUnixSeconds)
            return first != second ? first < second : Self.isEarlier(left.check, right.check)
        }
    }

    /// The parties that hold the line suspended, with their words.
    var suspensions: [(side: LineSide, statement: Statement)] {
        LineSide.allCases.compactMap { side in
            statements[side].flatMap { $0.state == .suspended ? (side, $0) : nil }
        }
    }

    /// Whether the newest automatic check of either side was not answered in time, or not yet at all after a failure.
    func hasMissed(at seconds: Double, within answerSeconds: Double) -> Bool {
        let automatic = checks.values.filter { !$0.isForPersons }
        return LineSide.allCases.contains { side in
            guard let newest = automatic.filter({ $0.key.side == side }).max(by: Self.isEarlier),
                answers[newest.key] == nil
            else { return false }
            let tested = lastTest?.answer.mark.atUnixSeconds ?? -.infinity
            return seconds - newest.mark.atUnixSeconds >= answerSeconds && tested < newest.mark.atUnixSeconds
        }
    }

    /// The state in one word.
    func word(at seconds: Double, answerWithin answerSeconds: Double) -> Word {
        if !suspensions.isEmpty { return .suspended }
        let isDeclared = statements.values.contains { $0.state == .degraded }
        if isDeclared || hasMissed(at: seconds, within: answerSeconds) { return .degraded }
        guard let lastTest else { return .untested }
        return lastTest.answer.readability < 3 ? .degraded : .normal
    }

    /// Forgets checks that are held since before `seconds`, and answers to none, but never the newest test.
    mutating func forget(before seconds: Double) {
        let kept = lastTest?.check.key
        for check in checks.values where check.mark.heldUnixSeconds < seconds && check.key != kept {
            checks[check.key] = nil
            answers[check.key] = nil
        }
        answers = answers.filter { checks[$0.key] != nil || $0.value.mark.heldUnixSeconds >= seconds }
        history.removeAll { $0.statement.mark.heldUnixSeconds < seconds }
    }

    private static func isEarlier(_ left: Check, _ right: Check) -> Bool {
        left.key.side == right.key.side
            ? left.mark.order < right.mark.order
            : (left.mark.atUnixSeconds, left.key.side.rawValue) < (right.mark.atUnixSeconds, right.key.side.rawValue)
    }
}

extension LineStanding.Statement {
    /// What a message itself says of the line, LINE SUSPENDED or LINE RESTORED. What was only heard, or entered late,
    /// declares nothing.
    init?(_ item: LineItem) {
        guard item.note.heard == nil, !item.note.isLate else { return nil }
        let mark = LineMark(
            order: item.order, atUnixSeconds: item.atUnixSeconds, heldUnixSeconds: item.heldUnixSeconds,
            by: item.note.by)
        for element in item.note.message.elements.reversed() {
            switch element.code {
            case "LINE.SUSPENDED":
                self.init(state: .suspended, reason: element.parameters["authority"]?.description, mark: mark)
                return
            case "LINE.RESTORED":
                self.init(state: .restored, reason: nil, mark: mark)
                return
            default: continue
            }
        }
        return nil
    }
}

public import Accord
import Airspace
import Separation

/// The report of a run: what was done and how close, as each side's data has it, where they differ and why.
public struct Debrief: Sendable {
    /// A card as each side saw it.
    public struct Card: Sendable {
        /// The card.
        public var card: ExerciseCard
        /// When it began, Unix seconds; nil: nobody wrote so.
        public var startUnixSeconds: Double?
        /// What each side wrote of it at last.
        public var outcomes: [(party: String, state: CardBody.State, reason: String?)]

        /// Why a side says that it failed, in both languages.
        public static func words(_ reason: String) -> BilingualText { CardReason.words(reason) }

        /// Whether the sides that wrote of it say the same.
        public var isAgreed: Bool { Set(outcomes.map(\.state)).count <= 1 }
        /// Whether every side that wrote of it says that it was passed.
        public var isPassed: Bool { !outcomes.isEmpty && outcomes.allSatisfy { $0.state == .passed } }
    }

    /// A stretch of time without data.
    public struct Gap: Sendable, Hashable {
        /// In which data.
        public var source: BilingualText
        /// Of whom.
        public var participant: String
        /// When, Unix seconds.
        public var seconds: ClosedRange<Int>
        /// Why it can't be used; nil: nothing is there.
        public var flaw: String?
    }

    /// The log.
    public let log: ExerciseLog
    /// The crews that the plan puts together; the two that came closest are the first two.
    public let crews: [Participant]
    /// The cards.
    public let cards: [Card]
    /// Every account of the closest approach.
    public let accounts: [ApproachAccount]
    /// Where accounts differ, and why.
    public let differences: [BilingualText]
    /// What is not there.
    public let gaps: [Gap]

    /// Puts a run together.
    ///
    /// - Throws: `ExerciseError.debrief` when the plan has no two crews.
    public init(_ log: ExerciseLog) throws(ExerciseError) {
        let pairs = RehearsalScenario.pairs(of: log.plan)
        guard !pairs.isEmpty else { throw .debrief(reason: "the plan has no two crews that approach") }
        self.log = log
        cards = log.plan.cards.map { card in
            Card(
                card: card,
                startUnixSeconds: log.acts.first { act in
                    if case .card(let body) = act.kind { return body.card == card.identifier && body.state == .started }
                    return false
                }?.atUnixSeconds,
                outcomes: log.parties.compactMap { party in
                    log.outcome(of: card.identifier, by: party).map { (party, $0.state, $0.reason) }
                })
        }
        accounts = pairs.flatMap { first, second in
            var accounts = log.accounts(between: first.identifier, second.identifier)
            if pairs.count > 1 {
                for index in accounts.indices { accounts[index].pair = "\(first.callsign) – \(second.callsign)" }
            }
            return accounts
        }
        let closest = accounts.filter { $0.interval != nil && $0.metres != nil }
            .min { ($0.metres ?? .infinity) < ($1.metres ?? .infinity) }?.between
        let all = RehearsalScenario.crews(of: log.plan)
        crews =
            all.filter { closest?.contains($0.identifier) ?? true }
            + all.filter { !(closest?.contains($0.identifier) ?? true) }
        gaps = accounts.flatMap { account in
            (account.interval?.missing ?? []).map { missing in
                var flaw: String?
                if case .flawed(let flags) = missing.reason { flaw = flags.description }
                return Gap(
                    source: account.name, participant: missing.identifier, seconds: missing.seconds, flaw: flaw)
            }
        }
        differences = DebriefComparison(accounts, cards: cards).sentences
    }

    /// Whether some account says, with its whole interval, that the minimum was undercut; and whether all say it was kept.
    public var verdict: BilingualText {
        let minimum = log.plan.minimum.horizontal.metres
        let measured = accounts.compactMap(\.interval)
        guard !measured.isEmpty else {
            return BilingualText(
                english: "No tracks were given: whether the minimum was kept can't be measured again.",
                russian: "Данных о траекториях нет: выдержан ли минимум, проверить измерением нельзя.")
        }
        if measured.contains(where: { ($0.highMetres ?? .infinity) < minimum }) {
            return BilingualText(
                english: "The minimum was undercut: one account says so with its whole interval.",
                russian: "Минимум нарушен: одни данные показывают это всем интервалом.")
        }
        if measured.allSatisfy({ $0.isComplete && ($0.lowMetres ?? 0) >= minimum }) {
            return BilingualText(
                english: "The minimum was kept: every account says so with its whole interval, without a gap.",
                russian: "Минимум выдержан: все данные показывают это всем интервалом, без пропусков.")
        }
        return BilingualText(
            english: "Whether the minimum was kept is not certain: an interval reaches across it, or data is missing.",
            russian: "Выдержан ли минимум, точно сказать нельзя: интервал его пересекает или данных не хватает.")
    }
}

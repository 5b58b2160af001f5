public import Accord
import Airspace
import Phraseology

/// A run of an exercise as one station follows it: which card, who has checked in, how close, and when to break off.
///
/// A pure state machine: what it is told comes with its time, and it returns what is to be done. Two stations that are told the
/// same come to the same state. Simulated flights take the same way as real ones.
public struct ExerciseRun: Sendable {
    /// Where the run is.
    public enum Phase: Sendable, Hashable {
        /// A card is being flown.
        case card(Int)
        /// It was broken off.
        case aborted(AbortBody.Reason)
        /// All cards are through.
        case complete
        /// It is over.
        case ended
    }

    /// What became of a card.
    public struct CardState: Sendable, Hashable {
        /// When it began, Unix seconds.
        public var startedUnixSeconds: Double?
        /// What became of it.
        public var state: CardBody.State?
        /// Why.
        public var reason: String?
    }

    /// What is flown.
    public let plan: ExercisePlan
    /// The run's identifier, unique in the record.
    public let identifier: String
    /// Who acts when nobody does: the station.
    public let station: Person
    /// Whether the flights are simulated.
    public let isSimulated: Bool
    /// Where it is.
    public internal(set) var phase: Phase = .card(0)
    /// What became of each card.
    public internal(set) var cards: [CardState]
    /// Who has checked in, and when, Unix seconds.
    public internal(set) var checkedIn: [String: Double] = [:]
    /// With whom contact is lost.
    public internal(set) var lostContact: Set<String> = []
    /// The distances of the last second.
    public internal(set) var ranges: [RunRange] = []
    /// The smallest distance of each pair in the present card, metres.
    var closest: [[String]: Double] = [:]
    var reports: [ReportKey: RunReport] = [:]
    var said: [String: SaidOnce] = [:]
    /// The crews that have come to the end of their way in the present card.
    var flown: Set<String> = []
    /// When it was taken up again after the station had stood still; nil: it was followed from its beginning.
    var resumedUnixSeconds: Double?
    private(set) var lastTick: Double

    struct ReportKey: Hashable, Sendable {
        var participant: String
        var basis: RangeBody.Basis
    }

    /// What one crew has said in the present card, and what was read back to it.
    struct SaidOnce: Sendable {
        var items: Set<ExchangeItem> = []
        var languages: Set<String> = []
        var readBack: Set<ExchangeItem> = []
        var values: [ExchangeItem: MessageElement] = [:]
    }

    /// Begins a run at `now`; the actions are the first ones to be done.
    ///
    /// - Parameter isJoining: the other station began it and wrote so; this one only follows.
    public static func begin(
        _ plan: ExercisePlan, identifier: String, isSimulated: Bool, isJoining: Bool = false, by person: Person,
        station: Person, now: Double
    ) -> (run: ExerciseRun, actions: [RunAction]) {
        var run = ExerciseRun(plan, identifier: identifier, isSimulated: isSimulated, station: station, now: now)
        var actions: [RunAction] = []
        if !isJoining {
            run.write(
                RunBody(
                    plan: plan.identifier, run: identifier, state: .started, simulated: isSimulated, by: person),
                &actions)
        }
        run.startCard(0, now: now, &actions)
        return (run, actions)
    }

    init(_ plan: ExercisePlan, identifier: String, isSimulated: Bool, station: Person, now: Double) {
        self.plan = plan
        self.identifier = identifier
        self.isSimulated = isSimulated
        self.station = station
        cards = plan.cards.map { _ in CardState() }
        lastTick = now
    }

    /// The card being flown; nil when none is.
    public var card: ExerciseCard? {
        if case .card(let index) = phase, index < plan.cards.count { return plan.cards[index] }
        return nil
    }

    /// Who of the present card has not checked in yet.
    public var missing: [String] { (plan.cards.first?.crews ?? []).filter { checkedIn[$0] == nil } }

    /// Once a second: distances, the watch, the tests.
    public mutating func tick(now: Double) -> [RunAction] {
        var actions: [RunAction] = []
        lastTick = now
        guard phase != .ended, phase != .complete else { return actions }
        measure(now: now, &actions)
        guard case .card = phase else { return actions }
        watch(now: now, &actions)
        test(now: now, &actions)
        return actions
    }

    mutating func startCard(_ index: Int, now: Double, _ actions: inout [RunAction]) {
        guard index < plan.cards.count else {
            phase = .complete
            return
        }
        enter(index, now: now)
        let card = plan.cards[index]
        write(CardBody(run: identifier, card: card.identifier, state: .started, by: station), &actions)
        for message in card.messages { actions.append(.prompt(card: card.identifier, message)) }
    }

    /// The card is flown from now on, and nothing of it has happened yet.
    mutating func enter(_ index: Int, now: Double) {
        phase = .card(index)
        cards[index].startedUnixSeconds = now
        cards[index].state = .started
        closest = [:]
        said = [:]
        flown = []
    }

    mutating func finishCard(
        isPassed: Bool, reason: String?, by person: Person, now: Double, _ actions: inout [RunAction]
    ) {
        guard case .card(let index) = phase else { return }
        let state: CardBody.State = isPassed ? .passed : .failed
        cards[index].state = state
        cards[index].reason = reason
        write(
            CardBody(
                run: identifier, card: plan.cards[index].identifier, state: state, reason: reason, by: person),
            &actions)
        startCard(index + 1, now: now, &actions)
    }

    /// Breaks off. The first reason counts; what follows is not called again.
    mutating func breakOff(
        _ reason: AbortBody.Reason, word: String? = nil, by person: Person, isOurs: Bool = true, now: Double,
        _ actions: inout [RunAction]
    ) {
        guard case .card(let index) = phase else { return }
        if isOurs { write(AbortBody(run: identifier, reason: reason, word: word, by: person), &actions) }
        failCard(index, reason, &actions)
        phase = .aborted(reason)
        alarm(reason, &actions)
    }

    mutating func failCard(_ index: Int, _ reason: AbortBody.Reason, _ actions: inout [RunAction]) {
        cards[index].state = .failed
        cards[index].reason = reason.rawValue
        write(
            CardBody(
                run: identifier, card: plan.cards[index].identifier, state: .failed, reason: reason.rawValue,
                by: station), &actions)
    }

    func alarm(_ reason: AbortBody.Reason, _ actions: inout [RunAction]) {
        actions.append(
            .alarm(
                reason: reason, words: reason.words(plan.abort), message: try? MessageElement("EX.KNOCKITOFF")))
    }

    mutating func write(_ body: some EntryBody, _ actions: inout [RunAction]) {
        do throws(AccordError) { actions.append(.append(try EntryDraft(body))) } catch {
            actions.append(.fault(error.description))
        }
    }
}

extension AbortBody.Reason {
    /// The abort word, and why, in both languages.
    public func words(_ abort: AbortWords) -> BilingualText {
        BilingualText(
            english: "\(abort.english): \(reasonWords.english)", russian: "\(abort.russian): \(reasonWords.russian)")
    }

    /// Why, in both languages.
    public var reasonWords: BilingualText {
        switch self {
        case .buffer:
            BilingualText(english: "the crews are about to come too close", russian: "экипажи опасно сближаются")
        case .staleTrack: BilingualText(english: "a track is too old", russian: "данные о борте устарели")
        case .contactLost: BilingualText(english: "contact is lost", russian: "потеряна связь")
        case .levelLost: BilingualText(english: "a level is not known", russian: "потеряны данные о высоте")
        case .intruder: BilingualText(english: "somebody else is near the zone", russian: "у зоны посторонний борт")
        case .called: BilingualText(english: "it was called", russian: "подана команда")
        }
    }
}

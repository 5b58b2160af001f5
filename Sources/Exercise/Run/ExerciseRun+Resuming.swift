public import Accord
import Airspace
import Phraseology

extension ExerciseRun {
    /// An entry of a run that stands in a record.
    public struct Fact: Sendable {
        /// The entry.
        public var entry: Entry
        /// Whether this station wrote it.
        public var isOurs: Bool

        /// An entry of this station's record, or of another's.
        public init(_ entry: Entry, isOurs: Bool) {
            self.entry = entry
            self.isOurs = isOurs
        }
    }

    /// Takes a run up again from the records, after the station was stopped or killed: what stands there is so, and is not written again.
    ///
    /// The actions bring to an end what was cut off, such as the card that follows on a passed one, and put up again what stands on the
    /// screens: the messages of the card, and the alarm.
    ///
    /// - Parameter facts: the entries of the run in the order in which they came here, the same entry of several records included.
    public static func resume(
        _ plan: ExercisePlan, identifier: String, isSimulated: Bool, station: Person, facts: [Fact], now: Double
    ) -> (run: ExerciseRun, actions: [RunAction]) {
        var run = ExerciseRun(plan, identifier: identifier, isSimulated: isSimulated, station: station, now: now)
        run.resumedUnixSeconds = now
        for fact in facts { run.recall(fact) }
        var actions: [RunAction] = []
        run.complete(now: now, &actions)
        return (run, actions)
    }

    private mutating func recall(_ fact: Fact) {
        let entry = fact.entry
        switch entry.type {
        case CheckInBody.type:
            guard let body = try? entry.body(CheckInBody.self), body.run == identifier,
                plan.participant(body.participant) != nil, checkedIn[body.participant] == nil
            else { return }
            checkedIn[body.participant] = entry.atUnixSeconds
        case CardBody.type:
            guard fact.isOurs, let body = try? entry.body(CardBody.self), body.run == identifier else { return }
            recall(body, at: entry.atUnixSeconds)
        case ExchangeBody.type:
            guard let body = try? entry.body(ExchangeBody.self), body.run == identifier, body.card == card?.identifier
            else { return }
            var written: [RunAction] = []
            hear(
                body.participant, body.language, body.elements.compactMap { MessageElement($0) }, body.readBack,
                isOurs: false, now: entry.atUnixSeconds, &written)
        case RangeBody.type:
            guard fact.isOurs, let body = try? entry.body(RangeBody.self), body.run == identifier, card != nil,
                isClose(verticalFeet: body.verticalFt)
            else { return }
            closest[body.between] = min(closest[body.between] ?? .infinity, body.horizontalNM * 1852)
        case AbortBody.type:
            guard let body = try? entry.body(AbortBody.self), body.run == identifier, phase != .ended else { return }
            if case .aborted = phase { return }
            phase = .aborted(body.reason)
        case RunBody.type:
            guard let body = try? entry.body(RunBody.self), body.run == identifier, body.state == .ended else { return }
            phase = .ended
        default: return
        }
    }

    private mutating func recall(_ body: CardBody, at time: Double) {
        guard let index = plan.cards.firstIndex(where: { $0.identifier == body.card }) else { return }
        if body.state != .started {
            cards[index].state = body.state
            cards[index].reason = body.reason
        } else if cards[index].startedUnixSeconds == nil {
            let (isAborted, before) = (card == nil, phase)
            enter(index, now: time)
            if isAborted { phase = before }
        }
    }

    private mutating func complete(now: Double, _ actions: inout [RunAction]) {
        switch phase {
        case .ended, .complete: return
        case .aborted(let reason):
            if let index = cards.firstIndex(where: { $0.state == .started }) {
                failCard(index, reason, &actions)
            }
            alarm(reason, &actions)
        case .card:
            // Cards are flown in their order: the first that is not done is the present one.
            guard let index = cards.firstIndex(where: { $0.state == nil || $0.state == .started }) else {
                phase = .complete
                return
            }
            guard cards[index].state == .started else { return startCard(index, now: now, &actions) }
            phase = .card(index)
            for message in plan.cards[index].messages {
                actions.append(.prompt(card: plan.cards[index].identifier, message))
            }
        }
    }
}

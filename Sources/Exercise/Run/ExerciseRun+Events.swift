public import Accord
import Airspace
public import Phraseology

extension ExerciseRun {
    /// Takes an event, and returns what is to be done.
    ///
    /// - Parameter isOurs: it happened at this station; otherwise it was read in the other side's record, where it stands already.
    public mutating func handle(_ event: RunEvent, isOurs: Bool = true, now: Double) -> [RunAction] {
        var actions: [RunAction] = []
        guard phase != .ended else { return actions }
        switch event {
        case .report(let report): take(report, now: now, &actions)
        case .other(_, let position, let levelFeet, _):
            if isIntruder(position, levelFeet) { breakOff(.intruder, by: station, now: now, &actions) }
        case .checkIn(let participant, let frequency, let person):
            guard plan.participant(participant) != nil, checkedIn[participant] == nil else { break }
            checkedIn[participant] = now
            if isOurs {
                write(
                    CheckInBody(run: identifier, participant: participant, frequency: frequency, by: person), &actions)
            }
            test(now: now, &actions)
        case .said(let participant, let language, let elements, let isReadBack):
            hear(participant, language, elements, isReadBack, isOurs: isOurs, now: now, &actions)
            test(now: now, &actions)
        case .contact(let participant, let isLost, let person):
            if isLost {
                lostContact.insert(participant)
                breakOff(.contactLost, by: person, now: now, &actions)
            } else {
                lostContact.remove(participant)
            }
        case .abort(let word, let person):
            breakOff(.called, word: word, by: person, isOurs: isOurs, now: now, &actions)
        case .decide(let identifier, let isPassed, let reason, let person):
            guard card?.identifier == identifier else { break }
            finishCard(isPassed: isPassed, reason: reason, by: person, now: now, &actions)
        case .end(let person):
            phase = .ended
            if isOurs {
                write(
                    RunBody(
                        plan: plan.identifier, run: identifier, state: .ended, simulated: isSimulated, by: person),
                    &actions)
            }
        }
        return actions
    }

    /// Takes an entry of the other side's record; what is not of this run is passed over.
    public mutating func handle(_ entry: Entry, now: Double) -> [RunAction] {
        switch entry.type {
        case CheckInBody.type:
            guard let body = try? entry.body(CheckInBody.self), body.run == identifier else { return [] }
            return handle(
                .checkIn(participant: body.participant, frequency: body.frequency, by: body.by), isOurs: false, now: now
            )
        case ExchangeBody.type:
            guard let body = try? entry.body(ExchangeBody.self), body.run == identifier else { return [] }
            let elements = body.elements.compactMap { MessageElement($0) }
            return handle(
                .said(
                    participant: body.participant, language: body.language, elements: elements,
                    isReadBack: body.readBack), isOurs: false, now: now)
        case AbortBody.type:
            guard let body = try? entry.body(AbortBody.self), body.run == identifier else { return [] }
            var actions: [RunAction] = []
            breakOff(body.reason, word: body.word, by: body.by, isOurs: false, now: now, &actions)
            return actions
        case RunBody.type:
            guard let body = try? entry.body(RunBody.self), body.run == identifier, body.state == .ended else {
                return []
            }
            return handle(.end(by: body.by), isOurs: false, now: now)
        default: return []
        }
    }

    private mutating func take(_ report: RunReport, now: Double, _ actions: inout [RunAction]) {
        guard plan.participant(report.participant)?.kind == .flight, report.timeUnixSeconds <= now + 5 else { return }
        let key = ReportKey(participant: report.participant, basis: report.basis)
        if let last = reports[key], last.timeUnixSeconds > report.timeUnixSeconds { return }
        let hadLevel = reports[key]?.levelFeet != nil
        reports[key] = report
        noteFlown(report)
        if hadLevel, report.levelFeet == nil, isClosing { breakOff(.levelLost, by: station, now: now, &actions) }
    }

    /// Notes what a crew of the present card said, or read back.
    mutating func hear(
        _ participant: String, _ language: String, _ elements: [MessageElement], _ isReadBack: Bool, isOurs: Bool,
        now: Double, _ actions: inout [RunAction]
    ) {
        guard let card, card.crews.contains(participant) else { return }
        if isOurs {
            write(
                ExchangeBody(
                    run: identifier, card: card.identifier, participant: participant, language: language,
                    elements: elements.map { EntryElement($0) }, readBack: isReadBack), &actions)
        }
        for element in elements {
            guard let item = ExchangeItem.allCases.first(where: { $0.codes.contains(element.code) }) else { continue }
            if isReadBack {
                // Only what another crew said, with the same value, is read back.
                for other in card.crews where other != participant && said[other]?.values[item] == element {
                    said[other, default: SaidOnce()].readBack.insert(item)
                }
                said[participant, default: SaidOnce()].languages.insert(language)
            } else {
                said[participant, default: SaidOnce()].items.insert(item)
                said[participant, default: SaidOnce()].values[item] = element
                said[participant, default: SaidOnce()].languages.insert(language)
                said[participant]?.readBack.remove(item)
            }
        }
    }

    /// Whether a card is flown in which the crews are near each other.
    var isClosing: Bool { card?.kind.isNear ?? false }

    private func isIntruder(_ position: GeodeticPosition, _ levelFeet: Double?) -> Bool {
        guard card != nil else { return false }
        if let levelFeet {
            let floor = plan.zone.lower.pressureFeet - 1_000
            let ceiling = plan.zone.upper.pressureFeet + 1_000
            guard levelFeet >= floor, levelFeet <= ceiling else { return false }
        }
        return plan.zone.footprint.signedDistanceMetres(from: position) < plan.turnAway.intruderMetres
    }
}

extension EntryElement {
    /// A coded element as entries keep it.
    public init(_ element: MessageElement) {
        var parameters: [String: String] = [:]
        for (name, value) in element.orderedParameters { parameters[name] = value.description }
        self.init(code: element.code, parameters: parameters)
    }
}

extension MessageElement {
    /// The coded element of an entry; nil when the catalogue does not have it.
    public init?(_ element: EntryElement) {
        let arguments = element.parameters.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        guard let read = try? MessageElement(element.code, arguments: arguments) else { return nil }
        self = read
    }
}

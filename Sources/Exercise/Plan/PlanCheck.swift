public import Accord
import Airspace
import Phraseology

/// What is wrong with the sense of a plan. An empty list means that it can be flown as it stands, not that it is wise: that is
/// what the rehearsal is for.
public struct PlanCheck: Sendable {
    /// Every fault, in the order of the lines.
    public let faults: [DocumentFault]

    /// Checks a plan, and where an agreement is given, against it.
    public init(_ plan: ExercisePlan, agreement: AgreementTerms? = nil) {
        var found = FaultList(lines: plan.lines)
        Self.checkPeople(plan, &found)
        Self.checkNotice(plan, &found)
        Self.checkLevels(plan, &found)
        Self.checkContact(plan, &found)
        Self.checkAbort(plan, &found)
        Self.checkCards(plan, &found)
        Self.checkRoutes(plan, &found)
        Self.checkZone(plan, &found)
        if let agreement { Self.check(plan, against: agreement, &found) }
        faults = found.faults.sorted { ($0.line ?? 0, $0.reason.english) < ($1.line ?? 0, $1.reason.english) }
    }

    /// Faults with the lines of the plan.
    struct FaultList {
        let lines: PlanLines
        private(set) var faults: [DocumentFault] = []

        init(lines: PlanLines) { self.lines = lines }

        mutating func add(_ keys: [String], _ reason: BilingualText) {
            faults.append(DocumentFault(line: lines.line(keys) ?? 1, keys: keys, reason: reason))
        }

        mutating func add(_ keys: [String], _ english: String, _ russian: String) {
            add(keys, BilingualText(english: english, russian: russian))
        }
    }

    private static func checkPeople(_ plan: ExercisePlan, _ found: inout FaultList) {
        for participant in plan.participants {
            let keys = ["participants", participant.identifier]
            if participant.kind == .civil {
                found.add(
                    keys + ["kind"], "civil aircraft and people take no part in an exercise",
                    "гражданские воздушные суда и люди в тренировке не участвуют")
            }
            if participant.languages.isEmpty || !participant.languages.allSatisfy({ ["en", "ru"].contains($0) }) {
                found.add(
                    keys + ["languages"], "the languages of an exercise are en and ru", "языки тренировки — en и ru")
            }
            if participant.kind == .flight, participant.start == nil {
                found.add(
                    keys, "a flight needs a start: position, heading, level and speed",
                    "экипажу нужно начало (start): место, курс, высота и скорость")
            }
            if participant.kind == .groundUnit {
                if participant.position == nil {
                    found.add(
                        keys, "a ground unit needs its position", "наземному подразделению нужно место (position)")
                }
                if participant.operatorName == nil {
                    found.add(
                        keys, "a ground unit needs its operator",
                        "наземному подразделению нужен ответственный (operator)")
                }
                if participant.dangerRadius == nil {
                    found.add(
                        keys, "a ground unit needs its danger-radius, 0.1 NM at the least",
                        "наземному подразделению нужен радиус опасной зоны (danger-radius), не менее 0,1 морской мили")
                }
            }
        }
        let callsigns = plan.participants.map(\.callsign)
        for (index, callsign) in callsigns.enumerated() where callsigns[..<index].contains(callsign) {
            found.add(
                ["participants", plan.participants[index].identifier, "callsign"],
                "\(callsign) is the call sign of another participant too", "\(callsign) — позывной и другого участника")
        }
        guard let safety = plan.safetyController else {
            found.add(["safety-controller"], "there is no safety controller", "нет руководителя безопасности")
            return
        }
        guard let controller = plan.participant(safety) else {
            found.add(["safety-controller"], "“\(safety)” is no participant", "«\(safety)» — не участник")
            return
        }
        if controller.kind == .flight {
            found.add(
                ["safety-controller"], "a crew of the exercise can't be its safety controller",
                "экипаж, участвующий в тренировке, не может быть её руководителем безопасности")
        }
        if plan.flights.count < 2 {
            found.add(
                ["participants"], "an exercise needs two flights at the least",
                "для тренировки нужны хотя бы два экипажа")
        }
        if Set(plan.flights.map(\.party)).count < 2 {
            found.add(["participants"], "the flights are all of one party", "все экипажи — одной стороны")
        }
    }

    private static func checkNotice(_ plan: ExercisePlan, _ found: inout FaultList) {
        let start = plan.zone.times.lowerBound
        if let notice = plan.notice {
            if notice.publishedUnixSeconds > start {
                found.add(
                    ["notice", "published"], "the notice is published after the zone is active",
                    "извещение опубликовано после начала действия зоны")
            }
        } else {
            found.add(
                ["notice"], "there is no published notice: nobody else knows of the exercise",
                "опубликованного извещения нет: больше никто о тренировке не знает")
        }
        guard let expires = plan.expiresUnixSeconds else {
            found.add(["expires"], "the plan has no expiry", "у плана нет срока действия")
            return
        }
        if expires < plan.zone.times.upperBound {
            found.add(
                ["expires"], "the plan expires before the zone ends",
                "срок плана истекает раньше, чем заканчивается действие зоны")
        }
        for (index, disclosure) in plan.disclosures.enumerated() {
            if !plan.parties.contains(disclosure.party) {
                found.add(
                    ["disclosure", "\(index + 1)", "party"], "\(disclosure.party) has no participant in this exercise",
                    "у стороны \(disclosure.party) нет участников в этой тренировке")
            }
            if disclosure.times.lowerBound > start || disclosure.times.upperBound < plan.zone.times.upperBound {
                found.add(
                    ["disclosure", "\(index + 1)"],
                    "\(disclosure.party) shows its flights for less time than the zone is active",
                    "сторона \(disclosure.party) показывает свои борта не всё время, пока действует зона")
            }
        }
        for party in Set(plan.flights.map(\.party)).sorted()
        where !plan.disclosures.contains(where: { $0.party == party }) {
            found.add(
                ["disclosure"], "nothing is said of what \(party) shows of its flights",
                "не сказано, что сторона \(party) показывает о своих бортах")
        }
    }

    private static func checkAbort(_ plan: ExercisePlan, _ found: inout FaultList) {
        if plan.abort.english.isEmpty {
            found.add(
                ["abort", "words"], "there is no abort word in English", "нет слов прекращения на английском языке")
        }
        if plan.abort.russian.isEmpty {
            found.add(["abort", "words"], "there is no abort word in Russian", "нет слов прекращения на русском языке")
        }
        if plan.abort.english.contains(where: Self.isCyrillic) {
            found.add(
                ["abort", "words", "en"], "the English abort word is in Cyrillic",
                "английские слова прекращения написаны кириллицей")
        }
        if !plan.abort.russian.isEmpty, !plan.abort.russian.contains(where: Self.isCyrillic) {
            found.add(
                ["abort", "words", "ru"], "the Russian abort word is not in Cyrillic",
                "русские слова прекращения написаны не кириллицей")
        }
        for name in plan.abort.by where plan.participant(name) == nil {
            found.add(
                ["abort", "by"], "“\(name)” may call the abort but is no participant",
                "«\(name)» вправе прекратить тренировку, но не участвует в ней")
        }
        for flight in plan.flights where !plan.abort.by.isEmpty && !plan.abort.by.contains(flight.identifier) {
            found.add(
                ["abort", "by"], "the crew \(flight.identifier) may not call the abort; every crew must be able to",
                "экипаж \(flight.identifier) не вправе прекратить тренировку; это право нужно каждому экипажу")
        }
    }

    private static func isCyrillic(_ character: Character) -> Bool {
        character.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
    }
}

import Accord
import Airspace
import Phraseology

/// The sentences of a restatement.
struct PlanText {
    let plan: ExercisePlan
    let en = SaidValue(.english)
    let ru = SaidValue(.russian)

    init(_ plan: ExercisePlan) { self.plan = plan }

    var zone: [BilingualText] {
        let zone = plan.zone
        var sentences: [BilingualText] = []
        switch zone.footprint {
        case .circle(let centre, let radius):
            let length = Length((radius / 1852 * 10).rounded() / 10, .nauticalMiles)
            sentences.append(
                BilingualText(
                    english: "Zone \(zone.name) lies within \(en.length(length)) of \(SaidValue.place(centre)).",
                    russian:
                        "Зона \(zone.name) — в пределах \(ru.length(length, .genitive)) от точки \(SaidValue.place(centre))."
                ))
        case .polygon(let corners):
            let places = corners.map { SaidValue.place($0) }.joined(separator: ", ")
            sentences.append(
                BilingualText(
                    english: "Zone \(zone.name) has the corners \(places).",
                    russian: "Зона \(zone.name) имеет вершины \(places)."))
        case .everywhere: break
        }
        sentences.append(
            BilingualText(
                english: "It reaches from \(en.level(zone.lower)) to \(en.level(zone.upper)).",
                russian: "По высоте — от \(ru.level(zone.lower, .genitive)) до \(ru.level(zone.upper, .genitive))."))
        sentences.append(
            BilingualText(
                english:
                    "It is active from \(en.time(zone.times.lowerBound)) until \(en.time(zone.times.upperBound)).",
                russian: "Действует с \(ru.time(zone.times.lowerBound)) до \(ru.time(zone.times.upperBound))."))
        if let expires = plan.expiresUnixSeconds {
            sentences.append(
                BilingualText(
                    english: "The plan may not be flown after \(en.time(expires)).",
                    russian: "После \(ru.time(expires)) план недействителен."))
        }
        return sentences
    }

    var distance: [BilingualText] {
        let minimum = plan.minimum
        var sentences = [
            BilingualText(
                english:
                    "The crews keep not less than \(en.length(minimum.horizontal)) horizontally, measured on WGS-84 by "
                    + "\(minimum.rule), whenever their levels are closer than \(en.length(minimum.whileVerticalBelow)).",
                russian: "Экипажи выдерживают по горизонтали не менее \(ru.length(minimum.horizontal, .genitive)) "
                    + "(WGS-84, правило \(minimum.rule)), пока разность высот меньше "
                    + "\(ru.length(minimum.whileVerticalBelow, .genitive))."),
            BilingualText(
                english:
                    "They turn away when the distance predicted for the next \(en.seconds(plan.turnAway.lookaheadSeconds)) "
                    + "falls below \(en.length(plan.turnAway.buffer)).",
                russian: "Отворот выполняется, как только расстояние, рассчитанное на ближайшие "
                    + "\(ru.seconds(plan.turnAway.lookaheadSeconds, .accusative)), становится меньше "
                    + "\(ru.length(plan.turnAway.buffer, .genitive))."),
        ]
        if let range = plan.turnAway.abortRange {
            sentences.append(
                BilingualText(
                    english: "They also turn away when they are closer than \(en.length(range)) and still closing.",
                    russian: "Отворот выполняется и тогда, когда расстояние меньше \(ru.length(range, .genitive)) "
                        + "и продолжает уменьшаться."))
        }
        return sentences
    }

    var people: [BilingualText] {
        plan.participants.map { participant in
            let name = participant.callsign
            switch participant.kind {
            case .flight:
                return BilingualText(
                    english: "\(name) flies for \(participant.party).",
                    russian: "\(name) выполняет полёт от стороны \(participant.party).")
            case .groundUnit:
                let place = participant.position.map { SaidValue.place($0) } ?? "?"
                let radius = participant.dangerRadius
                let who = participant.operatorName ?? "?"
                return BilingualText(
                    english:
                        "\(name) (\(participant.party), run by \(who)) is on the ground at \(place); the surface is "
                        + "dangerous within \(radius.map { en.length($0) } ?? "?") of it.",
                    russian:
                        "\(name) (\(participant.party), ответственный: \(who)) находится на земле в точке \(place); "
                        + "поверхность опасна в радиусе \(radius.map { ru.length($0, .genitive) } ?? "?").")
            case .controller:
                let isSafety = participant.identifier == plan.safetyController
                return BilingualText(
                    english: isSafety
                        ? "\(name) (\(participant.party)) is the safety controller: the whole exercise obeys this voice."
                        : "\(name) (\(participant.party)) controls.",
                    russian: isSafety
                        ? "\(name) (\(participant.party)) — руководитель безопасности: его команды выполняют все."
                        : "\(name) (\(participant.party)) осуществляет управление.")
            case .civil:
                return BilingualText(english: "\(name) is civil.", russian: "\(name) — гражданский участник.")
            }
        }
    }

    var contact: [BilingualText] {
        let contact = plan.contact
        var sentences: [BilingualText] = []
        func text(_ name: String) -> String { "\(contact.frequency(name)?.text ?? "?") MHz (\(name))" }
        func russianText(_ name: String) -> String { "\(contact.frequency(name)?.text ?? "?") МГц (\(name))" }
        sentences.append(
            BilingualText(
                english: "Everybody speaks on \(text(contact.primary)).",
                russian: "Связь ведётся на частоте \(russianText(contact.primary))."))
        if let backup = contact.backup {
            sentences.append(
                BilingualText(
                    english: "If it fails, on \(text(backup)).",
                    russian: "При отказе — на частоте \(russianText(backup))."))
        }
        if let by = contact.by, let at = contact.atUnixSeconds {
            let name = plan.participant(by)?.callsign ?? by
            sentences.append(
                BilingualText(
                    english: "\(name) calls first, at \(en.clock(at)).",
                    russian: "Первым на связь выходит \(name) в \(ru.clock(at))."))
        }
        if let altimeter = contact.altimeter {
            let isStandard = altimeter.setting == .standard
            sentences.append(
                BilingualText(
                    english: isStandard
                        ? "All altimeters are set to 1013 hPa before the levels come within 1,000 ft of each other."
                        : "All altimeters are set to \(altimeter) before the levels come within 1,000 ft of each other.",
                    russian: isStandard
                        ? "До сближения по высоте менее 1000 футов на всех высотомерах устанавливается давление 1013 гПа."
                        : "До сближения по высоте менее 1000 футов на всех высотомерах устанавливается \(altimeter)."))
        }
        return sentences
    }

    var abort: [BilingualText] {
        let names = plan.abort.by.map { plan.participant($0)?.callsign ?? $0 }.joined(separator: ", ")
        return [
            BilingualText(
                english: "The words are “\(plan.abort.english)” in English and «\(plan.abort.russian)» in Russian.",
                russian: "Слова: «\(plan.abort.russian)» по-русски и “\(plan.abort.english)” по-английски."),
            BilingualText(
                english: names.isEmpty ? "Anyone may say them." : "They may be said by \(names).",
                russian: names.isEmpty ? "Произнести их может любой." : "Произнести их могут: \(names)."),
            BilingualText(
                english:
                    "It also ends when a track is older than \(en.seconds(plan.turnAway.staleSeconds)), when contact or a "
                    + "level is lost, or when somebody else comes near the zone.",
                russian: "Тренировка прекращается и тогда, когда данные о борте старше "
                    + "\(ru.seconds(plan.turnAway.staleSeconds, .genitive)), потеряна связь или высота либо к зоне "
                    + "приближается посторонний борт."),
        ]
    }
}

import Accord
import Airspace
import Separation

/// What is said of a finding on a distance.
enum DistanceWords {
    static func fill(_ found: inout DistanceFinding) {
        let names = "\(found.a.identifier) – \(found.b.identifier)"
        found.finding.sentence = sentence(found, names) + verdict(found)
        found.finding.numbers = numbers(found)
        found.finding.missing = missing(found.interval)
        found.finding.settles = settles(found)
    }

    /// Two sources say opposite things.
    static func differ(_ one: DistanceFinding, _ other: DistanceFinding) -> BilingualText {
        let left = one.finding.sentence
        let right = other.finding.sentence
        return BilingualText(
            english:
                "The sources differ. By \(one.a.source) and \(one.b.source): \(left.english) By \(other.a.source) and \(other.b.source): \(right.english)",
            russian:
                "Источники расходятся. По данным \(one.a.source) и \(one.b.source): \(left.russian) По данным \(other.a.source) и \(other.b.source): \(right.russian)"
        )
    }

    private static func sentence(_ found: DistanceFinding, _ names: String) -> BilingualText {
        let interval = found.interval
        var levels = BilingualText(english: "", russian: "")
        if let within = found.statement.verticalWithin {
            let length = Written.length(within, isGenitive: true)
            levels = BilingualText(
                english: " while their levels were closer than \(length.english)",
                russian: " при разнице высот менее \(length.russian)")
        }
        guard let high = interval.highMetres, let low = found.finding.low, let measured = interval.measured else {
            if interval.isComplete, interval.possibleSeconds == 0 {
                return BilingualText(
                    english: "\(names): there was no instant\(levels.english) in that time.",
                    russian: "\(names): в это время не было ни одного момента\(levels.russian).")
            }
            return BilingualText(
                english: "\(names): no distance can be measured\(levels.english) in that time.",
                russian: "\(names): измерить расстояние\(levels.russian) в это время нельзя.")
        }
        let m = Written.distance(measured.metres)
        let at = Written.time(Double(measured.second))
        let l = Written.distance(low)
        let h = Written.distance(high)
        var text = BilingualText(
            english:
                "\(names): the smallest distance measured by measure/1\(levels.english) was \(m.english) at \(at); with 95 % the true closest approach lies between \(l.english) and \(h.english).",
            russian:
                "\(names): наименьшее расстояние, измеренное по правилу measure/1\(levels.russian), составило \(m.russian) в \(at); с вероятностью 95 % истинное наименьшее расстояние лежит между \(l.russian) и \(h.russian)."
        )
        if !interval.isComplete, interval.windowSeconds > 0 {
            let part = Written.number(Double(interval.measuredSeconds))
            let all = Written.number(Double(interval.windowSeconds))
            text =
                BilingualText(
                    english: "Only \(part.english) of \(all.english) seconds could be measured. ",
                    russian: "Измерить удалось только \(part.russian) из \(all.russian) секунд. ") + text
        }
        return text
    }

    private static func verdict(_ found: DistanceFinding) -> BilingualText {
        let length = Written.length(found.statement.bound.length)
        let genitive = Written.length(found.statement.bound.length, isGenitive: true).russian
        if found.isDuplicate {
            return BilingualText(
                english: " But both identifiers are very likely one aircraft, so this says nothing about two.",
                russian:
                    " Но оба идентификатора, весьма вероятно, принадлежат одному борту, поэтому о двух бортах это ничего не говорит."
            )
        }
        let isAtLeast = if case .atLeast = found.statement.bound { true } else { false }
        switch (found.finding.verdict, isAtLeast) {
        case (.supported, true) where found.finding.reasons.contains(.levelsApart),
            (.contradicted, false) where found.finding.reasons.contains(.levelsApart):
            return BilingualText(english: "", russian: "")
        case (.supported, true):
            return BilingualText(
                english: " They were at least \(length.english) apart throughout.",
                russian: " Всё это время между ними было не менее \(genitive).")
        case (.contradicted, true):
            return BilingualText(
                english: " They were closer than \(length.english).", russian: " Они были ближе \(genitive).")
        case (.supported, false):
            return BilingualText(
                english: " They were as close as \(length.english) or closer.",
                russian: " Они сближались до \(genitive) или ближе.")
        case (.contradicted, false):
            return BilingualText(
                english: " They were never as close as \(length.english).",
                russian: " Они ни разу не были так близко, как \(length.russian).")
        default:
            if found.finding.reasons == [.noWindow] {
                return BilingualText(
                    english: " Without a beginning and an end it can't be shown for all the time that may be meant.",
                    russian:
                        " Без указания начала и конца это нельзя показать для всего времени, о котором может идти речь."
                )
            }
            if found.finding.reasons.contains(.intervalStraddles) {
                return BilingualText(
                    english: " The uncertainty reaches over \(length.english), so it can't be told.",
                    russian: " Значение \(length.russian) лежит в пределах погрешности, поэтому решить нельзя.")
            }
            return BilingualText(
                english: " What was not seen may have been otherwise, so it can't be told.",
                russian: " Там, где наблюдений нет, могло быть иначе, поэтому решить нельзя.")
        }
    }

    private static func numbers(_ found: DistanceFinding) -> BilingualText? {
        guard let parts = found.interval.parts else { return nil }
        let values = [parts.receiverMetres, parts.roundingMetres, parts.timeMetres, parts.curveMetres].map {
            Written.number($0)
        }
        let a = Written.number(
            max(found.a.accelerationMetresPerSecondSquared, found.b.accelerationMetresPerSecondSquared))
        return BilingualText(
            english:
                "Uncertainty where they were closest: receivers ±\(values[0].english) m (95 % over all reports of the window), rounding and repeated positions ±\(values[1].english) m, time stamps and clocks ±\(values[2].english) m, curves flown between reports (at most \(a.english) m/s²) ±\(values[3].english) m.",
            russian:
                "Погрешность в момент наибольшего сближения: приёмники ±\(values[0].russian) м (95 % по всем донесениям интервала), округление и повторённые координаты ±\(values[1].russian) м, метки времени и часы ±\(values[2].russian) м, кривизна пути между донесениями (не более \(a.russian) м/с²) ±\(values[3].russian) м."
        )
    }

    /// At most so many stretches are listed one by one.
    private static let mostListed = 20

    static func missing(_ interval: ApproachInterval) -> [BilingualText] {
        var texts = interval.missing.prefix(mostListed).map { missing in
            let span = Written.span(missing.seconds)
            let why = reason(missing.reason)
            return BilingualText(
                english: "\(missing.identifier) \(span.english): \(why.english)",
                russian: "\(missing.identifier) \(span.russian): \(why.russian)")
        }
        if interval.missing.count > mostListed {
            let more = interval.missing.count - mostListed
            texts.append(BilingualText(english: "and \(more) more stretches", russian: "и ещё промежутков: \(more)"))
        }
        return texts
    }

    private static func reason(_ reason: NoPlace) -> BilingualText {
        guard case .flawed(let flags) = reason else {
            return BilingualText(
                english: "no reports, or further apart than the rule bridges",
                russian: "донесений нет или промежуток между ними больше допустимого правилом")
        }
        if flags.contains(.frozen) {
            return BilingualText(
                english: "its position was frozen while it flew on",
                russian: "координаты застыли, хотя борт продолжал полёт")
        }
        if flags.contains(.jump) {
            return BilingualText(
                english: "positions or levels that no aircraft reaches",
                russian: "координаты или высоты, которых борт достичь не мог")
        }
        if flags.contains(.mixedDatum) {
            return BilingualText(
                english: "a level whose datum is in doubt", russian: "высота, уровень отсчёта которой вызывает сомнение"
            )
        }
        return BilingualText(english: "time stamps that can't be right", russian: "неверные метки времени")
    }

    private static func settles(_ found: DistanceFinding) -> [BilingualText] {
        guard found.finding.verdict == .notDeterminable else { return [] }
        var texts: [BilingualText] = []
        let reasons = found.finding.reasons
        if reasons.contains(.noWindow) {
            texts.append(
                BilingualText(
                    english: "the times between which it is said to hold",
                    russian: "указание, с какого по какое время это утверждается"))
        }
        if reasons.contains(.intervalStraddles) {
            texts.append(
                BilingualText(
                    english: "positions of both with a smaller uncertainty, such as each side's own at full precision",
                    russian:
                        "координаты обоих с меньшей погрешностью, например собственные данные каждой стороны с полной точностью"
                ))
        }
        if !Set(reasons).isDisjoint(with: [.gap, .frozen, .jump, .clock, .noData]) {
            texts.append(
                BilingualText(
                    english: "another receiver's data for the stretches that are missing",
                    russian: "данные другого приёмника за недостающие промежутки"))
        }
        if reasons.contains(.duplicateTrack) {
            texts.append(
                BilingualText(
                    english: "whatever shows that these are two aircraft, such as their own logs",
                    russian: "сведения, подтверждающие, что это два разных борта, например их собственные журналы"))
        }
        return texts
    }
}

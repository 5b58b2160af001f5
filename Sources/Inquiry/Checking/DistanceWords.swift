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
            en: "The sources differ. By \(one.a.source) and \(one.b.source): \(left.en) By \(other.a.source) and \(other.b.source): \(right.en)",
            ru: "Источники расходятся. По данным \(one.a.source) и \(one.b.source): \(left.ru) По данным \(other.a.source) и \(other.b.source): \(right.ru)")
    }

    private static func sentence(_ found: DistanceFinding, _ names: String) -> BilingualText {
        let interval = found.interval
        var levels = BilingualText(en: "", ru: "")
        if let within = found.statement.verticalWithin {
            let length = Written.length(within)
            levels = BilingualText(
                en: " while their levels were closer than \(length.en)", ru: " при разнице высот менее \(length.ru)")
        }
        guard let high = interval.highMetres, let low = found.finding.low, let measured = interval.measured else {
            if interval.isComplete, interval.possibleSeconds == 0 {
                return BilingualText(
                    en: "\(names): there was no instant\(levels.en) in that time.", ru: "\(names): в это время не было ни одного момента\(levels.ru).")
            }
            return BilingualText(
                en: "\(names): no distance can be measured\(levels.en) in that time.",
                ru: "\(names): измерить расстояние\(levels.ru) в это время нельзя.")
        }
        let m = Written.distance(measured.metres)
        let at = Written.time(Double(measured.second))
        let l = Written.distance(low)
        let h = Written.distance(high)
        var text = BilingualText(
            en: "\(names): the smallest distance measured by measure/1\(levels.en) was \(m.en) at \(at); with 95 % the true closest approach lies between \(l.en) and \(h.en).",
            ru: "\(names): наименьшее расстояние, измеренное по правилу measure/1\(levels.ru), составило \(m.ru) в \(at); с вероятностью 95 % истинное наименьшее расстояние лежит между \(l.ru) и \(h.ru).")
        if !interval.isComplete, interval.windowSeconds > 0 {
            let part = Written.number(Double(interval.measuredSeconds))
            let all = Written.number(Double(interval.windowSeconds))
            text = BilingualText(
                en: "Only \(part.en) of \(all.en) seconds could be measured. ", ru: "Измерить удалось только \(part.ru) из \(all.ru) секунд. ") + text
        }
        return text
    }

    private static func verdict(_ found: DistanceFinding) -> BilingualText {
        let length = Written.length(found.statement.bound.length)
        if found.isDuplicate {
            return BilingualText(
                en: " But both identifiers are very likely one aircraft, so this says nothing about two.",
                ru: " Но оба идентификатора, весьма вероятно, принадлежат одному борту, поэтому о двух бортах это ничего не говорит.")
        }
        let isAtLeast = if case .atLeast = found.statement.bound { true } else { false }
        switch (found.finding.verdict, isAtLeast) {
        case (.supported, true) where found.finding.reasons.contains(.levelsApart),
            (.contradicted, false) where found.finding.reasons.contains(.levelsApart):
            return BilingualText(en: "", ru: "")
        case (.supported, true):
            return BilingualText(
                en: " They were at least \(length.en) apart throughout.", ru: " Всё это время между ними было не менее \(length.ru).")
        case (.contradicted, true):
            return BilingualText(en: " They were closer than \(length.en).", ru: " Они были ближе \(length.ru).")
        case (.supported, false):
            return BilingualText(
                en: " They were as close as \(length.en) or closer.", ru: " Они сближались до \(length.ru) или ближе.")
        case (.contradicted, false):
            return BilingualText(
                en: " They were never as close as \(length.en).", ru: " Они ни разу не были так близко, как \(length.ru).")
        default:
            if found.finding.reasons == [.noWindow] {
                return BilingualText(
                    en: " Without a beginning and an end it can't be shown for all the time that may be meant.",
                    ru: " Без указания начала и конца это нельзя показать для всего времени, о котором может идти речь.")
            }
            if found.finding.reasons.contains(.intervalStraddles) {
                return BilingualText(
                    en: " The uncertainty reaches over \(length.en), so it can't be told.",
                    ru: " Значение \(length.ru) лежит в пределах погрешности, поэтому решить нельзя.")
            }
            return BilingualText(
                en: " What was not seen may have been otherwise, so it can't be told.",
                ru: " Там, где наблюдений нет, могло быть иначе, поэтому решить нельзя.")
        }
    }

    private static func numbers(_ found: DistanceFinding) -> BilingualText? {
        guard let parts = found.interval.parts else { return nil }
        let values = [parts.receiverMetres, parts.roundingMetres, parts.timeMetres, parts.curveMetres].map {
            Written.number($0)
        }
        let a = Written.number(max(found.a.accelerationMetresPerSecondSquared, found.b.accelerationMetresPerSecondSquared))
        return BilingualText(
            en: "Uncertainty where they were closest: receivers ±\(values[0].en) m (95 % over all reports of the window), rounding and repeated positions ±\(values[1].en) m, time stamps and clocks ±\(values[2].en) m, curves flown between reports (at most \(a.en) m/s²) ±\(values[3].en) m.",
            ru: "Погрешность в момент наибольшего сближения: приёмники ±\(values[0].ru) м (95 % по всем донесениям интервала), округление и повторённые координаты ±\(values[1].ru) м, метки времени и часы ±\(values[2].ru) м, кривизна пути между донесениями (не более \(a.ru) м/с²) ±\(values[3].ru) м.")
    }

    /// At most so many stretches are listed one by one.
    private static let mostListed = 20

    static func missing(_ interval: ApproachInterval) -> [BilingualText] {
        var texts = interval.missing.prefix(mostListed).map { missing in
            let span = Written.span(missing.seconds)
            let why = reason(missing.reason)
            return BilingualText(
                en: "\(missing.identifier) \(span.en): \(why.en)", ru: "\(missing.identifier) \(span.ru): \(why.ru)")
        }
        if interval.missing.count > mostListed {
            let more = interval.missing.count - mostListed
            texts.append(BilingualText(en: "and \(more) more stretches", ru: "и ещё промежутков: \(more)"))
        }
        return texts
    }

    private static func reason(_ reason: NoPlace) -> BilingualText {
        guard case .flawed(let flags) = reason else {
            return BilingualText(
                en: "no reports, or further apart than the rule bridges", ru: "донесений нет или промежуток между ними больше допустимого правилом")
        }
        if flags.contains(.frozen) {
            return BilingualText(en: "its position was frozen while it flew on", ru: "координаты застыли, хотя борт продолжал полёт")
        }
        if flags.contains(.jump) {
            return BilingualText(en: "positions or levels that no aircraft reaches", ru: "координаты или высоты, которых борт достичь не мог")
        }
        if flags.contains(.mixedDatum) {
            return BilingualText(en: "a level whose datum is in doubt", ru: "высота, уровень отсчёта которой вызывает сомнение")
        }
        return BilingualText(en: "time stamps that can't be right", ru: "неверные метки времени")
    }

    private static func settles(_ found: DistanceFinding) -> [BilingualText] {
        guard found.finding.verdict == .notDeterminable else { return [] }
        var texts: [BilingualText] = []
        let reasons = found.finding.reasons
        if reasons.contains(.noWindow) {
            texts.append(BilingualText(en: "the times between which it is said to hold", ru: "указание, с какого по какое время это утверждается"))
        }
        if reasons.contains(.intervalStraddles) {
            texts.append(
                BilingualText(
                    en: "positions of both with a smaller uncertainty, such as each side's own at full precision",
                    ru: "координаты обоих с меньшей погрешностью, например собственные данные каждой стороны с полной точностью"))
        }
        if !Set(reasons).isDisjoint(with: [.gap, .frozen, .jump, .clock, .noData]) {
            texts.append(
                BilingualText(
                    en: "another receiver's data for the stretches that are missing", ru: "данные другого приёмника за недостающие промежутки"))
        }
        if reasons.contains(.duplicateTrack) {
            texts.append(
                BilingualText(
                    en: "whatever shows that these are two aircraft, such as their own logs",
                    ru: "сведения, подтверждающие, что это два разных борта, например их собственные журналы"))
        }
        return texts
    }
}

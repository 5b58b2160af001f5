public import Accord
import Airspace
public import Exercise

/// What a rehearsal showed, in words: for the terminal, for programs, and as a page.
public struct RehearsalReport: Sendable {
    let plan: ExercisePlan
    let result: RehearsalResult
    let search: BufferSearch?
    let seconds: Double?

    /// A report. `seconds` is how long the flying took, where it is to be said.
    public init(_ plan: ExercisePlan, _ result: RehearsalResult, search: BufferSearch?, seconds: Double? = nil) {
        self.plan = plan
        self.result = result
        self.search = search
        self.seconds = seconds
    }

    /// Plain text in one language.
    public func text(_ language: AccordLanguage) -> String {
        sentences.map { $0[language] }.joined(separator: "\n") + "\n"
    }

    /// What it says, sentence by sentence.
    var sentences: [BilingualText] {
        var sentences = [chance, watched, nominal]
        sentences += causes
        if let search { sentences += advice(search) }
        if let seconds {
            sentences.append(
                BilingualText(
                    english:
                        "\(result.approaches.count.grouped) runs, seed \(result.seed), flown twice in \(seconds.written(1)) s.",
                    russian:
                        "Прогонов: \(result.approaches.count.grouped), начальное число \(result.seed), выполнено дважды за \(seconds.written(1)) с."
                ))
        }
        return sentences
    }

    static func percent(_ part: Double) -> String {
        let percent = part * 100
        return percent.written(percent == 0 || percent >= 10 ? 1 : percent >= 0.1 ? 2 : 3) + " %"
    }

    static func miles(_ metres: Double) -> String { metres.isFinite ? (metres / 1852).written(2) + " NM" : "—" }

    private var chance: BilingualText {
        let under = result.under
        let range = "\(Self.percent(under.low))–\(Self.percent(under.high))"
        return BilingualText(
            english:
                "The chance of going under the minimum of \(plan.minimum.horizontal) is \(Self.percent(under.chance)) "
                + "(\(under.count) of \(under.trials.grouped) runs; with 95 % confidence \(range)).",
            russian: "Вероятность нарушить минимум \(plan.minimum.horizontal) — \(Self.percent(under.chance)) "
                + "(прогонов: \(under.count) из \(under.trials.grouped); с доверием 95 % — \(range)).")
    }

    private var watched: BilingualText {
        let aborted = result.aborted
        let unwatched = result.underUnwatched
        return BilingualText(
            english: "An abort is called in \(Self.percent(aborted.chance)) of the runs, in "
                + "\(Self.percent(share(result.needlessAborts))) although the minimum would have been kept without it. "
                + "With nobody watching the chance would be \(Self.percent(unwatched.chance)).",
            russian: "Команда на прекращение подаётся в \(Self.percent(aborted.chance)) прогонов, в "
                + "\(Self.percent(share(result.needlessAborts))) — хотя минимум был бы выдержан и без неё. "
                + "Без наблюдения вероятность нарушения была бы \(Self.percent(unwatched.chance)).")
    }

    private func share(_ count: Int) -> Double { Double(count) / Double(max(result.approaches.count, 1)) }

    private var nominal: BilingualText {
        let half = Self.miles(result.quantileMetres(0.5))
        let worst = Self.miles(result.quantileMetres(0.001))
        return BilingualText(
            english:
                "As planned, without any error, the crews come within \(Self.miles(result.nominal.metres)); half of the runs stay "
                + "above \(half), 999 of 1,000 above \(worst).",
            russian:
                "По плану, без ошибок, экипажи сближаются до \(Self.miles(result.nominal.metres)); в половине прогонов расстояние не "
                + "меньше \(half), в 999 из 1000 — не меньше \(worst).")
    }

    private var causes: [BilingualText] {
        guard result.under.count > 0 else { return [] }
        let english = result.mainCauses.map { "\($0.cause.words.english) \($0.count)" }.joined(separator: ", ")
        let russian = result.mainCauses.map { "\($0.cause.words.russian) — \($0.count)" }.joined(separator: ", ")
        let cards = result.cards.map { "\($0.card) \($0.count)" }.joined(separator: ", ")
        return [
            BilingualText(
                english: "Why, by the error without which it would not have happened: \(english).",
                russian: "Причины (без этой ошибки нарушения не было бы): \(russian)."),
            BilingualText(english: "Where, by card: \(cards).", russian: "Где, по карточкам: \(cards)."),
        ] + between
    }

    /// Which crews it was, where the plan puts more than two together.
    private var between: [BilingualText] {
        guard result.scenario.pairs.count > 1 else { return [] }
        let pairs = result.pairs.map { "\($0.between.joined(separator: " – ")) \($0.count)" }.joined(separator: ", ")
        return [BilingualText(english: "Between whom: \(pairs).", russian: "Между экипажами: \(pairs).")]
    }

    private func advice(_ search: BufferSearch) -> [BilingualText] {
        let risk = Self.percent(search.risk)
        let runs = result.approaches.count
        if BinomialInterval(count: 0, trials: runs).high >= search.risk {
            let needed = Int((3.69 / search.risk).rounded(.up)).grouped
            return [
                BilingualText(
                    english:
                        "\(runs.grouped) runs are too few to show a chance below \(risk): \(needed) are needed at the least.",
                    russian:
                        "Прогонов (\(runs.grouped)) слишком мало, чтобы показать вероятность ниже \(risk): нужно не менее \(needed)."
                )
            ]
        }
        guard let best = search.best else {
            let least = search.proposals.map(\.under.high).min().map(Self.percent) ?? "—"
            return [
                BilingualText(
                    english:
                        "None of the buffers and abort ranges tried brings the chance below \(risk) with its whole interval; the best "
                        + "comes to at most \(least). Plan a wider approach, or fly more runs.",
                    russian:
                        "Ни одно из проверенных сочетаний буфера и дальности не снижает вероятность ниже \(risk) всем интервалом; "
                        + "лучшее даёт не более \(least). Нужно увеличить расстояние по плану или число прогонов.")
            ]
        }
        let isPresent = result.under.high < search.risk
        var sentences: [BilingualText] = []
        if isPresent {
            sentences.append(
                BilingualText(
                    english: "The plan's own buffer of \(plan.turnAway.buffer) keeps the chance below \(risk).",
                    russian: "Буфер по плану (\(plan.turnAway.buffer)) удерживает вероятность ниже \(risk)."))
        }
        let range = best.abortRangeMetres > 0 ? Self.miles(best.abortRangeMetres) : nil
        sentences.append(
            BilingualText(
                english: "Below \(risk) with the fewest aborts: a buffer of \(Self.miles(best.bufferMetres))"
                    + (range.map { " and an abort range of \($0)" } ?? ", no abort range needed")
                    + "; an abort is then called in \(Self.percent(best.aborted.chance)) of the runs.",
                russian: "Ниже \(risk) при наименьшем числе прекращений: буфер \(Self.miles(best.bufferMetres))"
                    + (range.map { " и дальность прекращения \($0)" } ?? ", дальность прекращения не нужна")
                    + "; команда тогда подаётся в \(Self.percent(best.aborted.chance)) прогонов."))
        if best.aborted.chance > 0.5 {
            sentences.append(
                BilingualText(
                    english:
                        "Most runs would then be broken off: to fly the cards at this risk, plan them further apart.",
                    russian:
                        "Тогда большинство прогонов прекращается: чтобы выполнить карточки с таким риском, их нужно спланировать "
                        + "на большем расстоянии."))
        }
        return sentences
    }
}

extension RehearsalCause {
    /// Its name in both languages.
    var words: BilingualText {
        switch self {
        case .wrongHeading: BilingualText(english: "wrong heading or turn", russian: "неверный курс или разворот")
        case .reaction: BilingualText(english: "slow reaction", russian: "медленная реакция")
        case .wind: BilingualText(english: "wind", russian: "ветер")
        case .navigation: BilingualText(english: "navigation", russian: "навигация")
        case .timing: BilingualText(english: "timing and speed", russian: "время и скорость")
        case .surveillance: BilingualText(english: "surveillance", russian: "наблюдение")
        case .level: BilingualText(english: "level keeping", russian: "выдерживание высоты")
        case .together: BilingualText(english: "several errors together", russian: "несколько ошибок вместе")
        case .plan: BilingualText(english: "the plan itself", russian: "сам план")
        }
    }
}

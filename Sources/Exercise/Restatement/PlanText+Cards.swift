public import Accord
import Airspace
import Phraseology

extension PlanText {
    var cards: [BilingualText] {
        plan.cards.map { card in
            let crews = card.crews.map { plan.participant($0)?.callsign ?? $0 }.joined(separator: ", ")
            let kind = card.kind.words
            let test = self.test(card)
            return BilingualText(
                english: "\(kind.english) — \(crews). Passed when \(test.english).",
                russian: "\(kind.russian) — \(crews). Выполнено, если \(test.russian).")
        }
    }

    /// The test of a card in words.
    func test(_ card: ExerciseCard) -> BilingualText {
        var english: [String] = []
        var russian: [String] = []
        let test = card.test
        if let least = test.atLeast {
            english.append("the distance stays at \(en.length(least)) or more")
            russian.append("расстояние не менее \(ru.length(least, .genitive))")
        }
        if let most = test.atMost {
            english.append("the crews come within \(en.length(most))")
            russian.append("экипажи сблизились до \(ru.length(most, .genitive))")
        }
        if test.readBack {
            english.append("every value is read back correctly")
            russian.append("все значения повторены правильно")
        }
        if test.languages.count > 1 {
            english.append("both languages were spoken")
            russian.append("звучали оба языка")
        }
        if let within = test.withinSeconds {
            english.append("it is done within \(en.seconds(within))")
            russian.append("выполнено за \(ru.seconds(within, .accusative))")
        }
        if english.isEmpty { return BilingualText(english: "it was flown", russian: "полёт выполнен") }
        return BilingualText(english: english.joined(separator: ", "), russian: russian.joined(separator: ", "))
    }

    var disclosure: [BilingualText] {
        var sentences = plan.disclosures.map { disclosure in
            let english = disclosure.fields.joined(separator: ", ")
            let russian = disclosure.fields.map { Self.fields[$0] ?? $0 }.joined(separator: ", ")
            let times = disclosure.times
            return BilingualText(
                english:
                    "\(disclosure.party) shows of its flights: \(english), from \(en.clock(times.lowerBound)) until "
                    + "\(en.clock(times.upperBound)), and nothing else.",
                russian:
                    "\(disclosure.party) показывает о своих бортах: \(russian) — с \(ru.clock(times.lowerBound)) до "
                    + "\(ru.clock(times.upperBound)), и ничего более.")
        }
        if let notice = plan.notice {
            sentences.append(
                BilingualText(
                    english:
                        "Others were told by \(notice.reference), published \(en.time(notice.publishedUnixSeconds)).",
                    russian:
                        "Прочие извещены: \(notice.reference), опубликовано \(ru.time(notice.publishedUnixSeconds))."))
        }
        return sentences
    }

    private static let fields = [
        "position": "место", "level": "высота", "velocity": "скорость и курс", "speed": "скорость",
    ]
}

extension ExerciseCard.Kind {
    /// Its name in both languages.
    public var words: BilingualText {
        switch self {
        case .checkIn: BilingualText(english: "Check-in", russian: "Выход на связь")
        case .approach: BilingualText(english: "Approach", russian: "Сближение")
        case .exchange: BilingualText(english: "Exchange of flight parameters", russian: "Обмен параметрами полёта")
        case .opening: BilingualText(english: "Opening", russian: "Расхождение")
        case .departure: BilingualText(english: "Departure", russian: "Выход из зоны")
        }
    }
}

extension ExchangeItem {
    /// Its name in both languages.
    public var words: BilingualText {
        switch self {
        case .position: BilingualText(english: "position", russian: "место")
        case .heading: BilingualText(english: "heading", russian: "курс")
        case .level: BilingualText(english: "level", russian: "высота")
        case .speed: BilingualText(english: "speed", russian: "скорость")
        }
    }
}

extension Participant.Kind {
    /// Its name in both languages.
    public var words: BilingualText {
        switch self {
        case .flight: BilingualText(english: "crew", russian: "экипаж")
        case .groundUnit: BilingualText(english: "ground unit", russian: "наземное подразделение")
        case .controller: BilingualText(english: "controller", russian: "пункт управления")
        case .civil: BilingualText(english: "civil", russian: "гражданский участник")
        }
    }
}

import Accord
import Airspace
import Separation

/// Where accounts differ, and why.
struct DebriefComparison {
    private(set) var sentences: [BilingualText] = []

    init(_ accounts: [ApproachAccount], cards: [Debrief.Card]) {
        for card in cards where !card.isAgreed {
            let said = card.outcomes.map { "\($0.party): \($0.state.rawValue)" }.joined(separator: ", ")
            let words = card.outcomes.map { "\($0.party) — \(Self.words($0.state))" }.joined(separator: ", ")
            sentences.append(
                BilingualText(
                    english: "The sides differ about the card \(card.card.identifier): \(said).",
                    russian: "Стороны расходятся в оценке карточки \(card.card.identifier): \(words)."))
        }
        let measured = accounts.filter { $0.interval?.lowMetres != nil && $0.metres != nil }
        for (index, one) in measured.enumerated() {
            for other in measured[(index + 1)...] where other.between == one.between { compare(one, other) }
        }
        for account in accounts { explain(account) }
    }

    static func words(_ state: CardBody.State) -> String {
        switch state {
        case .started: "начата"
        case .passed: "выполнена"
        case .failed: "не выполнена"
        }
    }

    private mutating func compare(_ one: ApproachAccount, _ other: ApproachAccount) {
        guard let first = one.interval, let second = other.interval, let here = one.metres, let there = other.metres,
            let low = first.lowMetres, let otherLow = second.lowMetres
        else { return }
        let apart = Int(abs(here - there).rounded())
        let pair = one.pair.map { "\($0): " } ?? ""
        let high = first.highMetres ?? .infinity
        let otherHigh = second.highMetres ?? .infinity
        if low > otherHigh || otherLow > high {
            sentences.append(
                BilingualText(
                    english:
                        "\(pair)\(Self.capital(one.sourceName.english)) and \(other.sourceName.english) contradict each other: their intervals do "
                        + "not meet, the measured distances are \(apart) m apart. One of them is wrong by more than it says.",
                    russian:
                        "\(pair)\(Self.capital(one.sourceName.russian)) и \(other.sourceName.russian) противоречат друг другу: интервалы не "
                        + "пересекаются, измеренные расстояния отличаются на \(apart) м. Ошибка одних данных больше заявленной."
                ))
        } else {
            sentences.append(
                BilingualText(
                    english:
                        "\(pair)\(Self.capital(one.sourceName.english)) and \(other.sourceName.english) agree within their uncertainty; the measured "
                        + "distances are \(apart) m apart.",
                    russian:
                        "\(pair)\(Self.capital(one.sourceName.russian)) и \(other.sourceName.russian) согласуются в пределах неопределённости; "
                        + "измеренные расстояния отличаются на \(apart) м."))
        }
    }

    /// What makes an account as unsure as it is.
    private mutating func explain(_ account: ApproachAccount) {
        guard let parts = account.interval?.parts else { return }
        let named: [(Double, String, String)] = [
            (parts.receiverMetres, "the receivers", "приёмники"),
            (parts.roundingMetres, "the grid on which positions are shown", "сетка, до которой округлены координаты"),
            (parts.timeMetres, "time stamps", "отметки времени"),
            (parts.curveMetres, "the curve flown between two reports", "кривизна пути между сообщениями"),
        ]
        let large = named.filter { $0.0 >= 1 }.sorted { $0.0 > $1.0 }
        guard !large.isEmpty else { return }
        let english = large.map { "\($0.1) \(Int($0.0.rounded())) m" }.joined(separator: ", ")
        let russian = large.map { "\($0.2) — \(Int($0.0.rounded())) м" }.joined(separator: ", ")
        sentences.append(
            BilingualText(
                english: "\(Self.capital(account.name.english)) is as unsure as this: \(english).",
                russian: "\(Self.capital(account.name.russian)), составляющие неопределённости: \(russian)."))
    }

    private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

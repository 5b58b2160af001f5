import Accord

/// Why a card failed, as a run writes it, in both languages. What a person wrote stays as it was written.
enum CardReason {
    static func words(_ reason: String) -> BilingualText {
        if let abort = AbortBody.Reason(rawValue: reason) {
            let words = abort.reasonWords
            return BilingualText(english: words.english, russian: words.russian)
        }
        var russian = reason
        for (english, words) in phrases { russian = russian.replacing(english, with: words) }
        return BilingualText(english: reason, russian: russian)
    }

    /// The phrases of the run's own reasons; the longer ones first.
    private static let phrases = [
        ("not done within", "не выполнено за"), ("the way is not flown", "маршрут не пройден"),
        ("not read back", "не повторено"), ("not heard", "на связь не вышли"), ("not said", "не передано"),
        ("closer than", "ближе"), (" s: ", " с: "), ("position", "место"), ("heading", "курс"), ("level", "высота"),
        ("speed", "скорость"),
    ]
}

public import Accord
public import Phraseology

/// A plan in plain English and plain Russian, part by part: what people read before they sign it.
public struct PlanRestatement: Sendable {
    /// One part of it.
    public struct Section: Sendable, Hashable {
        /// What it is about.
        public var title: BilingualText
        /// What it says, sentence by sentence.
        public var sentences: [BilingualText]
    }

    /// The parts, in order.
    public let sections: [Section]

    /// Restates a plan.
    public init(_ plan: ExercisePlan) {
        let text = PlanText(plan)
        sections = [
            Section(title: BilingualText(english: "The zone", russian: "Зона"), sentences: text.zone),
            Section(title: BilingualText(english: "The distance", russian: "Расстояние"), sentences: text.distance),
            Section(title: BilingualText(english: "Who takes part", russian: "Участники"), sentences: text.people),
            Section(title: BilingualText(english: "Contact", russian: "Связь"), sentences: text.contact),
            Section(
                title: BilingualText(english: "How it ends early", russian: "Досрочное прекращение"),
                sentences: text.abort),
            Section(
                title: BilingualText(english: "Cards, in order", russian: "Карточки по порядку"), sentences: text.cards),
            Section(
                title: BilingualText(
                    english: "What is shown, and to whom it was told", russian: "Что показывается и кто извещён"),
                sentences: text.disclosure),
        ]
    }

    /// The whole in one language, as plain text.
    public func text(_ language: AccordLanguage) -> String {
        sections.map { section in
            ([section.title[language]] + section.sentences.map { "  - " + $0[language] }).joined(separator: "\n")
        }.joined(separator: "\n\n") + "\n"
    }
}

extension AccordLanguage {
    /// Its words.
    public var table: LanguageTable { self == .english ? .english : .russian }
}

/// A clause of an agreement in plain words of both languages, for people who will not read the file.
public struct RestatedClause: Sendable, Hashable {
    /// The keys that lead to it, `zones / NORTH`: the same clause has the same ones in every version.
    public var keys: [String]
    /// What it says.
    public var text: BilingualText
}

/// An agreement said in plain words.
public struct Restatement: Sendable, Hashable {
    /// The clauses, in the order of the document.
    public private(set) var clauses: [RestatedClause] = []

    /// Says what an agreement says.
    public init(_ agreement: Agreement) {
        sayWhatAndWhen(agreement)
        sayParties(agreement)
        saySky(agreement)
        sayDisclosure(agreement)
        sayTerms(agreement)
    }

    /// The whole in one language, a paragraph for each clause.
    public func text(in language: AccordLanguage) -> String {
        clauses.map { $0.text[language] }.joined(separator: "\n\n") + "\n"
    }

    mutating func say(_ keys: [String], _ english: String, _ russian: String) {
        clauses.append(RestatedClause(keys: keys, text: BilingualText(english: english, russian: russian)))
    }
}

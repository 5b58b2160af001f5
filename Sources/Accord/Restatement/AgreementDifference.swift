/// What changed between two versions of an agreement, clause by clause, in both languages.
public struct AgreementDifference: Sendable, Hashable {
    /// One clause that is not the same.
    public struct Change: Sendable, Hashable {
        /// The keys that lead to the clause.
        public var keys: [String]
        /// What it said; nil: it is new.
        public var before: BilingualText?
        /// What it says; nil: it is gone.
        public var after: BilingualText?
    }

    /// The clauses that changed: in the order of the new version, those that are gone at the end.
    public let changes: [Change]

    /// Compares two versions.
    public init(from old: Agreement, to new: Agreement) {
        let before = Restatement(old).clauses
        let after = Restatement(new).clauses
        var texts: [[String]: BilingualText] = [:]
        for clause in before { texts[clause.keys] = clause.text }
        var changes: [Change] = []
        for clause in after where texts[clause.keys] != clause.text {
            changes.append(Change(keys: clause.keys, before: texts[clause.keys], after: clause.text))
        }
        let kept = Set(after.map(\.keys))
        for clause in before where !kept.contains(clause.keys) {
            changes.append(Change(keys: clause.keys, before: clause.text, after: nil))
        }
        self.changes = changes
    }

    /// The whole in one language.
    public func text(in language: AccordLanguage) -> String {
        if changes.isEmpty {
            return language == .english
                ? "Nothing that the clauses say has changed.\n" : "Содержание статей не изменилось.\n"
        }
        var text = ""
        for change in changes {
            text += change.keys.joined(separator: " / ") + "\n"
            if let before = change.before {
                text += (language == .english ? "  before: " : "  было: ") + before[language] + "\n"
            }
            text += (language == .english ? "  now:    " : "  стало: ")
            text += change.after?[language] ?? (language == .english ? "(no such clause)" : "(статьи нет)")
            text += "\n"
        }
        return text
    }
}

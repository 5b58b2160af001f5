extension LanguageTable {
    /// A value in the words of the language, as it stands in a sentence that asks for it in a grammatical case: what pages
    /// and plans are written with.
    public func phrase(
        _ value: Value, in form: GrammaticalCase = .nominative, style: Style = .written
    ) -> String {
        ValueWriter(rules: rules, style: style).text(value, kind: .name, in: form)
    }
}

/// One word, number or mark of a text that was said or typed.
struct Token: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case word
        /// Digits, with a decimal mark or as a clock time where they were typed so.
        case number
        /// A comma, a full stop, a dash: values don't cross it, fixed words do.
        case barrier
        /// Free text between quotation marks or the words for them.
        case quoted
    }

    let kind: Kind
    /// Upper case, ё as е, one spelling; for `quoted` the text as it was written.
    let text: String
    /// What it is compared by: a Russian imperative without its plural ending, otherwise `text`.
    let stem: String
    /// Whether it stood right after the one before, as in `5NM` and `SU-25`.
    let isJoined: Bool
    /// Where it stands in the original text.
    let range: Range<String.Index>

    init(kind: Kind, text: String, isJoined: Bool, range: Range<String.Index>) {
        self.kind = kind
        self.text = text
        self.isJoined = isJoined
        self.range = range
        stem = kind == .word ? SpellingVariants.stem(text) : text
    }
}

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

    var kind: Kind
    /// Upper case, ё as е, one spelling; for `quoted` the text as it was written.
    var text: String
    /// Whether it stood right after the one before, as in `5NM` and `SU-25`.
    var isJoined: Bool
    /// Where it stands in the original text.
    var range: Range<String.Index>
}

/// Makes a text safe for a terminal. What a peer or a file gives may hold sequences that a terminal obeys, or that make it show one
/// text as another: they are shown as what they are, `\u001B`, and never obeyed. (The same escape that JSON has: an entry that is
/// printed stays the same JSON.)
public enum TerminalText {
    /// A text of several lines of our own: line breaks and tabs stay.
    public static func lines(_ text: String) -> String { escaped(text) { $0 == "\n" || $0 == "\t" } }

    /// A text that stands in one line, such as words of a peer within a sentence of ours.
    public static func line(_ text: String) -> String { escaped(text) { _ in false } }

    private static func escaped(_ text: String, keeping isKept: (Unicode.Scalar) -> Bool) -> String {
        guard text.unicodeScalars.contains(where: { isUnsafe($0) && !isKept($0) }) else { return text }
        var safe = ""
        for scalar in text.unicodeScalars {
            if isUnsafe(scalar), !isKept(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                safe += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            } else {
                safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// Control characters (C0, DEL, C1), what turns the direction of writing, and line breaks that are no line feed.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isBidiControl
        }
    }
}

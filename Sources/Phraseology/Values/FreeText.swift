/// Free text inside a message: shown as it was written, marked as untranslated in every other language.
enum FreeText {
    static let greatestLength = 120

    /// Text of one line, without quotation marks; nil where it is empty or too long.
    static func value(_ text: String) -> Value? {
        var bare = text.trimmingSpaces
        if bare.count >= 2, bare.hasPrefix("\""), bare.hasSuffix("\"") {
            bare = String(bare.dropFirst().dropLast()).trimmingSpaces
        }
        guard !bare.isEmpty, bare.count <= greatestLength else { return nil }
        guard !bare.contains(where: { "\"«»“”".contains($0) || $0.isNewline }) else { return nil }
        return .text(bare.split(separator: " ").joined(separator: " "))
    }
}

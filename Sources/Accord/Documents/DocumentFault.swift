/// One thing that is wrong with a document that people wrote, and where.
public struct DocumentFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The line, from 1; nil when the whole document is meant.
    public var line: Int?
    /// The keys that lead to the place, `zones / NORTH / lower`; empty for the whole document.
    public var keys: [String]
    /// What is wrong and what would be right, in plain words of both languages.
    public var reason: BilingualText

    /// A fault at a place.
    public init(line: Int?, keys: [String] = [], reason: BilingualText) {
        self.line = line
        self.keys = keys
        self.reason = reason
    }

    /// A fault at a place, with its reason in English and in Russian.
    public init(line: Int?, keys: [String] = [], _ english: String, _ russian: String) {
        self.init(line: line, keys: keys, reason: BilingualText(english: english, russian: russian))
    }

    /// The fault in English.
    public var description: String { description(in: .english) }

    /// `line 12: zones / NORTH / lower: a level needs its unit`, «строка 12: zones / NORTH / lower: …».
    public func description(in language: AccordLanguage) -> String {
        let word = language == .english ? "line" : "строка"
        let place = line.map { "\(word) \($0): " } ?? ""
        return place + (keys.isEmpty ? "" : keys.joined(separator: " / ") + ": ") + reason[language]
    }
}

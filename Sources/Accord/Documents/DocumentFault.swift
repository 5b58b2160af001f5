/// One thing that is wrong with a document that people wrote, and where.
public struct DocumentFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The line, from 1; nil when the whole document is meant.
    public var line: Int?
    /// The keys that lead to the place, `zones / NORTH / lower`; empty for the whole document.
    public var keys: [String]
    /// What is wrong and what would be right, in plain words.
    public var reason: String

    /// A fault at a place.
    public init(line: Int?, keys: [String] = [], reason: String) {
        self.line = line
        self.keys = keys
        self.reason = reason
    }

    /// `line 12: zones / NORTH / lower: a level needs its unit`.
    public var description: String {
        let place = line.map { "line \($0): " } ?? ""
        return place + (keys.isEmpty ? "" : keys.joined(separator: " / ") + ": ") + reason
    }
}

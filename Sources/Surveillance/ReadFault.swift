/// Input that could not be used: it is counted, shown with its place, and the rest goes on.
public struct ReadFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of fault it is; stable, for counting.
    public enum Code: String, Sendable, CaseIterable {
        /// Bytes that are not of the format at all.
        case syntax
        /// A header or an object that lacks what the format needs.
        case missingField = "missing-field"
        /// A value that nothing can have: latitude 4330, NaN, a track of 400°.
        case range
        /// A time stamp that goes backwards or is no time.
        case clock
        /// Input that ends in the middle: a truncated archive, half a line.
        case truncated
        /// A line or an object longer than any real one.
        case oversize
    }

    /// What kind of fault it is.
    public var code: Code
    /// The source: a file's path or an address.
    public var source: String
    /// Line number from 1 for text formats, byte offset from 0 for binary ones.
    public var position: Int
    /// What is wrong, in plain words, without the whole line.
    public var reason: String

    /// A fault at `position` of `source`.
    public init(code: Code, source: String, position: Int, reason: String) {
        self.code = code
        self.source = source
        self.position = position
        self.reason = reason
    }

    /// `file:line: reason`.
    public var description: String { "\(source):\(position): \(reason)" }
}

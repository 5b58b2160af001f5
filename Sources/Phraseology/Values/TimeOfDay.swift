/// A time of day in UTC. Times on the line are always UTC; a wording that names another zone is not understood.
public struct TimeOfDay: Sendable, Hashable, CustomStringConvertible {
    /// 0 to 23.
    public let hour: Int
    /// 0 to 59.
    public let minute: Int
    /// 0 to 59, where it was said.
    public let second: Int?

    /// A time of day; nil outside 00:00:00 to 23:59:59.
    public init?(hour: Int, minute: Int, second: Int? = nil) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second ?? 0) else { return nil }
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// Four or six digits, `1204` or `120405`.
    init?(digits: String) {
        guard digits.count == 4 || digits.count == 6, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            return nil
        }
        let pairs = stride(from: 0, to: digits.count, by: 2).compactMap { Int(digits.dropFirst($0).prefix(2)) }
        guard pairs.count >= 2 else { return nil }
        self.init(hour: pairs[0], minute: pairs[1], second: pairs.count == 3 ? pairs[2] : nil)
    }

    /// Reads `12:04`, `1204`, `12:04Z`, `12:04:05 UTC`, `2021-10-07T12:04:05Z` (whose date is not said).
    init?(parsing text: String) {
        var bare = text.uppercased().filter { !$0.isWhitespace }
        if let mark = bare.firstIndex(of: "T"), bare[..<mark].contains("-") {
            bare = String(bare[bare.index(after: mark)...])
        }
        if bare.hasSuffix("UTC") { bare.removeLast(3) } else if bare.hasSuffix("Z") { bare.removeLast() }
        let parts = bare.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 1 || parts.allSatisfy({ $0.count == 2 }) else { return nil }
        self.init(digits: parts.joined())
    }

    /// `12:04` or `12:04:05`, as shown and written.
    public var clockText: String {
        let minutes = "\(padded(hour, to: 2)):\(padded(minute, to: 2))"
        return second.map { "\(minutes):\(padded($0, to: 2))" } ?? minutes
    }

    /// `12:04Z`.
    public var description: String { clockText + "Z" }
}

import Airspace

/// A time in an entry: RFC 3339, UTC, milliseconds, `2015-11-03T09:24:05.000Z`.
public struct EntryTime: Sendable, Hashable, Codable, Comparable {
    /// Unix seconds, to the millisecond.
    public let unixSeconds: Double

    /// A time, rounded to the millisecond; outside the years 1 to 9999 the nearest time that can be written.
    public init(unixSeconds: Double) {
        let bounded = unixSeconds.isNaN ? 0 : unixSeconds
        let home = min(max(bounded, UTCTime.earliestUnixSeconds), UTCTime.endUnixSeconds - 1)
        self.unixSeconds = (home * 1000).rounded() / 1000
    }

    /// Reads exactly the written form; nil for anything else, so that one time has one spelling.
    init?(parsing text: String) {
        guard text.utf8.count == 24, text.utf8.last == UInt8(ascii: "Z"),
            let seconds = try? UTCTime.unixSeconds(parsing: text)
        else { return nil }
        self.init(unixSeconds: seconds)
    }

    /// The written form.
    public var text: String { UTCTime.string(unixSeconds: unixSeconds, fractionDigits: 3) }

    /// Reads the written form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = EntryTime(parsing: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a time must be RFC 3339 in UTC with milliseconds")
        }
        self = time
    }

    /// Writes the written form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// The earlier one first.
    public static func < (left: EntryTime, right: EntryTime) -> Bool { left.unixSeconds < right.unixSeconds }
}

/// Times as sources write them, as Unix seconds.
package enum UnixTime {
    /// A time in seconds, milliseconds, microseconds or nanoseconds, told apart by its size: no time of this century is
    /// ambiguous.
    static func seconds(ofUnknownUnit value: Double) -> Double {
        switch abs(value) {
        case ..<1e11: value
        case ..<1e14: value / 1e3
        case ..<1e17: value / 1e6
        default: value / 1e9
        }
    }

    /// Seconds from 1970 to midnight of a date in the Gregorian calendar; nil: no such date.
    ///
    /// Source: the civil-to-days rule with years counted from March (H. Hinnant, chrono-compatible date algorithms).
    static func midnight(year: Int, month: Int, day: Int) -> Double? {
        guard year >= 1970, year <= 2100, month >= 1, month <= 12, day >= 1, day <= daysIn(month, of: year) else {
            return nil
        }
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Double(era * 146_097 + dayOfEra - 719_468) * 86_400
    }

    private static func daysIn(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Seconds of the day from `12:04:14.123`; nil: not such a time.
    static func secondsOfDay(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
        guard range.count >= 8, bytes[range.lowerBound + 2] == .colon, bytes[range.lowerBound + 5] == .colon,
            let hours = bytes.wholeNumber(range.lowerBound..<range.lowerBound + 2), hours < 24,
            let minutes = bytes.wholeNumber(range.lowerBound + 3..<range.lowerBound + 5), minutes < 60,
            let seconds = bytes.decimal(range.lowerBound + 6..<range.upperBound), seconds >= 0, seconds < 61
        else { return nil }
        return Double(hours * 3_600 + minutes * 60) + seconds
    }

    /// Seconds of midnight from `2021-10-07` or `2021/10/07`; nil: no such date.
    static func midnight(_ bytes: Span<UInt8>, _ range: Range<Int>, separator: UInt8) -> Double? {
        let start = range.lowerBound
        guard range.count == 10, bytes[start + 4] == separator, bytes[start + 7] == separator,
            let year = bytes.wholeNumber(start..<start + 4), let month = bytes.wholeNumber(start + 5..<start + 7),
            let day = bytes.wholeNumber(start + 8..<start + 10)
        else { return nil }
        return midnight(year: year, month: month, day: day)
    }

    /// A UTC time such as `2021-10-07T12:04:14.123Z` (also with a blank for the T, and `+00:00`); nil: not one.
    package static func iso8601(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
        var range = range
        if range.count > 6, bytes.equals(range.upperBound - 6..<range.upperBound, "+00:00") {
            range = range.lowerBound..<range.upperBound - 6
        } else if let last = range.last, bytes[last] == UInt8(ascii: "Z") {
            range = range.lowerBound..<last
        }
        guard range.count >= 19 else { return nil }
        let joint = bytes[range.lowerBound + 10]
        guard joint == UInt8(ascii: "T") || joint == .space,
            let midnight = midnight(
                bytes, range.lowerBound..<range.lowerBound + 10, separator: UInt8(ascii: "-")),
            let seconds = secondsOfDay(bytes, range.lowerBound + 11..<range.upperBound)
        else { return nil }
        return midnight + seconds
    }
}

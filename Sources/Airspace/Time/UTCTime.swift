/// Times as RFC 3339 writes them, in UTC, to and from Unix seconds, without a calendar library.
///
/// Unix seconds know no leap seconds; a written `:60` is taken as the first second of the next minute.
public enum UTCTime {
    /// The first moment that can be written, year 0001, Unix seconds.
    public static let earliestUnixSeconds = -62_135_596_800.0
    /// The first moment that can no longer be written, year 10000, Unix seconds.
    public static let endUnixSeconds = 253_402_300_800.0

    /// Reads `2021-10-07T12:04:14Z`, with a fraction of a second or without; `+00:00` is as good as `Z`, and any other offset is applied.
    ///
    /// - Throws: `AirspaceError.time` for anything else, a day that its month does not have included.
    public static func unixSeconds(parsing text: some StringProtocol) throws(AirspaceError) -> Double {
        guard let seconds = read(Array(text.utf8)) else { throw AirspaceError.time(text: String(text)) }
        return seconds
    }

    /// Writes a time, `2021-10-07T12:04:14.250Z`, rounded to so many digits after the point (0 to 6).
    ///
    /// What lies outside the years 1 to 9999, or is no number, is written as the nearest time that can be.
    public static func string(unixSeconds: Double, fractionDigits: Int = 0) -> String {
        let digits = min(max(fractionDigits, 0), 6)
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let bounded = unixSeconds.isNaN ? 0 : min(max(unixSeconds, earliestUnixSeconds), endUnixSeconds - 1)
        let ticks = Int((bounded * scale).rounded())
        let perSecond = Int(scale)
        let (seconds, fraction) = floorDivide(ticks, perSecond)
        let (days, secondOfDay) = floorDivide(seconds, 86_400)
        let date = CivilDate(daysSince1970: days)
        var text = padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2)
        text += "T" + padded(secondOfDay / 3_600, 2) + ":" + padded(secondOfDay / 60 % 60, 2)
        text += ":" + padded(secondOfDay % 60, 2)
        if digits > 0 { text += "." + padded(fraction, digits) }
        return text + "Z"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    private static func floorDivide(_ number: Int, _ divisor: Int) -> (quotient: Int, rest: Int) {
        let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
    }

    private static func read(_ bytes: [UInt8]) -> Double? {
        guard bytes.count >= 20,
            bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            bytes[10] | 0x20 == UInt8(ascii: "t") || bytes[10] == UInt8(ascii: " "),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let year = number(bytes, 0..<4), let month = number(bytes, 5..<7), let day = number(bytes, 8..<10),
            let hour = number(bytes, 11..<13), let minute = number(bytes, 14..<16),
            let second = number(bytes, 17..<19), hour < 24, minute < 60, second <= 60,
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        var index = 19
        var fraction = 0.0
        if bytes[index] == UInt8(ascii: ".") {
            var weight = 0.1
            index += 1
            let first = index
            while index < bytes.count, let digit = digit(bytes[index]) {
                fraction += Double(digit) * weight
                weight /= 10
                index += 1
            }
            if index == first { return nil }
        }
        guard let offset = offsetSeconds(bytes[index...]) else { return nil }
        let whole = date.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second - offset
        return Double(whole) + fraction
    }

    private static func offsetSeconds(_ bytes: ArraySlice<UInt8>) -> Int? {
        let zone = Array(bytes)
        if zone.count == 1, zone[0] | 0x20 == UInt8(ascii: "z") { return 0 }
        guard zone.count == 6, zone[3] == UInt8(ascii: ":"),
            zone[0] == UInt8(ascii: "+") || zone[0] == UInt8(ascii: "-"),
            let hours = number(zone, 1..<3), let minutes = number(zone, 4..<6), hours < 24, minutes < 60
        else { return nil }
        let seconds = hours * 3_600 + minutes * 60
        return zone[0] == UInt8(ascii: "-") ? -seconds : seconds
    }

    private static func digit(_ byte: UInt8) -> Int? {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte - UInt8(ascii: "0")) : nil
    }

    private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var number = 0
        for index in range {
            guard let digit = digit(bytes[index]) else { return nil }
            number = number * 10 + digit
        }
        return number
    }
}

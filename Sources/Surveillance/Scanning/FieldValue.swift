import Airspace

/// The fields that every format has, checked the same way: what no aircraft can send is a fault and stays unknown.
extension Span<UInt8> {
    /// A 24-bit address in hex, lower case, with `~` before one that is not ICAO's; nil: not an address.
    func aircraftIdentifier(_ range: Range<Int>) -> String? {
        guard !range.isEmpty else { return nil }
        let digits = self[range.lowerBound] == UInt8(ascii: "~") ? range.dropFirst() : range
        guard digits.count == 6 else { return nil }
        for index in digits {
            let low = self[index] | 0x20
            guard self[index].isDigit || (low >= UInt8(ascii: "a") && low <= UInt8(ascii: "f")) else { return nil }
        }
        return String(unsafeUninitializedCapacity: range.count) { buffer in
            for offset in 0..<range.count {
                let byte = self[range.lowerBound + offset]
                buffer[offset] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            }
            return range.count
        }
    }

    /// A call sign without padding; nil when it is empty, or is not up to 12 printable characters.
    func callsign(_ range: Range<Int>) -> String? {
        let bare = trimmed(range)
        guard !bare.isEmpty, bare.count <= 12 else { return nil }
        return printableText(bare)
    }

    /// A transponder code as four octal digits; a source that dropped leading zeros or wrote `1054.0` is understood.
    func squawk(_ range: Range<Int>) -> String? {
        var bare = trimmed(range)
        if bare.count > 2, self[bare.upperBound - 1] == UInt8(ascii: "0"),
            self[bare.upperBound - 2] == UInt8(ascii: ".")
        {
            bare = bare.lowerBound..<bare.upperBound - 2
        }
        guard !bare.isEmpty, bare.count <= 4 else { return nil }
        for index in bare where self[index] < 0x30 || self[index] > 0x37 { return nil }
        return String(unsafeUninitializedCapacity: 4) { buffer in
            let zeros = 4 - bare.count
            for offset in 0..<zeros { buffer[offset] = 0x30 }
            for offset in 0..<bare.count { buffer[zeros + offset] = self[bare.lowerBound + offset] }
            return 4
        }
    }

    /// An emitter category as broadcast: set `A` to `D`, then 0 to 7 (RTCA DO-260B, 2.2.3.2.5.2).
    func emitterCategory(_ range: Range<Int>) -> String? {
        guard range.count == 2, self[range.lowerBound] >= 0x41, self[range.lowerBound] <= 0x44,
            self[range.lowerBound + 1] >= 0x30, self[range.lowerBound + 1] <= 0x37
        else { return nil }
        return printableText(range)
    }
}

/// What a value may be, in the unit of `Report`; outside it is no aircraft's.
enum PlausibleRange {
    /// Unix seconds from 1970 to 2100.
    static let timeUnixSeconds = 0.0...4_102_444_800.0
    /// Pressure altitude and ellipsoid height, feet: the encoding of DO-260B ends at 126,750 ft.
    static let altitudeFeet = -2_000.0...150_000.0
    /// Ground speed, metres per second: the encoding ends at 4,086 kt.
    static let groundSpeedMetresPerSecond = 0.0...2_200.0
    /// Direction, degrees; 360 counts as 0.
    static let trackDegrees = 0.0...360.0
    /// Rate of climb, metres per second: the encoding ends at 32,608 ft/min.
    static let verticalRateMetresPerSecond = -170.0...170.0
}

extension Report {
    /// Sets a place from outside; one that is none on earth is a fault.
    mutating func setPosition(latitude: Double?, longitude: Double?, at place: Place, into batch: inout ReportBatch) {
        guard let latitude, let longitude else { return }
        position = GeodeticPosition(valid: latitude, longitude)
        if position == nil {
            batch.note(.range, at: place, "latitude \(latitude), longitude \(longitude) is no place on earth")
        }
    }
}

/// `value` if it lies in `range`; otherwise nil and a fault that names the field.
func plausible(
    _ value: Double?, in range: ClosedRange<Double>, _ field: StaticString, at place: Place,
    into batch: inout ReportBatch
) -> Double? {
    guard let value else { return nil }
    if range.contains(value) { return value }
    batch.note(.range, at: place, "\(field) is \(value), beyond what an aircraft sends")
    return nil
}

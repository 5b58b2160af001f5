import Airspace

/// One aircraft as a JSON object, in the names of readsb and tar1090 (`hex`, `flight`, `alt_baro`, `gs`) or in those of
/// the common Python tools (`icao24`, `callsign`, `altitude`, `groundspeed`); knots, feet and feet per minute in both.
///
/// Source: readsb, README-json.md; traffic's DataFrame columns.
struct AircraftObject {
    var report = Report(timeUnixSeconds: 0, identifier: "")
    /// `now` or `timestamp`, Unix seconds.
    var time: Double?
    /// `seen_pos`: how long ago the position came, seconds.
    var secondsSincePosition: Double?
    /// `seen`: how long ago anything came, seconds.
    var secondsSinceMessage: Double?
    /// `hex` or `icao24` was there, but is no address.
    var badIdentifier: String?
    var latitude: Double?
    var longitude: Double?
    /// Whether a rate of pressure altitude came, which goes before a geometric one.
    var hasPressureRate = false

    /// Reads the object that begins at `scanner.at`; its faults carry the place.
    init(
        _ scanner: inout JSONScanner, _ bytes: Span<UInt8>, at place: Place, into batch: inout ReportBatch
    ) throws(JSONScanner.Fault) {
        try scanner.expect(.openBrace, bytes, "an object")
        try readMembers(&scanner, bytes, isNested: false, at: place, into: &batch)
        settlePosition(at: place, into: &batch)
    }

    /// An object that is filled member by member.
    init() {}

    /// Makes a place of latitude and longitude once both are known.
    mutating func settlePosition(at place: Place, into batch: inout ReportBatch) {
        report.setPosition(latitude: latitude, longitude: longitude, at: place, into: &batch)
    }

    private mutating func readMembers(
        _ scanner: inout JSONScanner, _ bytes: Span<UInt8>, isNested: Bool, at place: Place,
        into batch: inout ReportBatch
    ) throws(JSONScanner.Fault) {
        var isFirst = true
        while let name = try scanner.nextName(bytes, isFirst: &isFirst) {
            let member = AircraftMember(bytes, name)
            switch try scanner.value(bytes) {
            case .object:
                if member == .flightDetails, !isNested {
                    scanner.at += 1
                    try readMembers(&scanner, bytes, isNested: true, at: place, into: &batch)
                } else {
                    try scanner.skipContainer(bytes)
                }
            case .array: try scanner.skipContainer(bytes)
            case .null: break
            case .bool(let value): if member == .onGround { report.isOnGround = value }
            case .string(let range): take(text: range, of: bytes, as: member, isNested, at: place, into: &batch)
            case .number(let value): take(value, as: member, isNested, at: place, into: &batch)
            case .notANumber:
                if member != .other { batch.note(.range, at: place, "\(member) is not a number") }
            }
        }
    }

    /// The report, at `now` less `seen_pos` where that is given; nil and a fault without a time or an address.
    func report(now: Double?, at place: Place, into batch: inout ReportBatch) -> Report? {
        guard !report.identifier.isEmpty else {
            let what = badIdentifier.map { "“\($0)” is no 24-bit address" } ?? "the aircraft has no address"
            batch.note(badIdentifier == nil ? .missingField : .range, at: place, what)
            return nil
        }
        guard let now = time ?? now else {
            batch.note(.clock, at: place, "the report of \(report.identifier) has no time")
            return nil
        }
        let age = report.position != nil ? secondsSincePosition : secondsSinceMessage
        let reportTime = now - (age ?? 0)
        guard PlausibleRange.timeUnixSeconds.contains(reportTime) else {
            batch.note(.clock, at: place, "the time of \(report.identifier) is \(reportTime)")
            return nil
        }
        var report = report
        report.timeUnixSeconds = reportTime
        return report
    }

    /// Takes a text; a nested object (`flightdict`) only fills what the outer one left open.
    mutating func take(
        text range: Range<Int>, of bytes: Span<UInt8>, as member: AircraftMember, _ isNested: Bool, at place: Place,
        into batch: inout ReportBatch
    ) {
        switch member {
        case .identifier where !isNested:
            if let identifier = bytes.aircraftIdentifier(bytes.trimmed(range)) {
                report.identifier = identifier
            } else {
                badIdentifier = bytes.excerpt(range)
            }
        case .callsign: if !isNested || report.callsign == nil { report.callsign = bytes.callsign(range) }
        case .squawk: if !isNested || report.squawk == nil { report.squawk = bytes.squawk(range) }
        case .category: if let category = bytes.emitterCategory(range) { report.emitterCategory = category }
        case .pressureAltitude:
            if bytes.equals(range, "ground") {
                report.isOnGround = true
            } else if !range.isEmpty {
                batch.note(.range, at: place, "the pressure altitude is the text “\(bytes.excerpt(range))”")
            }
        case .time: if !isNested { time = UnixTime.iso8601(bytes, range) }
        case .onGround: report.isOnGround = bytes.equals(range, "true") || bytes.equals(range, "True")
        default: break
        }
    }
}

/// Notices a recording whose clock goes back for one aircraft.
///
/// Such reports stay in (measuring puts each track in order of time), but whoever reads the recording is told where.
struct ClockWatch: Sendable {
    private var lastTime: [UInt32: Double] = [:]
    /// Addresses have 24 bits; no recording holds this many.
    private static let mostAircraft = 200_000
    /// Receivers that merge several sources jitter by less than this.
    private static let toleranceSeconds = 1.5

    /// Notes a fault if `report` is older than the one before it of the same aircraft.
    mutating func check(_ report: Report, at place: Place, into batch: inout ReportBatch) {
        let key = Self.key(report.identifier)
        let time = report.timeUnixSeconds
        guard let last = lastTime[key] else {
            if lastTime.count < Self.mostAircraft { lastTime[key] = time }
            return
        }
        lastTime[key] = time
        if last - time > Self.toleranceSeconds {
            batch.note(
                .clock, at: place,
                "the time of \(report.identifier) goes back by \(Int((last - time).rounded())) s")
        }
    }

    /// The address as a number, with a bit above it for those that are not ICAO's.
    private static func key(_ identifier: String) -> UInt32 {
        var key: UInt32 = 0
        for byte in identifier.utf8 {
            key = byte == UInt8(ascii: "~") ? 1 << 8 : key << 4 | UInt32(byte & 0x0F &+ (byte >> 6) * 9)
        }
        return key
    }
}

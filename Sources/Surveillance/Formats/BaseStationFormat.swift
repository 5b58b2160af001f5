import Airspace

/// SBS-1 BaseStation lines, as served on TCP port 30003: `MSG,3,1,1,4CA2D6,1,2021/10/07,12:04:14.123,...`.
///
/// A line carries only what its message type brings (1 call sign, 3 place and altitude, 4 velocity, 6 squawk); a report is
/// made of each, and the track table puts them together. Feet, knots, feet per minute. Date and time are those of
/// generation; programs write them in UTC or in the local time of their machine, which the lines do not say: set
/// `utcOffsetSeconds` for the latter. Source: Kinetic Avionic, BaseStation socket data; dump1090, `net_io.c`.
public struct BaseStationFormat: LineFormat {
    /// No line of the format is longer.
    public static let longestLineBytes = 1_024

    /// How far the sender's clock is ahead of UTC by its time zone, seconds.
    public var utcOffsetSeconds: Double
    /// The time of a line that carries none, Unix seconds: when it was received. Set it before the bytes are read.
    public var receivedUnixSeconds: Double?
    private var clock = ClockWatch()

    /// A format whose times are ahead of UTC by `utcOffsetSeconds`.
    public init(utcOffsetSeconds: Double = 0) {
        self.utcOffsetSeconds = utcOffsetSeconds
    }

    /// Makes a report of a `MSG` line; other kinds of line say nothing of where an aircraft is.
    public mutating func read(line: Span<UInt8>, at place: Place, into batch: inout ReportBatch) {
        var cells = InlineArray<22, Range<Int>>(repeating: 0..<0)
        var cursor = FieldCursor()
        var count = 0
        while let cell = cursor.next(in: line) {
            if count < 22 { cells[count] = cell }
            count += 1
        }
        guard line.equals(cells[0], "MSG") else {
            for kind in ["SEL", "ID", "AIR", "STA", "CLK"] as [StaticString] where line.equals(cells[0], kind) {
                return
            }
            batch.note(.syntax, at: place, "no BaseStation line: “\(line.excerpt(0..<line.count))”")
            return
        }
        guard count == 22 else {
            batch.note(count < 22 ? .truncated : .syntax, at: place, "\(count) fields where a MSG line has 22")
            return
        }
        guard let identifier = line.aircraftIdentifier(cells[4]) else {
            batch.note(.missingField, at: place, "no 24-bit address in field 5: “\(line.excerpt(cells[4]))”")
            return
        }
        guard let time = time(line, date: cells[6], time: cells[7]) else {
            batch.note(.clock, at: place, "no usable time in fields 7 and 8")
            return
        }
        var report = Report(timeUnixSeconds: time, identifier: identifier)
        fill(&report, from: cells, of: line, at: place, into: &batch)
        clock.check(report, at: place, into: &batch)
        batch.reports.append(report)
    }

    private func time(_ line: Span<UInt8>, date: Range<Int>, time: Range<Int>) -> Double? {
        if date.isEmpty, time.isEmpty { return receivedUnixSeconds }
        guard let midnight = UnixTime.midnight(line, date, separator: UInt8(ascii: "/")),
            let seconds = UnixTime.secondsOfDay(line, time)
        else { return nil }
        return midnight + seconds - utcOffsetSeconds
    }

    private func fill(
        _ report: inout Report, from cells: InlineArray<22, Range<Int>>, of line: Span<UInt8>, at place: Place,
        into batch: inout ReportBatch
    ) {
        func number(_ index: Int, _ name: StaticString) -> Double? {
            if cells[index].isEmpty { return nil }
            if let value = line.decimal(cells[index]) { return value }
            batch.note(.syntax, at: place, "\(name) is “\(line.excerpt(cells[index]))”, not a number")
            return nil
        }
        report.callsign = line.callsign(cells[10])
        report.pressureAltitudeFeet = plausible(
            number(11, "altitude"), in: PlausibleRange.altitudeFeet, "altitude", at: place, into: &batch)
        report.groundSpeedMetresPerSecond = plausible(
            number(12, "ground speed").map { $0 * SpeedUnit.knots.metresPerSecond },
            in: PlausibleRange.groundSpeedMetresPerSecond, "ground speed", at: place, into: &batch)
        report.trackDegrees = plausible(
            number(13, "track"), in: PlausibleRange.trackDegrees, "track", at: place, into: &batch)
        report.setPosition(
            latitude: number(14, "latitude"), longitude: number(15, "longitude"), at: place, into: &batch)
        report.verticalRateMetresPerSecond = plausible(
            number(16, "vertical rate").map { $0 * SpeedUnit.feetPerMinute.metresPerSecond },
            in: PlausibleRange.verticalRateMetresPerSecond, "vertical rate", at: place, into: &batch)
        report.squawk = line.squawk(cells[17])
        if let onGround = line.decimal(cells[21]) { report.isOnGround = onGround != 0 }
    }
}

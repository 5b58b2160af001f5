/// JSON lines: on each an aircraft with its time (`now` or `timestamp`), or a whole `aircraft.json`.
///
/// The time of a report is `now`, less `seen_pos` where that is given. Speed is in `gs` or `gscp`, knots; `flightdict` may
/// hold further fields of the same aircraft, or null.
public struct AircraftLineFormat: LineFormat {
    /// No line of the format is longer.
    public static let longestLineBytes = 32 << 20

    private var clock = ClockWatch()

    /// A format that has read nothing.
    public init() {}

    /// Makes a report, or those of a snapshot, of a line.
    public mutating func read(line: Span<UInt8>, at place: Place, into batch: inout ReportBatch) {
        if Self.isSnapshot(line) {
            Snapshot.read(line, 0..<line.count, at: place, into: &batch)
            return
        }
        let known = batch.faultCount
        var scanner = JSONScanner(0..<line.count)
        do throws(JSONScanner.Fault) {
            let object = try AircraftObject(&scanner, line, at: place, into: &batch)
            if scanner.peek(line) != nil { throw JSONScanner.Fault(at: scanner.at, expected: "the end of the line") }
            guard let report = object.report(now: nil, at: place, into: &batch) else { return }
            clock.check(report, at: place, into: &batch)
            batch.reports.append(report)
        } catch {
            batch.forgetFaults(after: known)
            batch.note(
                error.at >= line.count ? .truncated : .syntax, at: place,
                "not JSON at byte \(error.at + 1): \(error.expected) is missing")
        }
    }

    /// Whether a line holds an array named `aircraft`; it stands among the first members.
    static func isSnapshot(_ line: Span<UInt8>) -> Bool {
        guard line.count > 0, line[0] == .openBrace else { return false }
        var scanner = JSONScanner(1..<line.count)
        var isFirst = true
        do throws(JSONScanner.Fault) {
            while let name = try scanner.nextName(line, isFirst: &isFirst) {
                switch try scanner.value(line) {
                case .array:
                    if line.equals(name, "aircraft") { return true }
                    try scanner.skipContainer(line)
                case .object: try scanner.skipContainer(line)
                case .string: if line.equals(name, "hex") || line.equals(name, "icao24") { return false }
                default: break
                }
            }
        } catch {
            return false
        }
        return false
    }
}

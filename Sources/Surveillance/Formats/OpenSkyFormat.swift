import Airspace

/// OpenSky state vectors as comma-separated lines; the header decides the order of the columns.
///
/// SI units, an empty cell (or `nan`, `None`, `null`) is unknown, flags are `True` or `False`. The columns read are `time`,
/// `icao24`, `lat`, `lon`, `velocity`, `heading`, `vertrate`, `callsign`, `onground`, `squawk`, `baroaltitude`,
/// `geoaltitude` and `lastposupdate`; others are skipped. Source: The OpenSky Network, state vectors in the historical
/// database ("states" tables).
public struct OpenSkyFormat: LineFormat {
    /// No line of the format is longer.
    public static let longestLineBytes = 4_096

    /// What a column is for.
    enum Column: String {
        case other, time, icao24, lat, lon, velocity, heading, vertrate, callsign, onground, squawk, baroaltitude
        case geoaltitude, lastposupdate
    }

    private var columns: [Column] = []
    private var hasHeader = false
    private var clock = ClockWatch()

    /// A format that waits for its header.
    public init() {}

    /// Makes a report of a line, or learns the columns from a header.
    public mutating func read(line: Span<UInt8>, at place: Place, into batch: inout ReportBatch) {
        if !hasHeader || Self.looksLikeHeader(line) {
            readHeader(line, at: place, into: &batch)
        } else {
            readRow(line, at: place, into: &batch)
        }
    }

    /// Whether a line is a header: `icao24` stands in it as a name.
    static func looksLikeHeader(_ line: Span<UInt8>) -> Bool {
        guard line.count >= 6, !line[0].isDigit else { return false }
        var fields = FieldCursor()
        while let field = fields.next(in: line) {
            if line.equals(field, "icao24") { return true }
        }
        return false
    }

    private mutating func readHeader(_ line: Span<UInt8>, at place: Place, into batch: inout ReportBatch) {
        var found: [Column] = []
        var fields = FieldCursor()
        while let field = fields.next(in: line) {
            found.append(line.printableText(field).flatMap(Column.init) ?? .other)
        }
        let missing = [Column.time, .icao24, .lat, .lon].filter { !found.contains($0) }
        guard missing.isEmpty else {
            batch.note(
                .missingField, at: place,
                "no header with \(missing.map(\.rawValue).joined(separator: ", ")): “\(line.excerpt(0..<line.count))”")
            return
        }
        if !found.contains(.baroaltitude) {
            batch.note(.missingField, at: place, "the header has no baroaltitude: no level will be known")
        }
        columns = found
        hasHeader = true
    }

    private mutating func readRow(_ line: Span<UInt8>, at place: Place, into batch: inout ReportBatch) {
        let known = batch.faultCount
        var row = OpenSkyRow()
        var fields = FieldCursor()
        var index = 0
        while let field = fields.next(in: line) {
            if index < columns.count { row.take(field, as: columns[index], of: line, at: place, into: &batch) }
            index += 1
        }
        guard index == columns.count else {
            batch.forgetFaults(after: known)
            batch.note(.syntax, at: place, "\(index) columns where the header has \(columns.count)")
            return
        }
        guard let report = row.report(at: place, into: &batch) else { return }
        clock.check(report, at: place, into: &batch)
        batch.reports.append(report)
    }
}

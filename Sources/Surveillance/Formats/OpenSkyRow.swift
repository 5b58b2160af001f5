import Airspace

/// The cells of one state vector, in the source's units, before they become a report.
struct OpenSkyRow {
    private var time: Double?
    private var identifier: String?
    private var latitude: Double?
    private var longitude: Double?
    private var report = Report(timeUnixSeconds: 0, identifier: "")

    /// Takes one cell; what can't be understood is a fault, and that cell is unknown.
    mutating func take(
        _ cell: Range<Int>, as column: OpenSkyFormat.Column, of line: Span<UInt8>, at place: Place,
        into batch: inout ReportBatch
    ) {
        if cell.isEmpty { return }
        switch column {
        case .other: return
        case .icao24: identifier = line.aircraftIdentifier(cell)
        case .callsign: report.callsign = Self.isUnknown(line, cell) ? nil : line.callsign(cell)
        case .squawk: report.squawk = line.squawk(cell)
        case .onground: report.isOnGround = Self.flag(line, cell)
        default:
            guard let value = line.decimal(cell) else {
                if !Self.isUnknown(line, cell) {
                    batch.note(.syntax, at: place, "\(column.rawValue) is “\(line.excerpt(cell))”, not a number")
                }
                return
            }
            take(value, as: column, at: place, into: &batch)
        }
    }

    private mutating func take(
        _ value: Double, as column: OpenSkyFormat.Column, at place: Place, into batch: inout ReportBatch
    ) {
        switch column {
        case .time: time = value
        case .lat: latitude = value
        case .lon: longitude = value
        case .velocity:
            report.groundSpeedMetresPerSecond = plausible(
                value, in: PlausibleRange.groundSpeedMetresPerSecond, "velocity", at: place, into: &batch)
        case .heading:
            report.trackDegrees = plausible(
                value, in: PlausibleRange.trackDegrees, "heading", at: place, into: &batch)
        case .vertrate:
            report.verticalRateMetresPerSecond = plausible(
                value, in: PlausibleRange.verticalRateMetresPerSecond, "vertrate", at: place, into: &batch)
        case .baroaltitude:
            report.pressureAltitudeFeet = plausible(
                value / LengthUnit.feet.metres, in: PlausibleRange.altitudeFeet, "baroaltitude in feet", at: place,
                into: &batch)
        case .geoaltitude:
            report.ellipsoidHeightFeet = plausible(
                value / LengthUnit.feet.metres, in: PlausibleRange.altitudeFeet, "geoaltitude in feet", at: place,
                into: &batch)
        case .lastposupdate:
            report.positionUpdatedUnixSeconds = PlausibleRange.timeUnixSeconds.contains(value) ? value : nil
        default: return
        }
    }

    /// The report; nil and a fault without a time or an aircraft.
    func report(at place: Place, into batch: inout ReportBatch) -> Report? {
        guard let time, PlausibleRange.timeUnixSeconds.contains(time) else {
            batch.note(.clock, at: place, "the row has no usable time")
            return nil
        }
        guard let identifier else {
            batch.note(.missingField, at: place, "the row has no 24-bit address in icao24")
            return nil
        }
        var report = report
        report.timeUnixSeconds = time
        report.identifier = identifier
        report.setPosition(latitude: latitude, longitude: longitude, at: place, into: &batch)
        return report
    }

    private static func flag(_ line: Span<UInt8>, _ cell: Range<Int>) -> Bool? {
        if line.equals(cell, "False") || line.equals(cell, "false") || line.equals(cell, "0") { return false }
        if line.equals(cell, "True") || line.equals(cell, "true") || line.equals(cell, "1") { return true }
        return nil
    }

    /// Whether a cell says that nothing is known, as the common exporters write it. `NaN` is not among them: it is what
    /// a computation that went wrong leaves behind, and is worth a fault.
    private static func isUnknown(_ line: Span<UInt8>, _ cell: Range<Int>) -> Bool {
        line.equals(cell, "None") || line.equals(cell, "null") || line.equals(cell, "NULL")
    }
}

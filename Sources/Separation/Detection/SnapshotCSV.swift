import Airspace

/// A snapshot of the sky as comma-separated values, one aircraft a line.
///
/// The header names the columns `id,lat_deg,lon_deg,trk_deg,gs_mps,alt_m,vs_mps` and decides their order; other columns are
/// passed over. Fields may be in double quotes. Empty speed, track or vertical rate: the aircraft is taken to keep its place or its
/// level; empty altitude: to be at any level. `SkySnapshot.gaps` says so.
public struct SnapshotCSV: Sendable {
    /// A line that was left out.
    public struct Fault: Sendable, Hashable, CustomStringConvertible {
        /// Line number from 1; the header counts.
        public var line: Int
        /// What is wrong, in plain words.
        public var reason: String

        /// `line: reason`, to put after the name of the file.
        public var description: String { "\(line): \(reason)" }
    }

    /// Faults kept with their lines; more are only counted.
    public static let keptFaults = 100
    /// A line longer than this is no aircraft.
    public static let longestLineBytes = 4096

    /// The aircraft that were understood.
    public private(set) var snapshot = SkySnapshot()
    /// The first lines that were left out.
    public private(set) var faults: [Fault] = []
    /// How many lines were left out.
    public private(set) var faultCount = 0

    /// Reads a whole file. Lines that can't be used are left out and noted, the rest goes on.
    ///
    /// - Throws: `DetectionFault.snapshot` when there is no header with the seven columns.
    public init(reading bytes: [UInt8]) throws(DetectionFault) {
        var lines = CSVLines(bytes)
        guard let header = lines.next() else { throw .snapshot(reason: "the file is empty") }
        let columns = try Columns(CSVFields(bytes, header.range))
        snapshot.reserveCapacity(min(bytes.count / 50, SkySnapshot.capacity))
        while let line = lines.next() {
            guard !line.range.isEmpty else { continue }
            guard line.range.count <= Self.longestLineBytes else {
                note(line.number, "longer than \(Self.longestLineBytes) bytes")
                continue
            }
            do throws(DetectionFault) {
                try columns.append(CSVFields(bytes, line.range), to: &snapshot)
            } catch {
                note(line.number, error.description)
            }
        }
    }

    private mutating func note(_ line: Int, _ reason: String) {
        faultCount += 1
        if faults.count < Self.keptFaults { faults.append(Fault(line: line, reason: reason)) }
    }
}

extension SnapshotCSV {
    /// Where each column is in a line.
    private struct Columns {
        static let names = ["id", "lat_deg", "lon_deg", "trk_deg", "gs_mps", "alt_m", "vs_mps"]

        let places: [Int]
        let count: Int

        init(_ header: CSVFields) throws(DetectionFault) {
            let fields = (0..<header.count).map { header.text($0) }
            var places: [Int] = []
            for name in Self.names {
                guard let place = fields.firstIndex(of: name) else {
                    throw .snapshot(
                        reason: "the header has no column “\(name)”; it needs \(Self.names.joined(separator: ","))")
                }
                guard fields.lastIndex(of: name) == place else {
                    throw .snapshot(reason: "the header has the column “\(name)” twice")
                }
                places.append(place)
            }
            self.places = places
            count = fields.count
        }

        func append(_ fields: CSVFields, to snapshot: inout SkySnapshot) throws(DetectionFault) {
            guard fields.count == count else {
                throw .snapshot(reason: "\(fields.count) fields where the header has \(count)")
            }
            guard let latitude = try number(1, fields), let longitude = try number(2, fields) else {
                throw .snapshot(reason: "no position")
            }
            var gaps: SkySnapshot.Gaps = []
            let track = try number(3, fields)
            let speed = try number(4, fields)
            let altitude = try number(5, fields)
            let rate = try number(6, fields)
            let isMoving = speed != nil && (track != nil || speed == 0)
            if !isMoving { gaps.insert(.velocity) }
            if altitude == nil { gaps.insert(.level) }
            if rate == nil { gaps.insert(.verticalRate) }
            let anyLevel = Level.unknown.boundsFeet
            try snapshot.append(
                fields.text(places[0]), latitudeDegrees: latitude, longitudeDegrees: longitude,
                trackDegrees: track ?? 0,
                groundSpeedMetresPerSecond: isMoving ? speed ?? 0 : 0,
                lowestLevelMetres: altitude ?? anyLevel.lowerBound * LengthUnit.feet.metres,
                highestLevelMetres: altitude ?? anyLevel.upperBound * LengthUnit.feet.metres,
                verticalRateMetresPerSecond: rate ?? 0, gaps: gaps)
        }

        /// The number in a column; nil: empty.
        private func number(_ column: Int, _ fields: CSVFields) throws(DetectionFault) -> Double? {
            let place = places[column]
            if fields.isEmpty(place) { return nil }
            guard let value = fields.number(place) else {
                throw .snapshot(reason: "\(Self.names[column]) is “\(fields.text(place).prefix(40))”: no number")
            }
            return value
        }
    }
}

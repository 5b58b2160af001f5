/// `aircraft.json` of readsb or tar1090, one snapshot or several one after another.
public struct SnapshotFormat: ObjectFormat {
    /// No object of the format is larger.
    public static let largestObjectBytes = 64 << 20

    /// The time of the last snapshot, for aircraft that a broken one left behind.
    private var now: Double?

    /// A format that has read nothing.
    public init() {}

    /// Makes the reports of a snapshot. After a broken one, what is left of it comes as aircraft without their snapshot.
    public mutating func read(object: Span<UInt8>, at place: Place, into batch: inout ReportBatch) -> Int {
        if now == nil || AircraftLineFormat.isSnapshot(object) {
            now = Snapshot.read(object, 0..<object.count, at: place, into: &batch) ?? now
            return object.count
        }
        let known = batch.faultCount
        var scanner = JSONScanner(0..<object.count)
        do throws(JSONScanner.Fault) {
            let aircraft = try AircraftObject(&scanner, object, at: place, into: &batch)
            if let report = aircraft.report(now: now, at: place, into: &batch) { batch.reports.append(report) }
            return scanner.at
        } catch {
            batch.forgetFaults(after: known)
            batch.note(.syntax, at: place, "not JSON: \(error.expected) is missing")
            return error.at
        }
    }
}

/// A JSON array with one aircraft's report in each object, as data frames are exported by records.
public struct RecordsFormat: ObjectFormat {
    /// No object of the format is larger.
    public static let largestObjectBytes = 32 << 10

    private var clock = ClockWatch()
    private var ordinal = 0

    /// A format that has read nothing.
    public init() {}

    /// Makes a report of an object; broken JSON is left where it broke.
    public mutating func read(object: Span<UInt8>, at place: Place, into batch: inout ReportBatch) -> Int {
        ordinal += 1
        let known = batch.faultCount
        var scanner = JSONScanner(0..<object.count)
        do throws(JSONScanner.Fault) {
            let aircraft = try AircraftObject(&scanner, object, at: place, into: &batch)
            if let report = aircraft.report(now: nil, at: place, into: &batch) {
                clock.check(report, at: place, into: &batch)
                batch.reports.append(report)
            }
            return scanner.at
        } catch {
            batch.forgetFaults(after: known)
            batch.note(
                error.at >= object.count ? .truncated : .syntax, at: place,
                "not JSON in object \(ordinal): \(error.expected) is missing")
            return error.at
        }
    }
}

/// One JSON object with a member for each column, itself an object from row label to value, as data frames are exported
/// by columns. The whole of it is held until it ends.
public struct ColumnsFormat: ObjectFormat {
    /// No object of the format is larger.
    public static let largestObjectBytes = 128 << 20

    /// A format that has read nothing.
    public init() {}

    /// Makes the reports of all rows, in the order of the first column.
    public mutating func read(object: Span<UInt8>, at place: Place, into batch: inout ReportBatch) -> Int {
        var table = ColumnTable()
        var scanner = JSONScanner(0..<object.count)
        do throws(JSONScanner.Fault) {
            try table.read(&scanner, object, at: place, into: &batch)
        } catch {
            batch.note(
                error.at >= object.count ? .truncated : .syntax, at: place,
                "not JSON at byte \(error.at + 1): \(error.expected) is missing")
        }
        table.append(at: place, into: &batch)
        return object.count
    }
}

/// The rows of a document by columns, filled one column after another.
struct ColumnTable {
    private var rows: [AircraftObject] = []
    private var rowOfLabel: [String: Int] = [:]

    mutating func read(
        _ scanner: inout JSONScanner, _ bytes: Span<UInt8>, at place: Place, into batch: inout ReportBatch
    ) throws(JSONScanner.Fault) {
        try scanner.expect(.openBrace, bytes, "an object")
        var isFirst = true
        while let name = try scanner.nextName(bytes, isFirst: &isFirst) {
            let member = AircraftMember(bytes, name)
            switch try scanner.value(bytes) {
            case .object: try readColumn(member, &scanner, bytes, at: place, into: &batch)
            case .array: try scanner.skipContainer(bytes)
            default: break
            }
        }
    }

    private mutating func readColumn(
        _ member: AircraftMember, _ scanner: inout JSONScanner, _ bytes: Span<UInt8>, at place: Place,
        into batch: inout ReportBatch
    ) throws(JSONScanner.Fault) {
        scanner.at += 1
        var isFirst = true
        while let name = try scanner.nextName(bytes, isFirst: &isFirst) {
            let value = try scanner.value(bytes)
            let label = bytes.printableText(name) ?? ""
            let row = rowOfLabel[label] ?? rows.count
            if row == rows.count {
                rowOfLabel[label] = row
                rows.append(AircraftObject())
            }
            switch value {
            case .object, .array: try scanner.skipContainer(bytes)
            case .number(let number): rows[row].take(number, as: member, false, at: place, into: &batch)
            case .string(let text): rows[row].take(text: text, of: bytes, as: member, false, at: place, into: &batch)
            case .bool(let flag): if member == .onGround { rows[row].report.isOnGround = flag }
            case .notANumber: batch.note(.range, at: place, "\(member) of row \(label) is not a number")
            case .null: break
            }
        }
    }

    func append(at place: Place, into batch: inout ReportBatch) {
        var clock = ClockWatch()
        for var row in rows {
            row.settlePosition(at: place, into: &batch)
            guard let report = row.report(now: nil, at: place, into: &batch) else { continue }
            clock.check(report, at: place, into: &batch)
            batch.reports.append(report)
        }
    }
}

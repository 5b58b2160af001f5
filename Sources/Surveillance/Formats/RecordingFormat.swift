/// The formats that recordings and feeds come in.
public enum RecordingFormat: String, Sendable, CaseIterable {
    /// OpenSky state vectors, comma-separated.
    case openSkyStates = "opensky-csv"
    /// readsb or tar1090 `aircraft.json`, one snapshot or several.
    case aircraftSnapshot = "aircraft-json"
    /// JSON lines: one report, or one snapshot, a line.
    case aircraftLines = "json-lines"
    /// SBS-1 BaseStation lines.
    case baseStation = "sbs-1"
    /// A JSON array of reports.
    case jsonRecords = "json-records"
    /// A JSON object of columns.
    case jsonColumns = "json-columns"

    /// A reader of the format; `source` names where the bytes come from, for faults.
    public func makeReader(source: String) -> any ReportReader {
        switch self {
        case .openSkyStates: LineReader(OpenSkyFormat(), source: source)
        case .aircraftSnapshot: ObjectReader(SnapshotFormat(), source: source)
        case .aircraftLines: LineReader(AircraftLineFormat(), source: source)
        case .baseStation: LineReader(BaseStationFormat(), source: source)
        case .jsonRecords: ObjectReader(RecordsFormat(), source: source)
        case .jsonColumns: ObjectReader(ColumnsFormat(), source: source)
        }
    }

    /// How many bytes from the start `sniff` wants; fewer are fine.
    public static let sniffedBytes = 64 << 10

    /// The format of a recording, by its first bytes (decompressed), and by its name where they leave it open.
    ///
    /// - Returns: nil when neither says; the caller tells the user which formats there are.
    public static func sniff(name: String, start bytes: Span<UInt8>) -> RecordingFormat? {
        sniff(start: bytes) ?? sniff(name: name)
    }

    /// The format that a name promises, with or without `.gz`.
    public static func sniff(name: String) -> RecordingFormat? {
        var name = name.lowercased()
        if name.hasSuffix(".gz") { name.removeLast(3) }
        if name.hasSuffix(".csv") { return .openSkyStates }
        if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .aircraftLines }
        if name.hasSuffix(".json") { return .aircraftSnapshot }
        return name.hasSuffix(".sbs") || name.hasSuffix(".bst") ? .baseStation : nil
    }

    private static func sniff(start bytes: Span<UInt8>) -> RecordingFormat? {
        var scanner = JSONScanner(0..<bytes.count)
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { scanner.at = 3 }
        guard let first = scanner.peek(bytes) else { return nil }
        let start = scanner.at
        let lineEnd = bytes.firstIndex(of: .lineFeed, from: start) ?? bytes.count
        switch first {
        case .openBracket:
            scanner.at += 1
            return scanner.peek(bytes) == .openBrace ? .jsonRecords : nil
        case .openBrace: return sniffObject(bytes, start, lineEnd: lineEnd)
        default: return sniffLine(bytes.extracting(start..<lineEnd))
        }
    }

    private static func sniffLine(_ line: Span<UInt8>) -> RecordingFormat? {
        if OpenSkyFormat.looksLikeHeader(line) { return .openSkyStates }
        guard line.count > 4 else { return nil }
        for kind in ["MSG,", "SEL,", "AIR,", "STA,", "CLK,"] as [StaticString] where line.equals(0..<4, kind) {
            return .baseStation
        }
        return line.equals(0..<3, "ID,") ? .baseStation : nil
    }

    /// Tells the JSON formats apart by their first object's members.
    private static func sniffObject(_ bytes: Span<UInt8>, _ start: Int, lineEnd: Int) -> RecordingFormat? {
        var scanner = JSONScanner(start + 1..<bytes.count)
        var isFirst = true
        do throws(JSONScanner.Fault) {
            while let name = try scanner.nextName(bytes, isFirst: &isFirst) {
                let value = try scanner.value(bytes)
                if bytes.equals(name, "hex") || bytes.equals(name, "icao24") {
                    if case .string = value { return .aircraftLines }
                }
                switch value {
                case .array:
                    if bytes.equals(name, "aircraft") { return .aircraftSnapshot }
                    try scanner.skipContainer(bytes)
                case .object:
                    if AircraftMember(bytes, name) != .other, holdsRows(scanner, bytes) { return .jsonColumns }
                    try scanner.skipContainer(bytes)
                default: break
                }
            }
        } catch {
            return nil
        }
        return nil
    }

    /// Whether an object's first member is named by a number, as the rows of a column are.
    private static func holdsRows(_ scanner: JSONScanner, _ bytes: Span<UInt8>) -> Bool {
        var inside = scanner
        inside.at += 1
        guard let name = try? inside.string(bytes) else { return false }
        return bytes.wholeNumber(name) != nil
    }
}

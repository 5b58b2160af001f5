/// An `aircraft.json` of readsb or tar1090: one object with `now` and an array `aircraft`, at one instant.
///
/// What is broken costs the aircraft it stands in: reading goes on at the next one.
struct Snapshot {
    /// The most aircraft that are read of one snapshot; the whole world has some 15,000.
    static let mostAircraft = 100_000

    private var now: Double?
    private var aircraft: [(object: AircraftObject, line: Int)] = []
    private var lines: LineCount

    /// Reads the object that fills `range` and appends its reports, in their order.
    ///
    /// - Returns: its time, Unix seconds; nil when it has none.
    @discardableResult
    static func read(
        _ bytes: Span<UInt8>, _ range: Range<Int>, at place: Place, into batch: inout ReportBatch
    ) -> Double? {
        var snapshot = Snapshot(lines: LineCount(place: place, at: range.lowerBound))
        var scanner = JSONScanner(range)
        do throws(JSONScanner.Fault) {
            try scanner.expect(.openBrace, bytes, "an object")
            try snapshot.readMembers(&scanner, bytes, into: &batch)
        } catch {
            let place = snapshot.lines.place(at: error.at, bytes)
            batch.note(
                error.at >= range.upperBound ? .truncated : .syntax, at: place, "not JSON: \(error.expected) is missing"
            )
        }
        snapshot.append(place, into: &batch)
        return snapshot.now
    }

    private mutating func readMembers(
        _ scanner: inout JSONScanner, _ bytes: Span<UInt8>, into batch: inout ReportBatch
    ) throws(JSONScanner.Fault) {
        var isFirst = true
        while let name = try scanner.nextName(bytes, isFirst: &isFirst) {
            switch try scanner.value(bytes) {
            case .number(let value): if bytes.equals(name, "now") { now = UnixTime.seconds(ofUnknownUnit: value) }
            case .array:
                if bytes.equals(name, "aircraft") {
                    try readAircraft(&scanner, bytes, into: &batch)
                } else {
                    try scanner.skipContainer(bytes)
                }
            case .object: try scanner.skipContainer(bytes)
            default: break
            }
        }
    }

    private mutating func readAircraft(
        _ scanner: inout JSONScanner, _ bytes: Span<UInt8>, into batch: inout ReportBatch
    ) throws(JSONScanner.Fault) {
        scanner.at += 1
        var isFirst = true
        while true {
            do throws(JSONScanner.Fault) {
                guard try scanner.hasElement(bytes, isFirst: &isFirst) else { return }
                guard scanner.peek(bytes) == .openBrace, aircraft.count < Self.mostAircraft else {
                    throw JSONScanner.Fault(at: scanner.at, expected: "an aircraft")
                }
                let place = lines.place(at: scanner.at, bytes)
                let object = try AircraftObject(&scanner, bytes, at: place, into: &batch)
                aircraft.append((object, place.line))
            } catch {
                // On at the next aircraft; without one the whole snapshot ends here.
                guard let next = Self.nextAircraft(bytes, from: error.at, to: scanner.end),
                    aircraft.count < Self.mostAircraft
                else { throw error }
                batch.note(.syntax, at: lines.place(at: error.at, bytes), "not JSON: \(error.expected) is missing")
                scanner.at = next
                isFirst = true
            }
        }
    }

    /// Where the next object begins that names its address first, as readsb writes it.
    private static func nextAircraft(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        var index = start
        while let brace = bytes.firstIndex(of: .openBrace, from: index), brace < end {
            var scanner = JSONScanner(brace + 1..<end)
            if scanner.peek(bytes) == .quote, scanner.at + 5 <= end,
                bytes.equals(scanner.at..<scanner.at + 5, "\"hex\"")
            {
                return brace
            }
            index = brace + 1
        }
        return nil
    }

    private func append(_ place: Place, into batch: inout ReportBatch) {
        if now == nil, !aircraft.isEmpty {
            batch.note(.missingField, at: place, "the snapshot has no “now”: its aircraft have no time")
            return
        }
        batch.reports.reserveCapacity(batch.reports.count + aircraft.count)
        for (object, line) in aircraft {
            let place = Place(source: place.source, line: line)
            if let report = object.report(now: now, at: place, into: &batch) { batch.reports.append(report) }
        }
    }
}

/// Counts lines on the way through a document.
struct LineCount {
    private var current: Place
    private var at: Int
    /// The next line break at or after `at`, looked for once: in a document of one line it is far away. Nil: not looked for yet.
    private var lineBreak: Int?

    /// Counting begins at `place`, which is byte `at`.
    init(place: Place, at: Int) {
        current = place
        self.at = at
    }

    /// The line of a byte at or after the last one asked for.
    mutating func place(at index: Int, _ bytes: Span<UInt8>) -> Place {
        while true {
            let next = lineBreak ?? bytes.firstIndex(of: .lineFeed, from: at) ?? bytes.count
            lineBreak = next
            guard next < index else { return current }
            current.line += 1
            at = next + 1
            lineBreak = nil
        }
    }
}

public import Accord
import Airspace
import Separation
import Surveillance

/// Takes the entries of verified records, in the order of each record, and makes of them what claims are held against.
public struct EvidenceCollector: Sendable {
    private struct Growing {
        var track: RecordLibrary.Track
        var audit = QualityMonitor()
        var flaws: [QualityInterval] = []
        var rows: [RecordRow] = []

        mutating func end() { audit.finish(closed: &flaws) }
        mutating func look(at report: Report) { audit.take(report, closed: &flaws) }
    }

    /// The most positions that are kept in memory.
    public static let mostRows = 250_000_000

    private var numbers: [String: Int] = [:]
    private var growing: [Growing] = []
    private var recordNames: [String] = []
    private var precisions: [RecordLibrary.Precision] = []
    private var precisionNumbers: [RecordLibrary.Precision: UInt16] = [:]
    private var pseudonyms = OpenedPseudonyms()
    /// What each party's private records say of its own aircraft.
    private var own: [String: OwnHistory] = [:]
    private var entries: [EvidenceEntry] = []
    private var records: [EvidenceRecord] = []
    private var lastAt: Double?
    private var rowCount = 0
    /// Entries that are none of the project's, or not as their type asks: counted, and nothing is made of them.
    public private(set) var malformed = 0
    /// Openings of pseudonyms that prove nothing, and are not believed.
    public var unproven: Int { pseudonyms.unproven }

    /// Nothing taken yet.
    public init() {}

    /// Begins with the entries of a record.
    public mutating func begin(_ origin: RecordOrigin, size: UInt64, hasDropped: Bool) {
        records.append(
            EvidenceRecord(origin: origin, size: size, hasDropped: hasDropped, spanUnixSeconds: nil, silences: []))
        recordNames.append(origin.description)
        if origin.scope == .privateRecord {
            own[origin.writer, default: OwnHistory()].begin(day: origin.day, hasDropped: hasDropped)
        }
        lastAt = nil
    }

    /// Takes the next entry of the record that was begun last.
    public mutating func take(_ bytes: [UInt8], index: UInt64) {
        guard let record = records.indices.last else { return }
        guard let entry = try? Entry(bytes) else {
            malformed += 1
            return
        }
        note(entry.atUnixSeconds, in: record)
        let origin = records[record].origin
        let isPrivate = origin.scope == .privateRecord
        switch entry.type {
        case OwnTrackBody.type:
            if let body: OwnTrackBody = try? entry.body() {
                take(body, at: entry.atUnixSeconds, origin, record, index)
                if isPrivate { own[origin.writer]?.take(body, atUnixSeconds: entry.atUnixSeconds) }
            } else {
                malformed += 1
            }
        case TrackBody.type:
            if let body: TrackBody = try? entry.body() { take(body, origin, record, index) } else { malformed += 1 }
        default:
            if let body: PseudonymBody = try? entry.body() {
                pseudonyms.take(body, by: origin.writer)
                if isPrivate { own[origin.writer]?.take(body) }
            }
            entries.append(
                EvidenceEntry(
                    reference: EvidenceReference(record: origin.description, index: index), origin: origin, entry: entry
                ))
        }
    }

    private mutating func note(_ at: Double, in record: Int) {
        let span = records[record].spanUnixSeconds
        records[record].spanUnixSeconds = span.map { min($0.lowerBound, at)...max($0.upperBound, at) } ?? at...at
        if let lastAt, at - lastAt > EvidenceRecord.silenceSeconds { records[record].silences.append(lastAt...at) }
        lastAt = max(lastAt ?? at, at)
    }

    private mutating func take(
        _ body: OwnTrackBody, at time: Double, _ origin: RecordOrigin, _ record: Int, _ index: UInt64
    ) {
        let slot = slot(body.track, source: origin.writer + " own")
        if body.ours { growing[slot].track.party = origin.writer }
        if body.source == OwnTrackBody.simulator { growing[slot].track.isSimulated = true }
        if growing[slot].track.ours.last?.isOurs != body.ours {
            growing[slot].track.ours.append(RecordLibrary.Track.Ours(at: time, isOurs: body.ours))
        }
        if let callsign = body.callsign?.uppercased(), growing[slot].track.callsigns.last != callsign, !callsign.isEmpty
        {
            growing[slot].track.callsigns.removeAll { $0 == callsign }
            growing[slot].track.callsigns.append(callsign)
        }
        var report = Report(timeUnixSeconds: body.time.unixSeconds, identifier: body.track)
        report.position = GeodeticPosition(valid: body.lat, body.lon)
        report.groundSpeedMetresPerSecond = body.speedKt.map { $0 * SpeedUnit.knots.metresPerSecond }
        report.trackDegrees = body.trackDegrees
        let isPressure = (body.datum ?? .pressure) == .pressure
        report.pressureAltitudeFeet = isPressure ? body.levelFt : nil
        report.ellipsoidHeightFeet = isPressure ? nil : body.levelFt
        growing[slot].look(at: report)
        for name in body.quality {
            guard let flag = QualityFlags(names: [name]) else { continue }
            let time = report.timeUnixSeconds
            growing[slot].flaws.append(QualityInterval(quality: flag, unixSeconds: time...time))
        }
        add(report, slot, record, index, RecordLibrary.Precision(gridMetres: 0, timeSeconds: 0, levelFeet: 0))
    }

    private mutating func take(_ body: TrackBody, _ origin: RecordOrigin, _ record: Int, _ index: UInt64) {
        let slot = slot(body.track, source: origin.writer + RecordLibrary.sharedSuffix)
        growing[slot].track.party = origin.writer
        var report = Report(timeUnixSeconds: body.time.unixSeconds, identifier: body.track)
        report.position = GeodeticPosition(valid: body.lat, body.lon)
        report.groundSpeedMetresPerSecond = body.speedKt.map { $0 * SpeedUnit.knots.metresPerSecond }
        report.pressureAltitudeFeet = (body.datum ?? .pressure) == .pressure ? body.levelFt : nil
        add(
            report, slot, record, index,
            RecordLibrary.Precision(
                gridMetres: body.gridNM * LengthUnit.nauticalMiles.metres, timeSeconds: body.timeGridSeconds / 2,
                levelFeet: body.levelGridFt / 2))
    }

    private mutating func slot(_ name: String, source: String) -> Int {
        let key = source + " " + name
        if let known = numbers[key] { return known }
        numbers[key] = growing.count
        growing.append(
            Growing(
                track: RecordLibrary.Track(
                    identifier: name, source: source, first: .infinity, last: -.infinity, count: 0)))
        return growing.count - 1
    }

    private mutating func add(
        _ report: Report, _ slot: Int, _ record: Int, _ index: UInt64, _ precision: RecordLibrary.Precision
    ) {
        guard let position = report.position, rowCount < Self.mostRows else {
            malformed += 1
            return
        }
        rowCount += 1
        var number = precisionNumbers[precision]
        if number == nil, precisions.count < Int(UInt16.max) {
            number = UInt16(precisions.count)
            precisionNumbers[precision] = number
            precisions.append(precision)
        }
        growing[slot].rows.append(
            RecordRow(
                timeUnixSeconds: report.timeUnixSeconds, latitudeDegrees: position.latitudeDegrees,
                longitudeDegrees: position.longitudeDegrees,
                altitudeFeet: report.pressureAltitudeFeet.map { Float($0) } ?? .nan,
                speedMetresPerSecond: report.groundSpeedMetresPerSecond.map { Float($0) } ?? .nan,
                index: UInt32(clamping: index), record: UInt16(clamping: record), precision: number ?? 0))
    }

    /// All that was taken: tracks, and what else the records say.
    public mutating func finish() -> (library: RecordLibrary, testimony: Testimony) {
        var tracks: [RecordLibrary.Track] = []
        var rows: [[RecordRow]] = []
        for var each in growing {
            each.end()
            each.track.ours.sort { $0.at < $1.at }
            each.rows.sort { ($0.timeUnixSeconds, $0.record, $0.index) < ($1.timeUnixSeconds, $1.record, $1.index) }
            let writer = String(each.track.source.prefix { $0 != " " })
            each.track.identifier = pseudonyms.aircraft(of: each.track.name, by: writer) ?? each.track.name
            each.track.flaws = each.flaws.joined().flatMap { flaw in
                flaw.quality.names.map {
                    RecordLibrary.Track.Flaw(
                        name: $0, from: flaw.unixSeconds.lowerBound, to: flaw.unixSeconds.upperBound)
                }
            }
            each.track.first = each.rows.first?.timeUnixSeconds ?? .infinity
            each.track.last = each.rows.last?.timeUnixSeconds ?? -.infinity
            each.track.count = each.rows.count
            tracks.append(each.track)
            rows.append(each.rows)
        }
        growing = []
        let library = RecordLibrary(
            tracks: tracks, records: recordNames, precisions: precisions, store: MemoryRows(tracks: rows))
        return (library, Testimony(records: records, entries: entries, own: own))
    }
}

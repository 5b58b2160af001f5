import Accord
public import Foundation

/// An index of verified records: the positions of each track one after the other, and everything else that the records say.
///
/// It is a copy for speed, never the truth: whoever doubts it builds it again from the records, which are verified then. Layout: a line with
/// the name, the length of the header (8 bytes, little-endian), the header (JSON), and the rows, 40 bytes each, by track and time.
public enum RecordIndex {
    /// The name and version of the format.
    public static let name = Array("parley-index/2\n".utf8)
    /// The most bytes of a header.
    private static let mostHeaderBytes = 2_000_000_000

    private struct Header: Codable {
        var tracks: [RecordLibrary.Track]
        var records: [String]
        var precisions: [RecordLibrary.Precision]
        var evidence: [Evidence]
        var entries: [Line]
        var sentences: [String]
        var audits: [AuditedRecord]
    }

    private struct Evidence: Codable {
        var origin: String
        var size: UInt64
        var hasDropped: Bool
        var first: Double?
        var last: Double?
        var silences: [[Double]]
    }

    /// An entry that is no track: the number of its record, its index, its bytes.
    private struct Line: Codable {
        var record: Int
        var index: UInt64
        var bytes: Data
    }

    /// Writes an index, piece by piece.
    public static func write(
        library: RecordLibrary, testimony: Testimony, sentences: [String], to output: (Data) throws -> Void
    ) throws {
        let origins = testimony.records.map(\.origin.description)
        let numbers = Dictionary(origins.enumerated().map { ($1, $0) }) { first, _ in first }
        let header = Header(
            tracks: library.tracks, records: library.records, precisions: library.precisions,
            evidence: testimony.records.map { record in
                Evidence(
                    origin: record.origin.description, size: record.size, hasDropped: record.hasDropped,
                    first: record.spanUnixSeconds?.lowerBound, last: record.spanUnixSeconds?.upperBound,
                    silences: record.silences.map { [$0.lowerBound, $0.upperBound] })
            },
            entries: testimony.entries.compactMap { place in
                numbers[place.reference.record].map {
                    Line(record: $0, index: place.reference.index, bytes: Data(place.entry.bytes))
                }
            }, sentences: sentences, audits: testimony.audits)
        let json = try JSONEncoder().encode(header)
        var start = Data(name)
        withUnsafeBytes(of: UInt64(json.count).littleEndian) { start.append(contentsOf: $0) }
        try output(start)
        try output(json)
        for number in library.tracks.indices {
            let rows = library.store.rows(
                of: number, unixSeconds: -.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)
            var bytes = Data(capacity: rows.count * RecordRow.byteCount)
            for row in rows { append(row, to: &bytes) }
            try output(bytes)
        }
    }

    /// Reads an index out of its bytes, which may be a file mapped into memory: rows are looked at when they are asked for.
    ///
    /// - Throws: `InquiryError.evidence` for what is no index, or a damaged one: build it again.
    public static func read(
        _ data: Data, name fileName: String
    ) throws(InquiryError) -> (library: RecordLibrary, testimony: Testimony, sentences: [String]) {
        let damaged = InquiryError.evidence(name: fileName, reason: "is no index of records; build it again")
        let start = name.count + 8
        guard data.count >= start, data.prefix(name.count).elementsEqual(name) else { throw damaged }
        let length = data.withUnsafeBytes {
            UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: name.count, as: UInt64.self))
        }
        guard length <= UInt64(min(mostHeaderBytes, data.count - start)) else { throw damaged }
        let end = start + Int(length)
        let first = data.startIndex
        guard let header = try? JSONDecoder().decode(Header.self, from: data[first + start..<first + end]) else {
            throw damaged
        }
        var offsets: [Int] = []
        var offset = end
        for track in header.tracks {
            offsets.append(offset)
            guard track.count >= 0, track.count <= (data.count - offset) / RecordRow.byteCount else { throw damaged }
            offset += track.count * RecordRow.byteCount
        }
        guard offset == data.count else { throw damaged }
        let library = RecordLibrary(
            tracks: header.tracks, records: header.records, precisions: header.precisions,
            store: IndexedRows(data: data, offsets: offsets, counts: header.tracks.map(\.count)))
        return (library, try testimony(header, damaged), header.sentences)
    }

    private static func testimony(_ header: Header, _ damaged: InquiryError) throws(InquiryError) -> Testimony {
        var records: [EvidenceRecord] = []
        for record in header.evidence {
            guard let origin = try? RecordOrigin(parsing: record.origin) else { throw damaged }
            var span: ClosedRange<Double>?
            if let first = record.first, let last = record.last, first <= last { span = first...last }
            let silences = record.silences.compactMap { $0.count == 2 && $0[0] <= $0[1] ? $0[0]...$0[1] : nil }
            records.append(
                EvidenceRecord(
                    origin: origin, size: record.size, hasDropped: record.hasDropped, spanUnixSeconds: span,
                    silences: silences))
        }
        var entries: [EvidenceEntry] = []
        for line in header.entries {
            guard records.indices.contains(line.record), let entry = try? Entry(Array(line.bytes)) else {
                throw damaged
            }
            let origin = records[line.record].origin
            entries.append(
                EvidenceEntry(
                    reference: EvidenceReference(record: origin.description, index: line.index), origin: origin,
                    entry: entry))
        }
        return Testimony(records: records, entries: entries, audits: header.audits)
    }

    private static func append(_ row: RecordRow, to bytes: inout Data) {
        func put(_ value: some FixedWidthInteger) {
            withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
        }
        put(row.timeUnixSeconds.bitPattern)
        put(row.latitudeDegrees.bitPattern)
        put(row.longitudeDegrees.bitPattern)
        put(row.altitudeFeet.bitPattern)
        put(row.speedMetresPerSecond.bitPattern)
        put(row.index)
        put(row.record)
        put(row.precision)
    }
}

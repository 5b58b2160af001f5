import Foundation

/// Rows in the bytes of an index; only those that are asked for are read.
struct IndexedRows: RowStore {
    let data: Data
    let offsets: [Int]
    let counts: [Int]

    func rows(of track: Int, unixSeconds range: ClosedRange<Double>) -> [RecordRow] {
        guard offsets.indices.contains(track) else { return [] }
        let offset = offsets[track]
        return data.withUnsafeBytes { bytes in
            places(of: track, range, in: bytes).map { row(bytes, offset + $0 * RecordRow.byteCount) }
        }
    }

    func hasRows(of track: Int, unixSeconds range: ClosedRange<Double>) -> Bool {
        offsets.indices.contains(track) && data.withUnsafeBytes { !places(of: track, range, in: $0).isEmpty }
    }

    private func places(of track: Int, _ range: ClosedRange<Double>, in bytes: UnsafeRawBufferPointer) -> Range<Int> {
        let offset = offsets[track]
        return Self.places(within: range, count: counts[track]) {
            Double(bitPattern: load(bytes, offset + $0 * RecordRow.byteCount, UInt64.self))
        }
    }

    private func load<Value: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer, _ place: Int, _ kind: Value.Type)
        -> Value
    {
        Value(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: kind))
    }

    private func row(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> RecordRow {
        RecordRow(
            timeUnixSeconds: Double(bitPattern: load(bytes, place, UInt64.self)),
            latitudeDegrees: Double(bitPattern: load(bytes, place + 8, UInt64.self)),
            longitudeDegrees: Double(bitPattern: load(bytes, place + 16, UInt64.self)),
            altitudeFeet: Float(bitPattern: load(bytes, place + 24, UInt32.self)),
            speedMetresPerSecond: Float(bitPattern: load(bytes, place + 28, UInt32.self)),
            index: load(bytes, place + 32, UInt32.self), record: load(bytes, place + 36, UInt16.self),
            precision: load(bytes, place + 38, UInt16.self))
    }
}

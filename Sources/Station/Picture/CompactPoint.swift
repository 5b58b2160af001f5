import Airspace
import Foundation

/// A point of a track in 28 bytes, as it is kept in memory and on disk: time in milliseconds and places in 1e-7 degrees
/// (1 cm) as whole numbers, the rest as 32-bit floats. What is unknown is NaN.
struct CompactPoint: Sendable, Hashable {
    private var timeMilliseconds: Int64
    private var latitude: Int32
    private var longitude: Int32
    private var pressureAltitudeFeet: Float
    private var groundSpeedMetresPerSecond: Float
    private var trackDegrees: Float

    init(_ point: HistoryPoint) {
        timeMilliseconds = Int64((point.timeUnixSeconds * 1_000).rounded())
        latitude = Int32((point.position.latitudeDegrees * 1e7).rounded())
        longitude = Int32((point.position.longitudeDegrees * 1e7).rounded())
        pressureAltitudeFeet = Float(point.pressureAltitudeFeet ?? .nan)
        groundSpeedMetresPerSecond = Float(point.groundSpeedMetresPerSecond ?? .nan)
        trackDegrees = Float(point.trackDegrees ?? .nan)
    }

    var timeUnixSeconds: Double { Double(timeMilliseconds) / 1_000 }

    var point: HistoryPoint {
        HistoryPoint(
            timeUnixSeconds: timeUnixSeconds,
            position: GeodeticPosition(
                latitudeDegrees: Double(latitude) / 1e7, longitudeDegrees: Double(longitude) / 1e7),
            pressureAltitudeFeet: Self.known(pressureAltitudeFeet),
            groundSpeedMetresPerSecond: Self.known(groundSpeedMetresPerSecond), trackDegrees: Self.known(trackDegrees))
    }

    private static func known(_ value: Float) -> Double? { value.isNaN ? nil : Double(value) }
}

extension CompactPoint {
    private static let bytes = 28

    /// Points as bytes, little-endian.
    static func encode(_ points: [CompactPoint]) -> Data {
        var data = Data(capacity: points.count * bytes)
        for point in points {
            append(point.timeMilliseconds, to: &data)
            append(point.latitude, to: &data)
            append(point.longitude, to: &data)
            append(point.pressureAltitudeFeet.bitPattern, to: &data)
            append(point.groundSpeedMetresPerSecond.bitPattern, to: &data)
            append(point.trackDegrees.bitPattern, to: &data)
        }
        return data
    }

    /// The points of `data`; what is left over at its end is no point.
    static func decode(_ data: Data) -> [CompactPoint] {
        let bytes = [UInt8](data)
        return stride(from: 0, to: bytes.count - Self.bytes + 1, by: Self.bytes).map { CompactPoint(bytes, at: $0) }
    }

    private init(_ bytes: [UInt8], at start: Int) {
        timeMilliseconds = Self.read(bytes, start)
        latitude = Self.read(bytes, start + 8)
        longitude = Self.read(bytes, start + 12)
        pressureAltitudeFeet = Float(bitPattern: Self.read(bytes, start + 16))
        groundSpeedMetresPerSecond = Float(bitPattern: Self.read(bytes, start + 20))
        trackDegrees = Float(bitPattern: Self.read(bytes, start + 24))
    }

    private static func append(_ value: some FixedWidthInteger, to data: inout Data) {
        withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
    }

    private static func read<Value: FixedWidthInteger>(_ bytes: [UInt8], _ start: Int) -> Value {
        var value: Value = 0
        for index in (0..<MemoryLayout<Value>.size).reversed() {
            value = value << 8 | Value(truncatingIfNeeded: bytes[start + index])
        }
        return value
    }
}

/// A position out of an entry, in 40 bytes, as the index keeps it.
public struct RecordRow: Sendable, Hashable {
    /// When the aircraft was there, Unix seconds.
    public var timeUnixSeconds: Double
    /// Degrees north.
    public var latitudeDegrees: Double
    /// Degrees east.
    public var longitudeDegrees: Double
    /// Pressure altitude, feet; NaN: not known.
    public var altitudeFeet: Float
    /// Ground speed, metres per second; NaN: not known.
    public var speedMetresPerSecond: Float
    /// The index of the entry in its record.
    public var index: UInt32
    /// Which record of the library, and which precision.
    public var record: UInt16
    /// Which of the library's precisions.
    public var precision: UInt16

    /// A row.
    public init(
        timeUnixSeconds: Double, latitudeDegrees: Double, longitudeDegrees: Double, altitudeFeet: Float,
        speedMetresPerSecond: Float, index: UInt32, record: UInt16, precision: UInt16
    ) {
        self.timeUnixSeconds = timeUnixSeconds
        self.latitudeDegrees = latitudeDegrees
        self.longitudeDegrees = longitudeDegrees
        self.altitudeFeet = altitudeFeet
        self.speedMetresPerSecond = speedMetresPerSecond
        self.index = index
        self.record = record
        self.precision = precision
    }

    /// How many bytes a row takes in an index.
    public static let byteCount = 40
}

/// Where the rows of a library are: in memory, or in a file that was built beforehand.
public protocol RowStore: Sendable {
    /// The rows of a track, by number, whose times lie within a range; in order of time.
    func rows(of track: Int, unixSeconds: ClosedRange<Double>) -> [RecordRow]

    /// Whether there is any such row.
    func hasRows(of track: Int, unixSeconds: ClosedRange<Double>) -> Bool
}

extension RowStore {
    /// Whether there is any row within a range of time.
    public func hasRows(of track: Int, unixSeconds: ClosedRange<Double>) -> Bool {
        !rows(of: track, unixSeconds: unixSeconds).isEmpty
    }

    /// The places whose times lie within a range, where `time` gives the ascending times of `count` places.
    static func places(within range: ClosedRange<Double>, count: Int, time: (Int) -> Double) -> Range<Int> {
        func first(_ isPast: (Double) -> Bool) -> Int {
            var low = 0
            var high = count
            while low < high {
                let middle = (low + high) / 2
                if isPast(time(middle)) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        let start = first { $0 >= range.lowerBound }
        return start..<max(start, first { $0 > range.upperBound })
    }
}

/// Rows in memory, of each track in the order of time.
public struct MemoryRows: RowStore {
    var tracks: [[RecordRow]]

    /// The rows within a range of time.
    public func rows(of track: Int, unixSeconds range: ClosedRange<Double>) -> [RecordRow] {
        guard tracks.indices.contains(track) else { return [] }
        return Array(tracks[track][places(of: track, range)])
    }

    /// Whether there is any row within a range of time.
    public func hasRows(of track: Int, unixSeconds range: ClosedRange<Double>) -> Bool {
        tracks.indices.contains(track) && !places(of: track, range).isEmpty
    }

    private func places(of track: Int, _ range: ClosedRange<Double>) -> Range<Int> {
        let rows = tracks[track]
        return Self.places(within: range, count: rows.count) { rows[$0].timeUnixSeconds }
    }
}

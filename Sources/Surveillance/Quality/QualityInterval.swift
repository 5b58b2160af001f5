public import Airspace

/// A stretch of time in which one thing was wrong with the data of an aircraft.
public struct QualityInterval: Sendable, Hashable {
    /// What was wrong: exactly one flag.
    public var quality: QualityFlags
    /// From the last report that was right to the first that is right again, ends included, Unix seconds.
    public var unixSeconds: ClosedRange<Double>

    /// A stretch of time with one flag.
    public init(quality: QualityFlags, unixSeconds: ClosedRange<Double>) {
        self.quality = quality
        self.unixSeconds = unixSeconds
    }
}

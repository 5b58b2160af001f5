/// What is wrong with the data of an aircraft at some time; a claim that rests on such data says so.
public struct DataQuality: OptionSet, Sendable, Hashable {
    /// One bit for each flag.
    public let rawValue: UInt8

    /// Flags by their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Nothing has come for longer than a track can be carried forward; set by whoever keeps the picture's time.
    public static let stale = DataQuality(rawValue: 1 << 0)
    /// Reports arrive, but the position in them has stopped while the aircraft claims to move.
    public static let frozen = DataQuality(rawValue: 1 << 1)
    /// It is very likely a second track of an aircraft that is already there; set by whoever sees both tracks.
    public static let duplicateTrack = DataQuality(rawValue: 1 << 2)
    /// Its position or level changed more than an aircraft can.
    public static let jump = DataQuality(rawValue: 1 << 3)
    /// Its time stamps can't be right: time went back, or it flew backwards along its track.
    public static let clock = DataQuality(rawValue: 1 << 4)
    /// Its level is geometric, or its pressure and geometric altitudes can't both be right.
    public static let mixedDatum = DataQuality(rawValue: 1 << 5)
    /// Its positions lie on a grid of a thousandth of a degree (up to 111 m) or coarser.
    public static let rounding = DataQuality(rawValue: 1 << 6)

    /// Every flag with its stable name, in the order in which they are listed.
    public static let named: [(quality: DataQuality, name: String)] = [
        (.stale, "stale"), (.frozen, "frozen"), (.duplicateTrack, "duplicate-track"), (.jump, "jump"),
        (.clock, "clock"), (.mixedDatum, "mixed-datum"), (.rounding, "rounding"),
    ]

    /// The stable names of the flags, for files and interfaces.
    public var names: [String] { Self.named.filter { contains($0.quality) }.map(\.name) }
}

/// A stretch of time in which one thing was wrong with the data of an aircraft.
public struct QualityInterval: Sendable, Hashable {
    /// What was wrong: exactly one flag.
    public var quality: DataQuality
    /// From the last report that was right to the first that is right again, ends included, Unix seconds.
    public var unixSeconds: ClosedRange<Double>

    /// A stretch of time with one flag.
    public init(quality: DataQuality, unixSeconds: ClosedRange<Double>) {
        self.quality = quality
        self.unixSeconds = unixSeconds
    }
}

public import Separation

/// What the engine makes of one picture second.
public struct PictureSecond: Sendable {
    /// The picture second, Unix seconds.
    public var second: Int
    /// All tracks.
    public var tracks: [PictureTrack] = []
    /// Indices of the tracks that are not as they were the second before.
    public var changed: [Int] = []
    /// Tracks that are no longer there.
    public var removed: [String] = []
    /// Conflicts, emergencies, and what happened to them.
    public var alerts: AlertPicture
    /// Encounters that began, changed or ended in this second.
    public var encounters: [PictureEncounter] = []
    /// When the newest of the reports was made that our own feeds delivered for this second, Unix seconds; nil: they delivered none.
    public var newestReportUnixSeconds: Double?
    /// Pairs that the detector looked at.
    public var pairsExamined = 0
    /// How long the detection pass took; 0 without a stopwatch.
    public var detectionSeconds = 0.0
}

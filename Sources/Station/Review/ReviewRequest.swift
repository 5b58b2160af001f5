public import Separation
public import Surveillance

/// What a review is asked for.
public struct ReviewRequest: Sendable {
    /// Recordings, measured together as one sky.
    public var paths: [String]
    /// The rule and its parameters.
    public var rule: MeasuringRule
    /// The format of all recordings; nil: each is told by its content and name.
    public var format: RecordingFormat?
    /// Whether the tracks around each encounter are wanted, for drawing: costs a second reading.
    public var wantsTracks: Bool

    /// A request.
    public init(
        paths: [String], rule: MeasuringRule = MeasuringRule(), format: RecordingFormat? = nil,
        wantsTracks: Bool = false
    ) {
        self.paths = paths
        self.rule = rule
        self.format = format
        self.wantsTracks = wantsTracks
    }
}

public import Separation
public import Surveillance

/// Every encounter in some recordings, and all that must be said beside them.
public struct Review: Sendable {
    /// How one recording did.
    public struct Source: Sendable {
        /// Its path.
        public var path: String
        /// What it was read as; nil: it could not be.
        public var format: RecordingFormat?
        /// Why it could not be read at all, in plain words; nil: it could.
        public var failure: String?
        /// How many reports it held.
        public var reportCount = 0
        /// How many faults were met in it.
        public var faultCount = 0
        /// The first of them.
        public var faults: [ReadFault] = []

        /// How many faults are kept of each recording.
        static let faultsKept = 100
    }

    /// The rule that was followed.
    public var rule: MeasuringRule
    /// The recordings, in the order given.
    public var sources: [Source]
    /// The encounters, by start, then identifiers.
    public var encounters: [Encounter] = []
    /// What became of the reports.
    public var fates: [ReportFate: Int] = [:]
    /// How many aircraft had a report that was kept.
    public var aircraftCount = 0
    /// From the first report to the last, Unix seconds; nil: there was none.
    public var span: ClosedRange<Double>?
    /// The measured track of each aircraft that had an encounter, around its encounters; only if asked for.
    public var tracks: [String: MeasuredTrack] = [:]

    /// How much of a track is drawn before and after an encounter, seconds.
    static let marginSeconds = 120

    /// How many reports there were.
    public var reportCount: Int { sources.reduce(0) { $0 + $1.reportCount } }

    /// How many reports the rule kept.
    public var keptCount: Int { fates[.kept] ?? 0 }

    /// How many encounters rest on data without any flaw that was found.
    public var cleanCount: Int { encounters.lazy.filter { $0.quality.isEmpty }.count }

    /// Whether anything at all could be read; if not, a command ends with an error.
    public var couldRead: Bool { reportCount > 0 }
}

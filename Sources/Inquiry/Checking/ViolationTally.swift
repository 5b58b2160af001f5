import Airspace
public import Separation

/// The encounters of one source in a window, counted by the agreed rule.
public struct ViolationTally: Sendable {
    /// Whose eyes.
    public var source: String
    /// Encounters on data without a flaw: violations.
    public var clean: [Encounter]
    /// Encounters on flawed data: they may be violations.
    public var doubtful: [Encounter]
    /// Encounters that level keeping and encoding alone can explain: never called violations.
    public var tolerated: [Encounter]

    /// Flaws that make an encounter doubtful.
    static let doubt: QualityFlags = [.frozen, .duplicateTrack, .jump, .clock, .mixedDatum]

    /// Counts the encounters that begin in the window.
    ///
    /// - Parameter involving: identifiers of which one must take part; nil: any.
    public init(
        source: String, tracks: [ObservedTrack], window: ClaimWindow, rule: MeasuringRule, involving: Set<String>?
    ) {
        self.source = source
        clean = []
        doubtful = []
        tolerated = []
        var measurer = EncounterMeasurer(rule: rule, toleratedSeconds: 1)
        var flaws: [String: [TrackFlaw]] = [:]
        var order: [(time: Double, track: Int, report: Int)] = []
        for (number, track) in tracks.enumerated() {
            flaws[track.identifier, default: []] += track.flaws
            for (place, report) in track.reports.enumerated() where report.measured.timeUnixSeconds.isFinite {
                order.append((report.measured.timeUnixSeconds, number, place))
            }
        }
        order.sort { ($0.time, $0.track, $0.report) < ($1.time, $1.track, $1.report) }
        for place in order { measurer.add(tracks[place.track].reports[place.report].measured) }
        for var encounter in measurer.finish().encounters.sorted(by: Encounter.isListedBefore) {
            guard window.contains(Double(encounter.start)),
                involving.map({ $0.contains(encounter.a) || $0.contains(encounter.b) }) ?? true
            else { continue }
            let span = Double(encounter.start)...Double(encounter.end)
            for identifier in [encounter.a, encounter.b] {
                for flaw in flaws[identifier] ?? [] where flaw.unixSeconds.overlaps(span) {
                    encounter.quality.formUnion(flaw.quality)
                }
            }
            if encounter.quality.contains(.levelTolerance) {
                tolerated.append(encounter)
            } else if encounter.quality.isDisjoint(with: Self.doubt) {
                clean.append(encounter)
            } else {
                doubtful.append(encounter)
            }
        }
    }

    /// What one of two counts has and the other has not, or has otherwise; empty: they agree.
    public static func difference(_ one: ViolationTally, _ other: ViolationTally) -> [(
        source: String, encounter: Encounter
    )] {
        let left = Set(one.clean + one.doubtful)
        let right = Set(other.clean + other.doubtful)
        let onlyLeft = left.subtracting(right).map { (one.source, $0) }
        let onlyRight = right.subtracting(left).map { (other.source, $0) }
        return (onlyLeft + onlyRight).sorted { ($0.1.start, $0.1.a, $0.1.b, $0.0) < ($1.1.start, $1.1.a, $1.1.b, $1.0) }
    }
}

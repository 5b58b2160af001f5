import Airspace
public import Separation

/// One aircraft as one source has it.
public struct ObservedTrack: Sendable {
    /// The identifier, as the source has it.
    public var identifier: String
    /// Whose eyes these are: sources with one clock and one view of the sky have one name.
    public var source: String
    /// The record that the reports are entries of; nil: a plain recording, whose reports have no index.
    public var record: String?
    /// The reports, with the index of the entry as reference.
    public var reports: [UncertainReport]
    /// When the track is not to be relied on.
    public var flaws: [TrackFlaw]
    /// The most by which it is taken to have turned between two reports, metres per second squared.
    public var accelerationMetresPerSecondSquared: Double

    /// A track.
    public init(
        identifier: String, source: String, record: String? = nil, reports: [UncertainReport], flaws: [TrackFlaw] = [],
        accelerationMetresPerSecondSquared: Double = UncertainTrack.ordinaryAcceleration
    ) {
        self.identifier = identifier
        self.source = source
        self.record = record
        self.reports = reports
        self.flaws = flaws
        self.accelerationMetresPerSecondSquared = accelerationMetresPerSecondSquared
    }

    /// The track by the measuring rule, without the stretches that rest on flawed data.
    ///
    /// A position that was sent again for no longer than the rule bridges is not left out: how far the aircraft may have flown meanwhile is
    /// part of its uncertainty.
    func uncertain(gapSeconds: Double, excluding unusable: QualityFlags) -> UncertainTrack {
        let flaws = flaws.filter { flaw in
            let span = flaw.unixSeconds.upperBound - flaw.unixSeconds.lowerBound
            return !flaw.quality.isDisjoint(with: unusable) && !(flaw.quality == .frozen && span <= gapSeconds)
        }.map {
            TrackFlaw(quality: $0.quality.intersection(unusable), unixSeconds: $0.unixSeconds)
        }
        return UncertainTrack(
            identifier: identifier, reports: reports, flaws: flaws, gapSeconds: gapSeconds,
            accelerationMetresPerSecondSquared: accelerationMetresPerSecondSquared)
    }
}

/// Where tracks are looked up: recordings, or an index over records.
public protocol TrackLibrary: Sendable {
    /// Every track that answers to a name at some time of the window: an identifier, else a call sign, else a party; one for each
    /// source that has it.
    ///
    /// The reports reach beyond the window by more than the longest gap, where there are any.
    func tracks(named name: String, window: ClaimWindow) throws -> [ObservedTrack]

    /// Whether a name is that of a party, and of nothing else that flew in the window.
    func isParty(_ name: String, window: ClaimWindow) -> Bool

    /// Every aircraft of the window, for what is counted over all of them; one list for each source.
    func everyTrack(window: ClaimWindow) throws -> [ObservedTrack]

    /// From the first to the last report there is, Unix seconds; nil: there is none.
    var spanUnixSeconds: ClosedRange<Double>? { get }
}

extension TrackLibrary {
    /// How far beyond a window reports are wanted, seconds.
    public static var marginSeconds: Double { 600 }

    /// A recording knows of no parties.
    public func isParty(_ name: String, window: ClaimWindow) -> Bool { false }
}

import Airspace
import Separation

/// The tracks that stand in verified records: each party's own, and what each told the other.
public struct RecordLibrary: TrackLibrary {
    /// One aircraft as one source has it.
    public struct Track: Sendable, Hashable, Codable {
        /// The identifier in own tracks, the pseudonym in shared ones.
        public var name: String
        /// Who the pseudonym is, where its owner has opened it.
        public var identifier: String
        /// Call signs that were sent, upper case.
        public var callsigns: [String]
        /// `WEST own` or `WEST shared`.
        public var source: String
        /// The party whose aircraft it is said to be; nil: it is not known to be anybody's.
        public var party: String?
        /// In own tracks: when the aircraft was put on the party's own list or taken off it.
        public var ours: [Ours] = []
        /// In own tracks: whether it is a simulated flight, of no aircraft at all.
        public var isSimulated = false
        /// When the data is not to be relied on: a flag's name, from, to.
        public var flaws: [Flaw]
        /// The times of its first and last row.
        public var first: Double
        /// The time of its last row.
        public var last: Double
        /// How many rows it has.
        public var count: Int

        /// A track of which nothing is known but this.
        public init(identifier: String, source: String, first: Double, last: Double, count: Int) {
            name = identifier
            self.identifier = identifier
            callsigns = []
            self.source = source
            flaws = []
            self.first = first
            self.last = last
            self.count = count
        }

        /// Whether an aircraft was the party's own, from a time on.
        public struct Ours: Sendable, Hashable, Codable {
            var at: Double
            var isOurs: Bool
        }

        /// A stretch of flawed data.
        public struct Flaw: Sendable, Hashable, Codable {
            var name: String
            var from: Double
            var to: Double
        }
    }

    /// How precise the rows of one kind are.
    public struct Precision: Sendable, Hashable, Codable {
        var gridMetres: Double
        var timeSeconds: Double
        var levelFeet: Double
    }

    /// How the source of what a party told others ends.
    static let sharedSuffix = " shared"

    /// The tracks, whose numbers the rows go by.
    public let tracks: [Track]
    /// The names of the records, whose numbers the rows go by.
    public let records: [String]
    /// The precisions, whose numbers the rows go by.
    public let precisions: [Precision]
    let store: any RowStore
    /// The most by which an aircraft is taken to have turned between two reports, metres per second squared.
    public var accelerationMetresPerSecondSquared = UncertainTrack.ordinaryAcceleration

    /// A library whose rows are where `store` has them.
    public init(tracks: [Track], records: [String], precisions: [Precision], store: any RowStore) {
        self.tracks = tracks
        self.records = records
        self.precisions = precisions
        self.store = store
    }

    /// From the first to the last position.
    public var spanUnixSeconds: ClosedRange<Double>? {
        let used = tracks.filter { $0.count > 0 }
        guard let first = used.map(\.first).min(), let last = used.map(\.last).max(), first <= last else { return nil }
        return first...last
    }

    /// What a name can be: an identifier or a pseudonym, else a call sign, else a party.
    private enum NameKind: CaseIterable { case identifier, callsign, party }

    private func isMeant(_ track: Track, by name: String, as kind: NameKind) -> Bool {
        switch kind {
        case .identifier: track.identifier.lowercased() == name || track.name.lowercased() == name
        case .callsign: track.callsigns.contains(name.uppercased())
        case .party: track.party?.lowercased() == name
        }
    }

    /// The numbers of the tracks that are meant by a name, and as what.
    private func meant(by name: String, _ range: ClosedRange<Double>) -> (kind: NameKind, tracks: [Int])? {
        let plain = name.filter { !$0.isWhitespace }.lowercased()
        let present = tracks.indices.filter {
            tracks[$0].last >= range.lowerBound && tracks[$0].first <= range.upperBound
        }
        for kind in NameKind.allCases {
            // Whoever is meant by a call sign in one source is the same aircraft in the others.
            let identifiers = Set(
                present.filter { isMeant(tracks[$0], by: plain, as: kind) }.map { tracks[$0].identifier })
            let found = present.filter {
                identifiers.contains(tracks[$0].identifier) && store.hasRows(of: $0, unixSeconds: range)
            }
            if !found.isEmpty { return (kind, found) }
        }
        return nil
    }

    /// The tracks of an identifier or pseudonym, else of a call sign, else of a party's own aircraft.
    public func tracks(named name: String, window: ClaimWindow) -> [ObservedTrack] {
        let range = Self.range(window)
        return meant(by: name, range)?.tracks.map { track($0, range) } ?? []
    }

    /// Whether a name is no identifier and no call sign, but a party with aircraft in the window.
    public func isParty(_ name: String, window: ClaimWindow) -> Bool {
        meant(by: name, Self.range(window))?.kind == .party
    }

    /// Every track that has a position in the window.
    public func everyTrack(window: ClaimWindow) -> [ObservedTrack] {
        let range = Self.range(window)
        return tracks.indices.filter { tracks[$0].last >= range.lowerBound && tracks[$0].first <= range.upperBound }
            .map { track($0, range) }.filter { !$0.reports.isEmpty }
    }

    private static func range(_ window: ClaimWindow) -> ClosedRange<Double> {
        (window.from ?? -1e12) - marginSeconds...(window.to ?? 1e12) + marginSeconds
    }

    private func track(_ number: Int, _ range: ClosedRange<Double>) -> ObservedTrack {
        let track = tracks[number]
        var record: String?
        let reports = store.rows(of: number, unixSeconds: range).map { row in
            if records.indices.contains(Int(row.record)) { record = records[Int(row.record)] }
            let precision = precisions.indices.contains(Int(row.precision)) ? precisions[Int(row.precision)] : nil
            return UncertainReport(
                MeasuredReport(
                    timeUnixSeconds: row.timeUnixSeconds, identifier: track.identifier, callsign: track.callsigns.last,
                    position: GeodeticPosition(valid: row.latitudeDegrees, row.longitudeDegrees),
                    pressureAltitudeFeet: row.altitudeFeet.isNaN ? nil : Double(row.altitudeFeet)),
                uncertainty: PositionUncertainty(
                    radius95Metres: PositionUncertainty.broadcastRadius95Metres, gridMetres: precision?.gridMetres ?? 0,
                    timeSeconds: precision?.timeSeconds ?? 0, levelFeet: precision?.levelFeet ?? 0),
                groundSpeedMetresPerSecond: row.speedMetresPerSecond.isNaN ? nil : Double(row.speedMetresPerSecond),
                reference: Int(row.index))
        }
        let flaws = track.flaws.compactMap { flaw in
            QualityFlags(names: [flaw.name]).flatMap {
                flaw.from <= flaw.to ? TrackFlaw(quality: $0, unixSeconds: flaw.from...flaw.to) : nil
            }
        }
        return ObservedTrack(
            identifier: track.identifier, source: track.source, record: record, reports: reports, flaws: flaws,
            accelerationMetresPerSecondSquared: accelerationMetresPerSecondSquared)
    }
}

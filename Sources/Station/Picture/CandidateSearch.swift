import Airspace
import Separation

/// The search for pairs that may undercut the largest minima within the longest look-ahead, as the monitor wants them.
struct CandidateSearch: Sendable {
    private var detector = ConflictDetector()
    private var sky = SkySnapshot()
    /// Pairs that the detector looked at in the last search.
    private(set) var pairsExamined = 0

    /// What is less certain than this is paired with everything, metres: a search as wide as that for all would cost more.
    private static let coarseMetres = 20_000.0

    /// More disclosed tracks of a party that may be anywhere take no part, the best known come first: each is paired with all there is.
    static let mostVagueOfAParty = 200
    /// How many conflicts the search with one party's disclosed tracks holds: hundreds for each aircraft of a full sky, and a fraction of a
    /// second's work.
    static let mostConflictsOfAParty = 1_000_000
    /// As many disclosed tracks of a party take part where so many crowd in one place that the search can't hold all of them.
    static let mostCrowdedOfAParty = 1_000

    private let mostConflicts: Int
    private let mostCrowded: Int

    /// - Parameters:
    ///   - mostConflicts: ``mostConflictsOfAParty``, or less, for a test.
    ///   - mostCrowded: ``mostCrowdedOfAParty``, or less, for a test.
    init(mostConflicts: Int = mostConflictsOfAParty, mostCrowded: Int = mostCrowdedOfAParty) {
        self.mostConflicts = mostConflicts
        self.mostCrowded = mostCrowded
    }

    /// How many disclosed tracks of each party took no part in the last search: no conflict is predicted for them.
    private(set) var leftOut: [String: Int] = [:]

    /// The tracks of a search, by what is known of their places.
    private struct Split {
        /// What broadcasts.
        var exact: [Int] = []
        /// Disclosed by other parties, off by some miles at most.
        var coarse: [String: [Int]] = [:]
        /// Disclosed, and anywhere.
        var vague: [String: [Int]] = [:]
        /// Targets entered by hand, old positions: anywhere.
        var manual: [Int] = []
    }

    /// The pairs to look at. Two aircraft of one other party are its own affair.
    ///
    /// What broadcasts is searched with the minima as they are. Disclosed positions are searched once more together with it, party by party,
    /// with the minima widened by the least certain of them, so that a coarse one hides nothing; and whatever one party tells, it costs no
    /// other its conflicts.
    mutating func candidates(among tracks: [AlertTrack], for monitor: ConflictMonitor) -> [CandidatePair] {
        var split = Self.split(tracks, staleSeconds: monitor.rules.staleSeconds)
        let minima = monitor.largestMinima
        let lookahead = TimeSpan(seconds: monitor.longestLookAheadSeconds)
        pairsExamined = 0
        leftOut = [:]
        var pairs = detect(split.exact, of: tracks, minima: minima, lookahead) ?? []
        for party in split.coarse.keys.sorted() {
            pairs += crossing(party, &split, of: tracks, minima: minima, lookahead)
        }
        var known = split.exact + split.coarse.keys.sorted().flatMap { split.coarse[$0] ?? [] }
        for party in split.vague.keys.sorted() {
            var own = split.vague[party] ?? []
            if own.count > Self.mostVagueOfAParty {
                own.sort { (tracks[$0].uncertaintyMetres, $0) < (tracks[$1].uncertaintyMetres, $1) }
                leftOut[party, default: 0] += own.count - Self.mostVagueOfAParty
                own.removeLast(own.count - Self.mostVagueOfAParty)
            }
            for index in own {
                for other in known where tracks[other].party != party {
                    pairs.append(CandidatePair(min(index, other), max(index, other)))
                }
            }
            known += own
        }
        for (rank, index) in split.manual.enumerated() {
            for other in known { pairs.append(CandidatePair(min(index, other), max(index, other))) }
            for other in split.manual[(rank + 1)...] { pairs.append(CandidatePair(index, other)) }
        }
        return pairs
    }

    /// The pairs of a party's disclosed tracks with those that broadcast and with those of parties before it.
    private mutating func crossing(
        _ party: String, _ split: inout Split, of tracks: [AlertTrack], minima: Minima, _ lookahead: TimeSpan
    ) -> [CandidatePair] {
        let others = split.coarse.keys.filter { $0 < party }.sorted().flatMap { split.coarse[$0] ?? [] }
        var own = split.coarse[party] ?? []
        for isCrowded in [false, true] where !isCrowded || own.count > mostCrowded {
            if isCrowded {
                leftOut[party, default: 0] += own.count - mostCrowded
                own.removeLast(own.count - mostCrowded)
                split.coarse[party] = own
            }
            let all = own + others
            // Two disclosed ones may both be off.
            let wider = Minima(
                horizontal: Length(
                    minima.horizontal.metres + 2 * (all.map { tracks[$0].uncertaintyMetres }.max() ?? 0), .metres),
                vertical: Length(
                    minima.vertical.feet + 2 * (all.map { tracks[$0].levelUncertaintyFeet }.max() ?? 0), .feet))
            guard let found = detect(split.exact + all, of: tracks, minima: wider, lookahead, limit: mostConflicts)
            else { continue }
            return found.filter { pair in
                let (one, other) = (tracks[Int(pair.first)], tracks[Int(pair.second)])
                let (isOne, isOther) = (Self.isDisclosed(one, by: party), Self.isDisclosed(other, by: party))
                return isOne != isOther
            }
        }
        // Not even so many: none of them takes part.
        leftOut[party, default: 0] += own.count
        split.coarse[party] = []
        return []
    }

    /// Whether a track stands where another party says, and not where our receivers see it.
    private static func isDisclosed(_ track: AlertTrack, by party: String) -> Bool {
        track.party == party && track.uncertaintyMetres > 0
    }

    private static func split(_ tracks: [AlertTrack], staleSeconds: Double) -> Split {
        var split = Split()
        for (index, track) in tracks.enumerated() {
            guard !track.isOnGround, track.state.timeUnixSeconds - track.lastReportUnixSeconds <= staleSeconds
            else { continue }
            if track.uncertaintyMetres == 0 {
                split.exact.append(index)
            } else if let party = track.party {
                if track.uncertaintyMetres <= coarseMetres {
                    split.coarse[party, default: []].append(index)
                } else {
                    split.vague[party, default: []].append(index)
                }
            } else {
                split.manual.append(index)
            }
        }
        return split
    }

    /// nil: there are more conflicts than the search can hold.
    private mutating func detect(
        _ indices: [Int], of tracks: [AlertTrack], minima: Minima, _ lookahead: TimeSpan,
        limit: Int = ConflictDetector.maximumConflicts
    ) -> [CandidatePair]? {
        var places: [Int] = []
        sky.removeAll()
        for index in indices {
            do throws(DetectionFault) {
                try sky.append(tracks[index].identifier, tracks[index].state)
                places.append(index)
            } catch {
                // A state that no detection can use is shown, and takes no part: the tracker has marked it.
            }
        }
        guard let found = try? detector.detect(in: sky, minima: minima, lookahead: lookahead, limit: limit) else {
            return nil
        }
        pairsExamined += detector.lastPass.pairsExamined
        return found.map { CandidatePair(places[$0.first], places[$0.second]) }
    }
}

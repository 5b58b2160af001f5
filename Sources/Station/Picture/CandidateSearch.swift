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

    /// The tracks of a search, by what is known of their places.
    private struct Split {
        /// What broadcasts.
        var exact: [Int] = []
        /// Disclosed by other parties, off by some miles at most.
        var coarse: [Int] = []
        /// Anything: targets entered by hand, old positions.
        var vague: [Int] = []
        var widestMetres = 0.0
        var widestFeet = 0.0
    }

    /// The pairs to look at.
    ///
    /// What broadcasts is searched with the minima as they are. Disclosed positions are searched once more together with it, with the minima
    /// widened by the least certain of them, so that a coarse one hides nothing.
    mutating func candidates(among tracks: [AlertTrack], for monitor: ConflictMonitor) -> [CandidatePair] {
        let split = Self.split(tracks, staleSeconds: monitor.rules.staleSeconds)
        let minima = monitor.largestMinima
        let lookahead = TimeSpan(seconds: monitor.longestLookAheadSeconds)
        pairsExamined = 0
        var pairs = detect(split.exact, of: tracks, minima: minima, lookahead)
        if !split.coarse.isEmpty {
            // Two disclosed ones may both be off.
            let wider = Minima(
                horizontal: Length(minima.horizontal.metres + 2 * split.widestMetres, .metres),
                vertical: Length(minima.vertical.feet + 2 * split.widestFeet, .feet))
            pairs += detect(split.exact + split.coarse, of: tracks, minima: wider, lookahead).filter {
                tracks[Int($0.first)].uncertaintyMetres > 0 || tracks[Int($0.second)].uncertaintyMetres > 0
            }
        }
        let known = split.exact + split.coarse
        for (rank, index) in split.vague.enumerated() {
            for other in known { pairs.append(CandidatePair(min(index, other), max(index, other))) }
            for other in split.vague[(rank + 1)...] { pairs.append(CandidatePair(index, other)) }
        }
        return pairs
    }

    private static func split(_ tracks: [AlertTrack], staleSeconds: Double) -> Split {
        var split = Split()
        for (index, track) in tracks.enumerated() {
            guard !track.isOnGround, track.state.timeUnixSeconds - track.lastReportUnixSeconds <= staleSeconds
            else { continue }
            if track.uncertaintyMetres == 0 {
                split.exact.append(index)
            } else if track.party != nil, track.uncertaintyMetres <= coarseMetres {
                split.coarse.append(index)
                split.widestMetres = max(split.widestMetres, track.uncertaintyMetres)
                split.widestFeet = max(split.widestFeet, track.levelUncertaintyFeet)
            } else {
                split.vague.append(index)
            }
        }
        return split
    }

    private mutating func detect(
        _ indices: [Int], of tracks: [AlertTrack], minima: Minima, _ lookahead: TimeSpan
    ) -> [CandidatePair] {
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
        guard let found = try? detector.detect(in: sky, minima: minima, lookahead: lookahead) else { return [] }
        pairsExamined += detector.lastPass.pairsExamined
        return found.map { CandidatePair(places[$0.first], places[$0.second]) }
    }
}

import Airspace

extension AlertSky {
    /// Whether both are aircraft of one other party: it knows better where they are, and keeps them apart itself.
    func isBusinessOfOthers(_ first: Int, _ second: Int) -> Bool {
        guard let party = tracks[first].party else { return false }
        return tracks[second].party == party
    }

    /// What holds for two tracks: what was agreed with the party of one of them, else the station's own rules.
    ///
    /// A track whose place is not well known may be in several volumes: the strictest of what they ask for holds.
    func rule(_ first: Int, _ second: Int) -> PairRule {
        let parties = [tracks[first].party, tracks[second].party].compactMap { $0 }.sorted()
        let party = parties.first { agreed[$0] != nil }
        let isExact = party == nil && tracks[first].uncertaintyMetres == 0 && tracks[second].uncertaintyMetres == 0
        if isExact {
            return self.book.rules.rule(between: ruled(first, volumes[first]), and: ruled(second, volumes[second]))
        }
        let used = party.flatMap { agreed[$0] } ?? self.book
        var strictest: PairRule?
        let others = choices(second, of: party, in: used)
        for one in choices(first, of: party, in: used) {
            for other in others {
                let rule = used.rules.rule(between: ruled(first, one), and: ruled(second, other))
                strictest = strictest?.strictest(rule) ?? rule
            }
        }
        return strictest ?? self.book.rules.rule(between: ruled(first, nil), and: ruled(second, nil))
    }

    private func ruled(_ index: Int, _ volume: Int?) -> RuledAircraft {
        RuledAircraft(volume: volume, aircraftClass: tracks[index].aircraftClass, squawk: tracks[index].squawk)
    }

    /// The volumes that a track may count to in what was agreed with a party, or nil: in the station's own rules.
    private func choices(_ index: Int, of party: String?, in book: AlertRuleBook) -> [Int?] {
        if let known = uncertainVolumes[index], known.party == party { return known.volumes }
        return Self.volumes(of: tracks[index], in: book, at: timeUnixSeconds)
    }

    /// The volumes of a book that a track may count to.
    static func volumes(of track: AlertTrack, in book: AlertRuleBook, at timeUnixSeconds: Double) -> [Int?] {
        let bounds = track.state.level.boundsFeet
        let level =
            track.levelUncertaintyFeet > 0
            ? Level.between(
                lowerFeet: bounds.lowerBound - track.levelUncertaintyFeet,
                upperFeet: bounds.upperBound + track.levelUncertaintyFeet)
            : track.state.level
        var found = [book.volumeIndex(of: track.state.position, level: level, at: timeUnixSeconds)]
        guard track.uncertaintyMetres > 0 else { return found }
        for azimuth in stride(from: 0.0, to: 360, by: 45) {
            let edge = Geodesic.direct(
                from: track.state.position, azimuthDegrees: azimuth, distanceMetres: track.uncertaintyMetres)
            let volume = book.volumeIndex(of: edge.position, level: level, at: timeUnixSeconds)
            if !found.contains(volume) { found.append(volume) }
        }
        return found
    }
}

extension PairRule {
    /// The larger minima of the two, and the policy of the first that alerts.
    fileprivate func strictest(_ other: PairRule) -> PairRule {
        var strictest = alerts || !other.alerts ? self : other
        strictest.minima = minima.strictest(other.minima)
        return strictest
    }
}

import Airspace

extension ConflictMonitor {
    /// Judges every candidate pair, and every pair that alerts already.
    ///
    /// - Parameter folded: The envelopes of this cycle: a pair of an outsider and a member alerts through its envelope.
    func pairs(in sky: AlertSky, candidates: [CandidatePair]?, folded: [JudgedConflict]) -> [JudgedConflict] {
        var seen: Set<AlertIdentifier> = []
        var judged: [JudgedConflict] = []
        var envelopes: [String: Set<String>] = [:]
        for conflict in folded {
            guard case .envelope(let outsider, let group) = conflict.alert.identifier else { continue }
            envelopes[outsider, default: []].insert(group)
        }
        func consider(_ first: Int, _ second: Int) {
            guard first != second, sky.sky.indices.contains(first), sky.sky.indices.contains(second),
                let one = sky.sky[first], let other = sky.sky[second], !sky.isBusinessOfOthers(first, second)
            else { return }
            let ordered = sky.tracks[first].identifier < sky.tracks[second].identifier
            let conflict =
                ordered
                ? judge(first, second, one, other, in: sky, envelopes: envelopes)
                : judge(second, first, other, one, in: sky, envelopes: envelopes)
            guard let conflict, seen.insert(conflict.alert.identifier).inserted else { return }
            judged.append(conflict)
        }
        if let candidates {
            for pair in candidates { consider(Int(pair.first), Int(pair.second)) }
        } else {
            for first in sky.sky.indices where sky.sky[first] != nil {
                for second in (first + 1)..<sky.sky.count { consider(first, second) }
            }
        }
        for (identifier, memory) in memories where memory.level != .none && !seen.contains(identifier) {
            guard case .pair(let first, let second) = identifier,
                let one = sky.indices[first], let other = sky.indices[second]
            else { continue }
            consider(one, other)
        }
        return judged
    }

    /// Judges one pair; nil: nothing to show. `first` has the lesser identifier.
    private func judge(
        _ first: Int, _ second: Int, _ one: SkyTrack, _ other: SkyTrack, in sky: AlertSky,
        envelopes: [String: Set<String>]
    ) -> JudgedConflict? {
        let lookAhead = longestLookAheadSeconds
        guard canMeet(one, other, within: lookAhead) else { return nil }
        let firstTrack = sky.tracks[first]
        let secondTrack = sky.tracks[second]
        let rule = sky.rule(first, second)
        let geometry = PairGeometry(one, other)
        let prediction = PairPrediction(
            geometry, one, other, minima: rule.minima, lookAheadSeconds: rule.policy.lookAheadSeconds)
        let identifier = AlertIdentifier(firstTrack.identifier, secondTrack.identifier)
        guard prediction.secondsToLoss != nil || (memories[identifier]?.level ?? .none) != .none else { return nil }

        var flaws = sky.flaws(first).union(sky.flaws(second))
        // A second track of an aircraft that is there itself has nothing of its own to say.
        let isOneAircraft =
            sky.twins[first] != nil || sky.twins[second] != nil
            || isSameAircraft(firstTrack, secondTrack, one, other)
        if isOneAircraft { flaws.insert(.duplicateTrack) }
        let group = sky.together(first, second)
        let envelope = sharedEnvelope(first, second, in: sky, envelopes: envelopes)
        let alert = Alert(
            identifier: identifier, firstAircraft: firstTrack.identifier, secondAircraft: secondTrack.identifier,
            level: .none, sinceUnixSeconds: sky.timeUnixSeconds, prediction: prediction, minima: rule.minima,
            widenedMinima: PairDoubt(one, other).widened(rule.minima), volume: rule.volume,
            isDiverging: prediction.isDiverging(minima: rule.minima, alarmSeconds: rule.policy.alarmSeconds),
            isLevelUnknown: prediction.verticalFeet == nil, flaws: flaws, together: group ?? envelope)
        let mayAlert = rule.alerts && !isOneAircraft && group == nil && envelope == nil
        return JudgedConflict(
            alert, policy: rule.policy, mayAlert: mayAlert, isCoasting: sky.isCoasting(first) || sky.isCoasting(second))
    }

    /// Whether the two are near enough to meet at all, whatever their directions.
    private func canMeet(_ one: SkyTrack, _ other: SkyTrack, within seconds: Double) -> Bool {
        let reach =
            largestMinima.horizontal.metres + one.uncertaintyMetres + other.uncertaintyMetres
            + (one.speed + other.speed) * seconds
        return one.place.chordSquared(to: other.place) <= reach * reach
    }

    /// The group whose envelope speaks for this pair: one is a member, and the other has a conflict with the envelope.
    private func sharedEnvelope(_ first: Int, _ second: Int, in sky: AlertSky, envelopes: [String: Set<String>])
        -> String?
    {
        guard !envelopes.isEmpty else { return nil }
        for (member, outsider) in [(first, second), (second, first)] {
            guard let groups = envelopes[sky.tracks[outsider].identifier] else { continue }
            for index in sky.memberships[member] ?? [] where groups.contains(sky.groups[index].name) {
                return sky.groups[index].name
            }
        }
        return nil
    }
}

extension JudgedConflict {
    /// Judges an alert by its policy: what this cycle alone would make of it.
    init(_ alert: Alert, policy: AlertPolicy, mayAlert: Bool, isCoasting: Bool) {
        let prediction = alert.prediction
        let isVertical = !prediction.isInLoss && (prediction.verticalFeet ?? 0) >= alert.widenedMinima.vertical.feet
        let seconds = prediction.secondsToLoss ?? .infinity
        // Of places that are not well known even a graze may be a deep loss.
        let isDeep =
            prediction.isInLoss || prediction.closestRatio < policy.deepestGraze || alert.widenedMinima != alert.minima
        let isLevelKeeping = alert.isWithinLevelTolerance(policy)
        self.alert = alert
        self.policy = policy
        self.mayAlert = mayAlert
        self.isCoasting = isCoasting
        isAdvisory =
            mayAlert && isDeep && !isLevelKeeping && seconds <= policy.advisoryHorizonSeconds(vertical: isVertical)
        isAlarm =
            isAdvisory && !alert.isLevelUnknown && !alert.isDiverging
            && seconds <= policy.alarmHorizonSeconds(vertical: isVertical)
    }
}

extension Alert {
    /// Whether both fly level and what they lack of the vertical minimum, now and at the closest approach, is within the tolerance.
    fileprivate func isWithinLevelTolerance(_ policy: AlertPolicy) -> Bool {
        guard policy.levelToleranceFeet > 0, let now = prediction.verticalFeet, let then = prediction.cpaVerticalFeet,
            let rate = prediction.verticalRateFeetPerSecond, abs(rate) <= levelFeetPerSecond
        else { return false }
        let doubtFeet = widenedMinima.vertical.feet - minima.vertical.feet
        return min(now, then) - doubtFeet >= minima.vertical.feet - policy.levelToleranceFeet
    }

    /// Up to this a difference of vertical rates is noise: 200 ft/min.
    private var levelFeetPerSecond: Double { 200.0 / 60 }
}

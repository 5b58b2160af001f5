import Airspace

extension ConflictMonitor {
    /// Judges every outsider against the envelope of every group.
    func envelopes(in sky: AlertSky) -> [JudgedConflict] {
        var judged: [AlertIdentifier: JudgedConflict] = [:]
        for (groupIndex, group) in sky.groups.enumerated() {
            for body in bodies(of: group, in: sky) {
                let ready = body.compactMap { sky.sky[$0] }
                for outsider in sky.sky.indices where !(sky.memberships[outsider]?.contains(groupIndex) ?? false) {
                    guard let track = sky.sky[outsider], track.isLevelKnown,
                        let conflict = judge(outsider, track, against: group, body: body, ready, in: sky)
                    else { continue }
                    // Of several bodies of one group the one that is met first speaks.
                    let other = judged[conflict.alert.identifier]?.alert.prediction.secondsToLoss ?? .infinity
                    if conflict.alert.prediction.secondsToLoss ?? .infinity <= other {
                        judged[conflict.alert.identifier] = conflict
                    }
                }
            }
        }
        return Array(judged.values)
    }

    /// The members with known levels, in bodies of at least two: each within the group's reach of another one of its body.
    private func bodies(of group: TogetherGroup, in sky: AlertSky) -> [[Int]] {
        var left = group.members.sorted().compactMap { sky.indices[$0] }.filter { sky.sky[$0]?.isLevelKnown ?? false }
        let reachSquared = rules.groupReachMetres * rules.groupReachMetres
        func isNear(_ one: Int, _ other: Int) -> Bool {
            guard let first = sky.sky[one], let second = sky.sky[other] else { return false }
            return first.place.chordSquared(to: second.place) <= reachSquared
        }
        var bodies: [[Int]] = []
        while let seed = left.popLast() {
            var body = [seed]
            var next = 0
            while next < body.count {
                let member = body[next]
                body += left.filter { isNear(member, $0) }
                left.removeAll { isNear(member, $0) }
                next += 1
            }
            if body.count >= 2 { bodies.append(body.sorted()) }
        }
        return bodies
    }

    private func judge(
        _ outsider: Int, _ track: SkyTrack, against group: TogetherGroup, body: [Int], _ members: [SkyTrack],
        in sky: AlertSky
    ) -> JudgedConflict? {
        let ranked = zip(body, members).map { (index: $0, metres: $1.place.chordSquared(to: track.place).squareRoot()) }
        guard let nearest = ranked.min(by: { $0.metres < $1.metres }) else { return nil }
        guard canMeet(track, members) else { return nil }

        let rule = strictestRule(outsider, body, in: sky)
        let envelope = EnvelopePrediction(of: members, seenFrom: track, rule: rule)
        let identifier = AlertIdentifier.envelope(outsider: sky.tracks[outsider].identifier, group: group.name)
        guard envelope.prediction.secondsToLoss != nil || (memories[identifier]?.level ?? .none) != .none
        else { return nil }
        let flaws = body.reduce(sky.flaws(outsider)) { $0.union(sky.flaws($1)) }
        let alert = Alert(
            identifier: identifier, firstAircraft: sky.tracks[outsider].identifier,
            secondAircraft: sky.tracks[nearest.index].identifier, level: .none,
            sinceUnixSeconds: sky.timeUnixSeconds, prediction: envelope.prediction, minima: rule.minima,
            widenedMinima: PairDoubt(track, members: members).widened(rule.minima), volume: rule.volume,
            isDiverging: envelope.prediction.isDiverging(minima: rule.minima, alarmSeconds: rule.policy.alarmSeconds),
            isLevelUnknown: false, flaws: flaws, together: group.name)
        let isCoasting = sky.isCoasting(outsider) || body.contains { sky.isCoasting($0) }
        return JudgedConflict(alert, policy: rule.policy, mayAlert: rule.alerts, isCoasting: isCoasting)
    }

    /// Whether the outsider can come near the hull at all: no point of it is further from the nearest member than the members
    /// are from each other, and straight motions are furthest apart at one end.
    private func canMeet(_ outsider: SkyTrack, _ members: [SkyTrack]) -> Bool {
        let lookAhead = longestLookAheadSeconds
        var spread = 0.0
        for (rank, one) in members.enumerated() {
            for other in members[(rank + 1)...] {
                let motion = PairGeometry(one, other).motion
                let end = motion.horizontalMetres(after: lookAhead)
                spread = max(spread, motion.horizontalMetres(after: 0), end)
            }
        }
        let reach = largestMinima.horizontal.metres + outsider.uncertaintyMetres + spread
        return members.contains { member in
            let motion = PairGeometry(outsider, member).motion
            let seconds = min(max(motion.horizontalClosestApproach.seconds, 0), lookAhead)
            return motion.horizontalMetres(after: seconds) <= (reach + member.uncertaintyMetres) * 1.01
        }
    }

    /// The strictest minima between the outsider and any member; the policy of the first that may alert.
    private func strictestRule(_ outsider: Int, _ body: [Int], in sky: AlertSky) -> PairRule {
        let rules = body.map { sky.rule(outsider, $0) }
        var strictest = rules.first { $0.alerts } ?? sky.rule(outsider, body[0])
        for rule in rules { strictest.minima = strictest.minima.strictest(rule.minima) }
        return strictest
    }
}

/// What is predicted for an outsider and the envelope of a group.
struct EnvelopePrediction: Sendable {
    let prediction: PairPrediction

    init(of members: [SkyTrack], seenFrom outsider: SkyTrack, rule: PairRule) {
        let frame = LocalFrame(at: GeodeticPosition(outsider.place + (members[0].place - outsider.place) * 0.5))
        let envelope = GroupEnvelope(of: members, seenFrom: outsider, in: frame)
        let lookAhead = rule.policy.lookAheadSeconds
        let doubt = PairDoubt(outsider, members: members)
        let cylinder = doubt.cylinder(rule.minima)
        let now = envelope.distance(after: 0)
        let soon = envelope.distance(after: 1)
        let loss = envelope.firstLoss(cylinder, lookAheadSeconds: lookAhead)

        var closest = (seconds: 0.0, metres: now.metres, feet: now.feet, nearest: now.nearest)
        var closestRatio = Double.infinity
        for second in 0...Int(lookAhead) {
            let then = envelope.distance(after: Double(second))
            if then.metres < closest.metres { closest = (Double(second), then.metres, then.feet, then.nearest) }
            let share = max(
                then.metres / cylinder.radiusMetres, then.feet / (rule.minima.vertical.feet + doubt.levelFeet))
            closestRatio = min(closestRatio, share)
        }
        let there = outsider.place + outsider.velocity * closest.seconds
        let nearest = there + frame.east * closest.nearest.x + frame.north * closest.nearest.y
        prediction = PairPrediction(
            horizontalMetres: now.metres, verticalFeet: now.feet,
            isInLoss: loss?.entry == 0 && now.metres < rule.minima.horizontal.metres,
            secondsToLoss: loss?.entry, secondsToLossEnd: loss?.exit, secondsToCPA: closest.seconds,
            cpaHorizontalMetres: closest.metres, cpaVerticalFeet: closest.feet,
            cpaFirst: GeodeticPosition(there), cpaSecond: GeodeticPosition(nearest),
            rangeRateMetresPerSecond: soon.metres - now.metres, verticalRateFeetPerSecond: soon.feet - now.feet,
            closestRatio: closestRatio)
    }
}

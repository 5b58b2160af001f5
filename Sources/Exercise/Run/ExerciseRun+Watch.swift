import Accord
import Airspace
import Separation

extension ExerciseRun {
    /// The distances of every two crews of different parties, from each kind of data.
    mutating func measure(now: Double, _ actions: inout [RunAction]) {
        ranges = []
        let flights = plan.flights
        for (index, first) in flights.enumerated() {
            for second in flights[(index + 1)...] where second.party != first.party {
                for basis in RangeBody.Basis.allCases {
                    guard let one = report(of: first.identifier, basis, now: now),
                        let other = report(of: second.identifier, basis, now: now),
                        basis == .shared || one.basis == .own || other.basis == .own
                    else { continue }
                    // A position older than half a minute says nothing of a distance now.
                    guard now - min(one.timeUnixSeconds, other.timeUnixSeconds) < 30 else { continue }
                    let range = range(one, other, basis, now: now)
                    ranges.append(range)
                    let pair = range.between
                    if range.isLevelClose {
                        closest[pair] = min(closest[pair] ?? .infinity, range.horizontalMetres)
                    }
                    write(
                        RangeBody(
                            run: identifier, between: pair, time: EntryTime(unixSeconds: now.rounded(.down)),
                            horizontalNM: Self.thousandths(range.horizontalMetres / 1852),
                            verticalFt: range.verticalFeet.map { $0.rounded() },
                            predictedNM: range.predictedMetres.map { Self.thousandths($0 / 1852) }, basis: basis),
                        &actions)
                }
            }
        }
    }

    /// The report that counts: a station's own data are what its receivers see, and of a flight that they don't see what was shown of it.
    private func report(of participant: String, _ basis: RangeBody.Basis, now: Double) -> RunReport? {
        let shared = reports[ReportKey(participant: participant, basis: .shared)]
        guard basis == .own else { return shared }
        guard let own = reports[ReportKey(participant: participant, basis: .own)] else { return shared }
        guard let shared, now - own.timeUnixSeconds > plan.turnAway.staleSeconds else { return own }
        return shared.timeUnixSeconds > own.timeUnixSeconds ? shared : own
    }

    private static func thousandths(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }

    /// Both flights carried on to `now`, and to their closest approach within the look-ahead.
    private func range(
        _ one: RunReport, _ other: RunReport, _ basis: RangeBody.Basis, now: Double
    ) -> RunRange {
        let first = Self.carried(one, to: now)
        let second = Self.carried(other, to: now)
        var range = RunRange(
            between: [one.participant, other.participant], timeUnixSeconds: now,
            horizontalMetres: first.distanceMetres(to: second), verticalFeet: nil, predictedMetres: nil,
            isLevelClose: true, basis: basis)
        if let low = one.levelFeet, let high = other.levelFeet {
            let feet = roundedToHundredthFeet(abs(low - high))
            range.verticalFeet = feet
        }
        range.isLevelClose = isClose(verticalFeet: range.verticalFeet)
        guard let mine = one.velocity, let theirs = other.velocity else { return range }
        let frame = LocalFrame(at: first)
        let way = frame.local(EarthCentred(footOf: second))
        let motion = RelativeMotion(
            east: way.east, north: way.north, up: 0, eastRate: theirs.east - mine.east,
            northRate: theirs.north - mine.north, upRate: 0)
        let seconds = min(max(motion.horizontalClosestApproach.seconds, 0), plan.turnAway.lookaheadSeconds)
        range.predictedMetres = motion.horizontalMetres(after: seconds)
        return range
    }

    /// Whether the minimum holds at a vertical distance; at one that is not known it does.
    func isClose(verticalFeet: Double?) -> Bool {
        // Levels are carried on no further than they are reported; 300 ft is what encoding and keeping may hide.
        verticalFeet.map { $0 < plan.minimum.whileVerticalBelow.feet + 300 } ?? true
    }

    private static func carried(_ report: RunReport, to now: Double) -> GeodeticPosition {
        let seconds = now - report.timeUnixSeconds
        guard let velocity = report.velocity, seconds > 0, velocity.metresPerSecond > 0 else { return report.position }
        return Geodesic.direct(
            from: report.position, azimuthDegrees: velocity.trackDegrees,
            distanceMetres: velocity.metresPerSecond * min(seconds, 30)
        ).position
    }

    /// Everything for which the exercise is broken off by itself.
    mutating func watch(now: Double, _ actions: inout [RunAction]) {
        guard isClosing, let card else { return }
        let limit = plan.turnAway.staleSeconds
        for crew in card.crews where plan.participant(crew)?.kind == .flight {
            let newest = RangeBody.Basis.allCases.compactMap { basis in
                reports[ReportKey(participant: crew, basis: basis)]
            }.max { $0.timeUnixSeconds < $1.timeUnixSeconds }
            guard let newest, now - newest.timeUnixSeconds <= limit else {
                // After a start the receivers have as long to bring a flight back as its track may be old.
                if newest == nil, let resumedUnixSeconds, now - resumedUnixSeconds <= limit { continue }
                breakOff(.staleTrack, by: station, now: now, &actions)
                return
            }
            if newest.levelFeet == nil {
                breakOff(.levelLost, by: station, now: now, &actions)
                return
            }
        }
        if !lostContact.isEmpty {
            breakOff(.contactLost, by: station, now: now, &actions)
            return
        }
        let buffer = plan.turnAway.buffer.metres
        let isTooClose = ranges.contains { range in
            guard range.isLevelClose else { return false }
            if let predicted = range.predictedMetres, predicted < buffer { return true }
            if range.horizontalMetres < plan.minimum.horizontal.metres { return true }
            guard let abortRange = plan.turnAway.abortRange?.metres, let predicted = range.predictedMetres else {
                return false
            }
            return range.horizontalMetres < abortRange && predicted < range.horizontalMetres - 1
        }
        if isTooClose { breakOff(.buffer, by: station, now: now, &actions) }
    }
}

import Airspace

extension EncounterMeasurer {
    /// Measures every second that has not been, up to and with `last`, in which there is an aircraft.
    mutating func measure(through last: Int, into batch: inout Batch) {
        var second = measuredThrough.map { $0 + 1 } ?? Int.min
        while true {
            guard let next = nextSecond(from: second), next <= last else { break }
            second = next
            // Before anything of this second is heard, so that portions make no difference.
            close(before: second - merge, into: &batch)
            gather(second)
            findLosses(second, into: &batch)
            measuredThrough = second
            second += 1
        }
        if last < Int.max {
            measuredThrough = max(measuredThrough ?? last, last)
            close(before: last + 1 - merge, into: &batch)
            if clock == .caller { forgetIdle(at: last) }
        }
    }

    /// Lets go of aircraft that have long been silent: a station runs for months. A recording's are all kept to its end.
    private mutating func forgetIdle(at second: Int) {
        let span = max(600, gap, merge)
        guard second >= nextForgetting else { return }
        nextForgetting = second + span
        for slot in 0..<trails.count where !isActive[slot] && trails[slot].newestSecond < second - 2 * span {
            let identifier = trails[slot].identifier
            guard slots[identifier] == slot else { continue }
            slots[identifier] = nil
            freeSlots.append(slot)
        }
    }

    /// The next second, not before `second`, in which an aircraft may have a position; nil: there is none.
    private func nextSecond(from second: Int) -> Int? {
        var earliest: Int?
        for slot in active {
            guard let candidate = trails[slot].firstSecond(from: second, gap: gap) else { continue }
            if candidate <= second { return second }
            earliest = min(earliest ?? candidate, candidate)
        }
        return earliest
    }

    /// Places all aircraft at `second`; those that have ended are let go.
    private mutating func gather(_ second: Int) {
        sky.removeAll()
        var kept = 0
        for index in 0..<active.count {
            let slot = active[index]
            if let report = trails[slot].position(at: second, gap: gap) {
                sky.append(slot: slot, report)
            }
            if trails[slot].isEmpty {
                isActive[slot] = false
            } else {
                active[kept] = slot
                kept += 1
            }
        }
        active.removeLast(active.count - kept)
    }

    private mutating func findLosses(_ second: Int, into batch: inout Batch) {
        guard sky.slots.count > 1 else { return }
        var pairs: [(Int, Int, Double)] = []
        let altitude = sky.altitudeFeet
        let verticalFeet = verticalFeet
        // A geodesic is never shorter than its chord; the millimetre is for rounding.
        grid.forEachPair(x: sky.x, y: sky.y, z: sky.z, within: horizontalMetres + 0.001) { first, other, chordSquared in
            if roundedToHundredthFeet(abs(altitude[first] - altitude[other])) < verticalFeet {
                pairs.append((first, other, chordSquared))
            }
        }
        let firstLoss = batch.lossSeconds.count
        for (first, other, chordSquared) in pairs {
            let isOrdered = trails[sky.slots[first]].identifier < trails[sky.slots[other]].identifier
            note(
                isOrdered ? first : other, isOrdered ? other : first, chordSquared: chordSquared, second: second,
                into: &batch)
        }
        if collectsLossSeconds {
            batch.lossSeconds[firstLoss...].sort { ($0.a, $0.b) < ($1.a, $1.b) }
        }
    }

    /// Weighs a near pair at `second`; `a` and `b` are its places in the sky, in the order of the identifiers.
    private mutating func note(_ a: Int, _ b: Int, chordSquared: Double, second: Int, into batch: inout Batch) {
        var horizontal = ChordDistance.arcMetres(chordSquared: chordSquared)
        let isInDoubt =
            horizontal > ChordDistance.rangeMetres || abs(horizontal - horizontalMetres) < ChordDistance.boundMetres
        if isInDoubt { horizontal = Geodesic.inverse(from: sky.position(a), to: sky.position(b)).distanceMetres }
        guard horizontal < horizontalMetres else { return }
        let loss = PairLoss(
            second: second, horizontalMetres: horizontal,
            verticalFeet: roundedToHundredthFeet(abs(sky.altitudeFeet[a] - sky.altitudeFeet[b])),
            placeA: sky.place(a), placeB: sky.place(b), footA: sky.foot(a), footB: sky.foot(b),
            quality: sky.quality[a].union(sky.quality[b]))
        let slotA = sky.slots[a]
        let slotB = sky.slots[b]
        let key = UInt64(slotA) << 32 | UInt64(slotB)
        if open[key] != nil {
            open[key]?.add(loss, a: trails[slotA], b: trails[slotB])
        } else {
            open[key] = PairTally(slotA: slotA, slotB: slotB, first: loss, a: trails[slotA], b: trails[slotB])
        }
        earliestClosing = min(earliestClosing, second)
        if collectsLossSeconds {
            batch.lossSeconds.append(
                LossSecond(
                    second: second, a: trails[slotA].identifier, b: trails[slotB].identifier,
                    horizontalMetres: horizontal, verticalFeet: loss.verticalFeet))
        }
    }

    /// Closes the encounters whose last loss was before `second`.
    mutating func close(before second: Int, into batch: inout Batch) {
        guard earliestClosing < second else { return }
        var over: [Encounter] = []
        var earliest = Int.max
        for (key, tally) in open {
            if tally.encounter.end < second {
                over.append(
                    tally.measured(
                        a: trails[tally.slotA], b: trails[tally.slotB], verticalMinimumFeet: verticalFeet))
                open[key] = nil
            } else {
                earliest = min(earliest, tally.encounter.end)
            }
        }
        earliestClosing = earliest
        batch.encounters += over.sorted { ($0.end, $0.a, $0.b) < ($1.end, $1.a, $1.b) }
    }
}

import Airspace

extension AlertRules {
    /// Everything that is wrong with the rules, in plain words; empty: they can hold.
    public var faults: [String] {
        var faults = minima.faults(of: "the rules") + policy.faults(of: "the rules")
        if !(coastingSeconds > 0 && coastingSeconds <= staleSeconds && staleSeconds <= 600) {
            faults.append("the coasting time must be above 0 s and not above the stale time, which is at most 600 s")
        }
        if !(groupReachMetres > 0 && groupReachMetres <= 100_000) {
            faults.append("the reach of a group is above 0 and at most 100 km")
        }
        if let visualFlights {
            for squawk in visualFlights.squawks.sorted() where !squawk.isSquawk {
                faults.append("“\(squawk)” is no transponder code: four digits from 0 to 7 are needed")
            }
            if let minima = visualFlights.minima { faults += ClassMinima(minima).faults(of: "visual flights") }
        }
        var names: Set<String> = []
        for volume in volumes {
            if volume.name.isEmpty { faults.append("a volume has no name") }
            if !names.insert(volume.name).inserted { faults.append("two volumes are called “\(volume.name)”") }
            if let reason = volume.fault { faults.append("volume “\(volume.name)”: \(reason)") }
            faults += volume.minima?.faults(of: "volume “\(volume.name)”") ?? []
            faults += volume.policy?.faults(of: "volume “\(volume.name)”") ?? []
        }
        return faults
    }
}

extension ClassMinima {
    func faults(of owner: String) -> [String] {
        var faults: [String] = []
        for minima in [general] + exceptions.values {
            let horizontal = minima.horizontal.metres
            let vertical = minima.vertical.metres
            if !(horizontal > 0 && horizontal <= 100_000) {
                faults.append("\(owner): a horizontal minimum is above 0 and at most 100 km, not \(minima.horizontal)")
            }
            if !(vertical > 0 && vertical <= 10_000) {
                faults.append("\(owner): a vertical minimum is above 0 and at most 10 km, not \(minima.vertical)")
            }
        }
        for pair in exceptions.keys where pair.first == .unknown || pair.second == .unknown {
            faults.append("\(owner): \(pair) has minima of its own, but unknown always gets the strictest")
        }
        return faults.sorted()
    }
}

extension AlertPolicy {
    func faults(of owner: String) -> [String] {
        var faults: [String] = []
        if !(lookAheadSeconds > 0 && lookAheadSeconds <= 1_200) {
            faults.append("\(owner): the look-ahead is above 0 and at most 1200 s")
        }
        if !(alarmSeconds > 0 && alarmSeconds <= lookAheadSeconds) {
            faults.append("\(owner): the alarm time is above 0 s and at most the look-ahead")
        }
        for seconds in [verticalLookAheadSeconds, verticalAlarmSeconds] {
            if let seconds, !(seconds > 0 && seconds <= 1_200) {
                faults.append("\(owner): a horizon for climbs and descents is above 0 and at most 1200 s")
            }
        }
        if !(deepestGraze > 0 && deepestGraze <= 1) { faults.append("\(owner): the graze is above 0 and at most 1") }
        if !(levelToleranceFeet >= 0 && levelToleranceFeet <= 300) {
            faults.append("\(owner): the level tolerance is 0 to 300 ft")
        }
        if !(cycleWindow >= 1 && cycleWindow <= 30 && confirmingCycles >= 1 && confirmingCycles <= cycleWindow) {
            faults.append("\(owner): confirming takes 1 to 30 cycles, and not more hits than cycles")
        }
        if !(releasingCycles >= 1 && releasingCycles <= 30) {
            faults.append("\(owner): releasing takes 1 to 30 cycles")
        }
        return faults
    }
}

extension TogetherGroup {
    /// Why it can't hold; nil: it can.
    var fault: String? {
        if name.isEmpty { return "it has no name" }
        if declaredBy.isEmpty { return "it does not say who declares it" }
        if members.count < 2 { return "it has fewer than two members" }
        if members.count > 100 { return "it has more than a hundred members" }
        if members.contains("") { return "a member has no identifier" }
        let span = activeUnixSeconds.upperBound - activeUnixSeconds.lowerBound
        if !(span > 0 && span <= 24 * 3600) { return "it holds for no time, or for more than a day" }
        return nil
    }
}

extension AlertVolume {
    /// Why its volume encloses nothing; nil: it encloses something.
    var fault: String? {
        switch volume.footprint {
        case .circle(_, let radius) where !(radius > 0 && radius <= 5_000_000):
            return "its radius is above 0 and at most 5,000 km"
        case .polygon(let corners) where corners.count < 3:
            return "its outline has fewer than three corners"
        case .polygon(let corners) where corners.count > 1_000:
            return "its outline has more than a thousand corners"
        case .circle, .polygon, .everywhere:
            break
        }
        if let lower = volume.lower, let upper = volume.upper, lower.datum == upper.datum, lower.feet >= upper.feet {
            return "its floor is not below its ceiling"
        }
        return nil
    }
}

extension String {
    /// Whether it is a transponder code: four octal digits.
    var isSquawk: Bool { utf8.count == 4 && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) } }
}

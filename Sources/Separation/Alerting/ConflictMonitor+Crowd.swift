extension ConflictMonitor {
    /// More conflicts with aircraft that one other party tells of are not shown at once: a real sky has none of that.
    static let mostConflictsOfAParty = 500

    /// Leaves of the conflicts with each other party's disclosed aircraft the most urgent ones: whatever a party tells, the picture can be
    /// worked, and other conflicts are found in it. Those that alert already come first, and how many were left out of each is returned.
    func limit(_ judged: inout [JudgedConflict], in sky: AlertSky) -> [String: Int] {
        guard judged.count > Self.mostConflictsOfAParty else { return [:] }
        var ofParty: [String: [Int]] = [:]
        for (index, conflict) in judged.enumerated() {
            guard case .pair(let first, let second) = conflict.alert.identifier else { continue }
            for identifier in [first, second] {
                guard let place = sky.indices[identifier], let party = sky.tracks[place].party,
                    sky.tracks[place].uncertaintyMetres > 0
                else { continue }
                ofParty[party, default: []].append(index)
            }
        }
        var dropped: Set<Int> = []
        var leftOut: [String: Int] = [:]
        for (party, indices) in ofParty where indices.count > Self.mostConflictsOfAParty {
            let order = indices.map { (index: $0, urgency: urgency(of: judged[$0])) }.sorted { one, other in
                one.urgency != other.urgency ? one.urgency < other.urgency : one.index < other.index
            }
            dropped.formUnion(order[Self.mostConflictsOfAParty...].map(\.index))
            leftOut[party] = indices.count - Self.mostConflictsOfAParty
        }
        if !dropped.isEmpty { judged = judged.enumerated().filter { !dropped.contains($0.offset) }.map(\.element) }
        return leftOut
    }

    /// The less, the more urgent.
    private func urgency(of conflict: JudgedConflict) -> Double {
        let seconds = conflict.alert.prediction.secondsToLoss ?? longestLookAheadSeconds
        let isHeard = (memories[conflict.alert.identifier]?.level ?? .none) != .none
        return (isHeard ? 0 : 1e6) + (conflict.isAlarm ? 0 : 1e5) + seconds
    }
}

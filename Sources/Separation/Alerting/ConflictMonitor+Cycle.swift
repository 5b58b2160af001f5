extension ConflictMonitor {
    /// Brings the conflicts of this cycle together with their history: levels, acts of people, events.
    mutating func remember(_ judged: [JudgedConflict], at timeUnixSeconds: Double, into picture: inout AlertPicture) {
        var present: Set<AlertIdentifier> = []
        present.reserveCapacity(judged.count)
        picture.alerts.reserveCapacity(judged.count)
        // Conflicts are large: their indices are sorted, not they.
        for index in judged.indices.sorted(by: { judged[$0].alert.identifier < judged[$1].alert.identifier }) {
            let conflict = judged[index]
            let identifier = conflict.alert.identifier
            present.insert(identifier)
            var memory =
                memories[identifier]
                ?? AlertMemory(sinceUnixSeconds: timeUnixSeconds, lastSeenUnixSeconds: timeUnixSeconds)
            let inhibition = inhibitions[identifier]
            let before = memory.level
            memory.take(conflict, isInhibited: inhibition != nil, at: timeUnixSeconds)
            picture.events += memory.events(for: identifier, since: before, at: timeUnixSeconds)

            var alert = conflict.alert
            alert.level = memory.level
            alert.sinceUnixSeconds = memory.sinceUnixSeconds
            alert.acknowledged = memory.acknowledged
            alert.inhibited = inhibition
            let isShown = alert.level != .none || alert.prediction.secondsToLoss != nil
            if isShown { picture.alerts.append(alert) }
            memories[identifier] = memory
        }
        picture.events += forget(except: present, at: timeUnixSeconds)
    }

    /// Conflicts that are no longer in the picture: what alerted ends, and after a few cycles is forgotten.
    private mutating func forget(except present: Set<AlertIdentifier>, at timeUnixSeconds: Double) -> [AlertEvent] {
        var events: [AlertEvent] = []
        for identifier in memories.keys.filter({ !present.contains($0) }).sorted() {
            guard var memory = memories[identifier] else { continue }
            if memory.level != .none {
                memory.level = .none
                events.append(
                    AlertEvent(
                        timeUnixSeconds: timeUnixSeconds, kind: .ended, subject: identifier.description, level: .none,
                        detail: "no longer predicted, or a track was lost"))
            }
            memory.shift()
            memory.acknowledged = nil
            let age = timeUnixSeconds - memory.lastSeenUnixSeconds
            memories[identifier] = age > Double(rules.policy.releasingCycles) ? nil : memory
        }
        return events
    }

    /// Inhibitions whose time is over.
    mutating func expireInhibitions(at timeUnixSeconds: Double) -> [AlertEvent] {
        let expired = inhibitions.filter { $0.value.untilUnixSeconds <= timeUnixSeconds }.keys.sorted()
        return expired.map { identifier in
            inhibitions[identifier] = nil
            return AlertEvent(
                timeUnixSeconds: timeUnixSeconds, kind: .inhibitionEnded, subject: identifier.description, level: .none,
                detail: "expired")
        }
    }
}

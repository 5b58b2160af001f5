/// Finds emergency codes among the tracks and lets no single corrupt one through: a code counts once two reports carried it, and
/// ends once two reports did not.
struct EmergencyMonitor: Sendable, Hashable {
    /// What is known of one aircraft.
    struct Memory: Sendable, Hashable {
        var emergency: Emergency?
        var candidate: String?
        var candidateReports = 0
        var candidateSinceUnixSeconds = 0.0
        var reportsWithout = 0
        var lastReportUnixSeconds = -Double.infinity
        var lastSeenUnixSeconds = 0.0
        /// The other party that tells of it; nil: our receivers see it.
        var party: String?
    }

    /// No party has more aircraft in distress at once: of what one party tells no more stand here, so that it buries nobody else's.
    static let mostOfAParty = 50

    /// An emergency whose aircraft has vanished stays for this long, seconds.
    static let retentionSeconds = 1_800.0

    var memories: [String: Memory] = [:]
    /// Aircraft whose own side says that it is over, and tells of them no more.
    var released: Set<String> = []

    /// One cycle: what happened; `current` then has every confirmed emergency.
    mutating func step(at timeUnixSeconds: Double, tracks: [AlertTrack], staleSeconds: Double) -> [AlertEvent] {
        var events: [AlertEvent] = []
        for track in tracks {
            let kind = track.squawk.flatMap { Emergency.Kind(squawk: $0) }
            guard kind != nil || track.distress != nil || (!memories.isEmpty && memories[track.identifier] != nil)
            else { continue }
            if memories[track.identifier] == nil, let party = track.party {
                guard let ended = makeRoom(for: party, at: timeUnixSeconds) else { continue }
                events += ended
            }
            var memory = memories[track.identifier] ?? Memory()
            memory.party = track.party
            memory.lastSeenUnixSeconds = track.lastReportUnixSeconds
            let reportUnixSeconds = track.squawkReportUnixSeconds ?? track.lastReportUnixSeconds
            if track.distress != nil || memory.emergency?.isDeclared == true {
                events += memory.declare(track, at: timeUnixSeconds)
            } else if reportUnixSeconds > memory.lastReportUnixSeconds {
                memory.lastReportUnixSeconds = reportUnixSeconds
                events += memory.note(track, kind: kind, at: timeUnixSeconds)
            }
            memories[track.identifier] = memory.isIdle ? nil : memory
        }
        for identifier in released.sorted() {
            guard let ended = memories.removeValue(forKey: identifier)?.emergency else { continue }
            events.append(ended.event(.emergencyEnded, at: timeUnixSeconds, detail: "no longer declared"))
        }
        released = []
        for identifier in memories.keys.sorted() {
            guard var memory = memories[identifier] else { continue }
            let age = timeUnixSeconds - memory.lastSeenUnixSeconds
            memory.emergency?.isLost = age > staleSeconds
            if age > Self.retentionSeconds, let emergency = memory.emergency {
                events.append(emergency.event(.emergencyEnded, at: timeUnixSeconds, detail: "not heard any more"))
            }
            memories[identifier] = age > Self.retentionSeconds ? nil : memory
        }
        return events
    }

    /// Room for one more aircraft of a party: the one that was heard of least lately gives way if it is lost. What ended with it; nil: there
    /// is no room.
    private mutating func makeRoom(for party: String, at timeUnixSeconds: Double) -> [AlertEvent]? {
        let theirs = memories.filter { $0.value.party == party }
        guard theirs.count >= Self.mostOfAParty else { return [] }
        let oldest = theirs.filter { $0.value.emergency?.isLost == true }
            .min { ($0.value.lastSeenUnixSeconds, $0.key) < ($1.value.lastSeenUnixSeconds, $1.key) }
        guard let oldest else { return nil }
        memories[oldest.key] = nil
        return [oldest.value.emergency?.event(.emergencyEnded, at: timeUnixSeconds, detail: "made room for another")]
            .compactMap { $0 }
    }

    /// Every confirmed emergency, the oldest first.
    var current: [Emergency] {
        memories.values.compactMap(\.emergency)
            .sorted { ($0.sinceUnixSeconds, $0.identifier) < ($1.sinceUnixSeconds, $1.identifier) }
    }
}

extension EmergencyMonitor.Memory {
    /// Takes what the aircraft's own side declares: it counts at once, and ends at once.
    mutating func declare(_ track: AlertTrack, at timeUnixSeconds: Double) -> [AlertEvent] {
        let known = emergency
        if let distress = track.distress, let known, known.isDeclared, known.kind == distress.kind { return [] }
        var events: [AlertEvent] = []
        if let known { events.append(known.event(.emergencyEnded, at: timeUnixSeconds, detail: "no longer declared")) }
        emergency = track.distress.map {
            Emergency(
                identifier: track.identifier, squawk: $0.squawk, kind: $0.kind, sinceUnixSeconds: timeUnixSeconds,
                isDeclared: true)
        }
        candidate = nil
        reportsWithout = 0
        if let emergency, let distress = track.distress {
            events.append(emergency.event(.emergency, at: timeUnixSeconds, detail: "declared \(distress.rawValue)"))
        }
        return events
    }

    /// Nothing worth remembering.
    var isIdle: Bool { emergency == nil && candidate == nil }

    /// Takes a report that has not been seen before.
    mutating func note(_ track: AlertTrack, kind: Emergency.Kind?, at timeUnixSeconds: Double) -> [AlertEvent] {
        var events: [AlertEvent] = []
        if kind == nil || track.squawk != emergency?.squawk {
            reportsWithout += 1
            if reportsWithout >= 2, let ended = emergency {
                emergency = nil
                events.append(ended.event(.emergencyEnded, at: timeUnixSeconds, detail: "squawk \(ended.squawk) ended"))
            }
        } else {
            reportsWithout = 0
        }
        guard let kind, let squawk = track.squawk, squawk != emergency?.squawk else {
            candidate = nil
            return events
        }
        if candidate != squawk {
            candidate = squawk
            candidateReports = 0
            candidateSinceUnixSeconds = lastReportUnixSeconds
        }
        candidateReports += 1
        if candidateReports >= 2 {
            if let ended = emergency {
                events.append(ended.event(.emergencyEnded, at: timeUnixSeconds, detail: "squawk \(ended.squawk) ended"))
            }
            let found = Emergency(
                identifier: track.identifier, squawk: squawk, kind: kind, sinceUnixSeconds: candidateSinceUnixSeconds)
            emergency = found
            candidate = nil
            reportsWithout = 0
            events.append(found.event(.emergency, at: timeUnixSeconds, detail: "squawk \(squawk)"))
        }
        return events
    }
}

extension Emergency {
    func event(_ kind: AlertEvent.Kind, at timeUnixSeconds: Double, detail: String) -> AlertEvent {
        AlertEvent(
            timeUnixSeconds: timeUnixSeconds, kind: kind, subject: identifier,
            level: kind == .emergency ? .alarm : .none,
            detail: detail)
    }
}

import Airspace

/// The tracks of one picture second, made ready: who takes part, where each is, and who flies with whom.
struct AlertSky: Sendable {
    let timeUnixSeconds: Double
    let book: AlertRuleBook
    /// What was agreed with each party.
    let agreed: [String: AlertRuleBook]
    let tracks: [AlertTrack]
    /// Geometry by track; nil: takes no part (on the ground, stale, impossible numbers, an identifier seen before).
    let sky: [SkyTrack?]
    /// Index of the volume by track; nil: in none.
    let volumes: [Int?]
    /// The volumes that a track whose place is not well known may be in, by index, in what was agreed with its party (nil: in the
    /// station's own rules). Looking for them costs more than all else of a pair, and it is in many pairs.
    let uncertainVolumes: [Int: (party: String?, volumes: [Int?])]
    /// Index by identifier.
    let indices: [String: Int]
    /// Index of the track that speaks for this one, by index: the same aircraft under an address of its own.
    let twins: [Int: Int]
    /// Groups that hold now.
    let groups: [TogetherGroup]
    /// Indices into `groups`, by track index, of those that are a member of any.
    let memberships: [Int: [Int]]

    /// - Parameter needed: Pairs of identifiers and indices that will be looked at; nil: any track may be.
    init(
        at timeUnixSeconds: Double, tracks: [AlertTrack], book: AlertRuleBook,
        agreed: [String: AlertRuleBook] = [:], groups: [TogetherGroup], needed: NeededTracks?
    ) {
        self.timeUnixSeconds = timeUnixSeconds
        self.book = book
        self.agreed = agreed
        let rules = book.rules
        self.tracks = tracks
        self.groups = groups.filter { $0.isActive(at: timeUnixSeconds) }
        var indices: [String: Int] = [:]
        indices.reserveCapacity(tracks.count)
        var isRepeated = [Bool](repeating: false, count: tracks.count)
        for index in tracks.indices {
            let identifier = tracks[index].identifier
            if indices[identifier] == nil { indices[identifier] = index } else { isRepeated[index] = true }
        }
        self.indices = indices

        // Geometry costs more than all else: only what is looked at is made ready, unless anything may be.
        let isAnyNeeded = needed == nil || !self.groups.isEmpty || tracks.contains(where: \.isSuspectDuplicate)
        var isNeeded = [Bool](repeating: isAnyNeeded, count: tracks.count)
        if let needed, !isAnyNeeded { needed.mark(&isNeeded, indices) }
        var sky = [SkyTrack?](repeating: nil, count: tracks.count)
        var volumes = [Int?](repeating: nil, count: tracks.count)
        var uncertainVolumes: [Int: (party: String?, volumes: [Int?])] = [:]
        for index in tracks.indices where isNeeded[index] && !isRepeated[index] {
            let age = timeUnixSeconds - tracks[index].lastReportUnixSeconds
            guard !tracks[index].isOnGround, age <= rules.staleSeconds, let ready = SkyTrack(tracks[index]) else {
                continue
            }
            sky[index] = ready
            let state = tracks[index].state
            volumes[index] = book.volumeIndex(of: state.position, level: state.level, at: timeUnixSeconds)
            guard tracks[index].uncertaintyMetres > 0 else { continue }
            let party = tracks[index].party.flatMap { agreed[$0] == nil ? nil : $0 }
            let used = party.flatMap { agreed[$0] } ?? book
            uncertainVolumes[index] = (party, Self.volumes(of: tracks[index], in: used, at: timeUnixSeconds))
        }
        self.uncertainVolumes = uncertainVolumes
        self.sky = sky
        self.volumes = volumes
        twins = findTwins(tracks, sky, indices)
        var memberships: [Int: [Int]] = [:]
        for (groupIndex, group) in self.groups.enumerated() {
            for member in group.members {
                if let index = indices[member] { memberships[index, default: []].append(groupIndex) }
            }
        }
        self.memberships = memberships
    }

    /// Whether a track has not been heard for longer than the coasting time.
    func isCoasting(_ index: Int) -> Bool {
        timeUnixSeconds - tracks[index].lastReportUnixSeconds > book.rules.coastingSeconds
    }

    /// What is wrong with the data of a track now.
    func flaws(_ index: Int) -> QualityFlags {
        isCoasting(index) ? tracks[index].flaws.union(.stale) : tracks[index].flaws
    }

    /// The first group that both are members of.
    func together(_ first: Int, _ second: Int) -> String? {
        guard !memberships.isEmpty, let one = memberships[first], let other = memberships[second] else { return nil }
        return one.first { other.contains($0) }.map { groups[$0].name }
    }

}

/// Which tracks a cycle will look at.
struct NeededTracks {
    /// By index, in pairs.
    let candidates: [CandidatePair]
    /// By identifier.
    let alerts: [AlertIdentifier]

    func mark(_ isNeeded: inout [Bool], _ indices: [String: Int]) {
        for pair in candidates {
            for index in [Int(pair.first), Int(pair.second)] where isNeeded.indices.contains(index) {
                isNeeded[index] = true
            }
        }
        for case .pair(let first, let second) in alerts {
            if let index = indices[first] { isNeeded[index] = true }
            if let index = indices[second] { isNeeded[index] = true }
        }
    }
}

/// One conflict as a cycle judges it, before its history counts.
struct JudgedConflict: Sendable {
    /// The alert as it would be shown, its level not yet set.
    var alert: Alert
    /// What holds for it.
    var policy: AlertPolicy
    /// Whether it may alert at all: outside declared volumes, among a group or between two tracks of one aircraft it may not.
    var mayAlert: Bool
    /// It is an advisory in this cycle.
    var isAdvisory: Bool
    /// It is an alarm in this cycle.
    var isAlarm: Bool
    /// Its data are too old to raise anything.
    var isCoasting: Bool
}

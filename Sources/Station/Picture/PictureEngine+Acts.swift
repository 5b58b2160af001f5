public import Separation

extension PictureEngine {
    /// The picture time that an act of a person counts from, Unix seconds.
    private var now: Double { Double(second ?? 0) }

    /// A person has seen an alert.
    ///
    /// - Throws: `SeparationError.alertAct`, to be shown to that person.
    public mutating func acknowledge(_ alert: AlertIdentifier, act: AlertAct) throws(SeparationError) -> AlertEvent {
        try monitor.acknowledge(alert, act: act, at: now)
    }

    /// A person silences a pair.
    ///
    /// - Throws: `SeparationError.alertAct`, to be shown to that person.
    public mutating func inhibit(_ alert: AlertIdentifier, act: AlertAct) throws(SeparationError) -> AlertEvent {
        try monitor.inhibit(alert, act: act, at: now)
    }

    /// An inhibition that a person made before a restart.
    public mutating func restoreInhibition(of alert: AlertIdentifier, act: AlertAct) {
        monitor.restoreInhibition(of: alert, act: act)
    }

    /// A person lifts an inhibition; nil: there was none.
    public mutating func liftInhibition(of alert: AlertIdentifier, by person: String) -> AlertEvent? {
        monitor.liftInhibition(of: alert, by: person, at: now)
    }

    /// Declares a group, or replaces the one of its name.
    ///
    /// - Throws: `SeparationError.group`, to be shown to whoever declares it.
    public mutating func declare(_ group: TogetherGroup) throws(SeparationError) {
        try monitor.declare(group)
    }

    /// Withdraws a group; false: there is none of that name.
    public mutating func withdrawGroup(named name: String) -> Bool {
        monitor.withdrawGroup(named: name)
    }

    /// Enters a target, or refreshes the one of its identifier.
    public mutating func enter(_ target: ManualTarget) {
        manual.enter(target)
    }

    /// The target of an identifier.
    public func manualTarget(_ identifier: String) -> ManualTarget? { manual.targets[identifier] }

    /// Cancels a target; false: there is none.
    public mutating func cancelTarget(_ identifier: String) -> Bool {
        manual.cancel(identifier)
    }

    /// Forgets what came from receivers, as for a jump in the replay; what people entered stays.
    ///
    /// - Parameter firstSecond: the first second whose reports will come, if there were reports before it.
    public mutating func forgetReports(continuingAt firstSecond: Int?) {
        monitor.reset()
        resetTracks(firstSecond: firstSecond)
    }

    /// Brings a second that has been worked up to date with what people entered since, without working it again.
    public mutating func refreshPeople(in present: inout PictureSecond) {
        var tracks = TrackSecond()
        tracks.tracks = present.tracks.filter { $0.manual == nil }
        manual.append(to: &tracks, at: Double(present.second))
        for index in tracks.tracks.indices { tracks.tracks[index].together = nil }
        mark(&tracks, at: Double(present.second))
        let before = Dictionary(uniqueKeysWithValues: present.tracks.map { ($0.identifier, $0.together) })
        for (index, track) in tracks.tracks.enumerated() where before[track.identifier] ?? nil != track.together {
            tracks.changed.append(index)
        }
        present.tracks = tracks.tracks
        present.changed = tracks.changed
        present.removed = tracks.removed
    }
}

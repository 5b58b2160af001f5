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
    public mutating func forgetReports() {
        monitor.reset()
        resetTracks()
    }
}

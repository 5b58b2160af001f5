extension ConflictMonitor {
    /// The longest time for which a person may inhibit or acknowledge, seconds: one watch.
    public static let longestActSeconds = 12 * 3600.0

    /// A person has seen the alert. It keeps its level, and calls again if it gets worse or when the act expires.
    ///
    /// - Returns: The event, to be written down.
    /// - Throws: `SeparationError.alertAct`, when there is no such alert now or the act lacks a name, a reason or a sane expiry.
    @discardableResult
    public mutating func acknowledge(_ identifier: AlertIdentifier, act: AlertAct, at timeUnixSeconds: Double)
        throws(SeparationError) -> AlertEvent
    {
        try check(act, at: timeUnixSeconds)
        guard var memory = memories[identifier], memory.level != .none else {
            throw SeparationError.alertAct(reason: "\(identifier) does not alert now")
        }
        memory.acknowledged = act
        memory.acknowledgedSeverity = memory.severity
        memories[identifier] = memory
        return event(.acknowledged, identifier, act, level: memory.level, at: timeUnixSeconds)
    }

    /// A person silences a pair or an envelope, whether it alerts now or not. It stays in the picture with level `none`
    /// until the act expires.
    ///
    /// - Returns: The event, to be written down.
    /// - Throws: `SeparationError.alertAct`, when the act lacks a name, a reason or a sane expiry.
    @discardableResult
    public mutating func inhibit(_ identifier: AlertIdentifier, act: AlertAct, at timeUnixSeconds: Double)
        throws(SeparationError) -> AlertEvent
    {
        try check(act, at: timeUnixSeconds)
        inhibitions[identifier] = act
        memories[identifier]?.level = .none
        return event(.inhibited, identifier, act, level: .none, at: timeUnixSeconds)
    }

    /// An inhibition that was made before a restart, and checked then; it is no event.
    public mutating func restoreInhibition(of identifier: AlertIdentifier, act: AlertAct) {
        inhibitions[identifier] = act
    }

    /// A person lifts an inhibition before its expiry; nil: there was none.
    @discardableResult
    public mutating func liftInhibition(of identifier: AlertIdentifier, by person: String, at timeUnixSeconds: Double)
        -> AlertEvent?
    {
        guard inhibitions.removeValue(forKey: identifier) != nil else { return nil }
        return AlertEvent(
            timeUnixSeconds: timeUnixSeconds, kind: .inhibitionEnded, subject: identifier.description,
            level: .none, detail: "lifted by \(person)")
    }

    /// The emergency of an aircraft ends with the next cycle, though nothing more is heard of it: its own side says that it is over.
    public mutating func endEmergency(of identifier: String) { emergencies.released.insert(identifier) }

    /// Declares a group, or replaces the one of the same name.
    ///
    /// - Throws: `SeparationError.group`, when it has fewer than two members, no name, no declarer or no time.
    public mutating func declare(_ group: TogetherGroup) throws(SeparationError) {
        if let reason = group.fault { throw SeparationError.group(name: group.name, reason: reason) }
        groups.removeAll { $0.name == group.name }
        groups.append(group)
        groups.sort { $0.name < $1.name }
    }

    /// Withdraws a group; false: there is none of that name.
    @discardableResult
    public mutating func withdrawGroup(named name: String) -> Bool {
        let before = groups.count
        groups.removeAll { $0.name == name }
        return groups.count < before
    }

    /// Puts other rules in force; alerts go on with their history.
    ///
    /// - Throws: `SeparationError.alertRules` with every fault of the rules; the old ones stay in force.
    public mutating func replaceRules(_ rules: AlertRules) throws(SeparationError) {
        let faults = rules.faults
        guard faults.isEmpty else { throw SeparationError.alertRules(faults: faults) }
        book = AlertRuleBook(rules)
    }

    private func check(_ act: AlertAct, at timeUnixSeconds: Double) throws(SeparationError) {
        if act.by.isEmpty { throw SeparationError.alertAct(reason: "it needs the name of whoever does it") }
        if act.reason.isEmpty { throw SeparationError.alertAct(reason: "it needs a reason") }
        let span = act.untilUnixSeconds - timeUnixSeconds
        guard span > 0, span <= Self.longestActSeconds else {
            throw SeparationError.alertAct(reason: "it needs an expiry within the next 12 hours")
        }
    }

    private func event(
        _ kind: AlertEvent.Kind, _ identifier: AlertIdentifier, _ act: AlertAct, level: AlertLevel,
        at timeUnixSeconds: Double
    ) -> AlertEvent {
        AlertEvent(
            timeUnixSeconds: timeUnixSeconds, kind: kind, subject: identifier.description, level: level,
            detail: "\(act.by): \(act.reason)")
    }
}

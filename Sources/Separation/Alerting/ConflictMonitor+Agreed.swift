extension ConflictMonitor {
    /// The largest distances that any pair can need, without what is uncertain of places: what a search for candidates must use.
    public var largestMinima: Minima {
        agreed.values.reduce(rules.largestMinima) { $0.strictest($1.rules.largestMinima) }
    }

    /// The longest look-ahead of any policy, seconds: what a search for candidates must use.
    public var longestLookAheadSeconds: Double {
        agreed.values.reduce(rules.longestLookAheadSeconds) { max($0, $1.rules.longestLookAheadSeconds) }
    }

    /// Puts in force what was agreed with a party: it holds for every pair of which one is that party's. Nil: nothing is agreed,
    /// and the station's own rules hold.
    ///
    /// - Throws: `SeparationError.alertRules` with every fault of the rules; what held before stays in force.
    public mutating func agree(_ rules: AlertRules?, with party: String) throws(SeparationError) {
        guard let rules else {
            agreed[party] = nil
            return
        }
        let faults = rules.faults
        guard faults.isEmpty else { throw SeparationError.alertRules(faults: faults) }
        agreed[party] = AlertRuleBook(rules)
    }
}

public import Airspace

/// What holds for one pair at one instant.
public struct PairRule: Sendable, Hashable {
    /// The minima between the two.
    public var minima: Minima
    /// When the pair alerts, if it does.
    public var policy: AlertPolicy
    /// The declared volume whose policy holds; nil: none, and nothing alerts.
    public var volume: String?
    /// Whether the pair may alert.
    public var alerts: Bool

    /// A rule for a pair.
    public init(minima: Minima, policy: AlertPolicy, volume: String?, alerts: Bool) {
        self.minima = minima
        self.policy = policy
        self.volume = volume
        self.alerts = alerts
    }
}

/// What the rules need to know of one aircraft.
public struct RuledAircraft: Sendable, Hashable {
    /// Index of the volume that counts for it (`AlertRuleBook.volumeIndex`); nil: none.
    public var volume: Int?
    /// Its class.
    public var aircraftClass: AircraftClass
    /// Its transponder code; nil: not known.
    public var squawk: String?

    /// An aircraft as the rules see it.
    public init(volume: Int?, aircraftClass: AircraftClass, squawk: String? = nil) {
        self.volume = volume
        self.aircraftClass = aircraftClass
        self.squawk = squawk
    }
}

extension AlertRules {
    /// What holds for a pair (see the type's rules 1 to 6).
    public func rule(between first: RuledAircraft, and second: RuledAircraft) -> PairRule {
        let classes = (first.aircraftClass, second.aircraftClass)
        let indices = [first.volume, second.volume].compactMap { $0 }.sorted()
        let isQuiet = indices.contains { volumes[$0].effect == .quiet }
        let counted = isQuiet ? indices.filter { volumes[$0].effect == .quiet } : indices
        var rule = PairRule(
            minima: minima.minima(between: classes.0, and: classes.1), policy: policy, volume: nil, alerts: false)
        if let leading = counted.first, let other = counted.last {
            rule.minima = (volumes[leading].minima ?? minima).minima(between: classes.0, and: classes.1)
            if other != leading {
                let table = volumes[other].minima ?? minima
                rule.minima = rule.minima.strictest(table.minima(between: classes.0, and: classes.1))
            }
            if !isQuiet {
                rule.policy = volumes[leading].policy ?? policy
                rule.volume = volumes[leading].name
                rule.alerts = true
            }
        }
        guard let visualFlights else { return rule }
        switch (visualFlights.contains(squawk: first.squawk), visualFlights.contains(squawk: second.squawk)) {
        case (false, false): break
        case (true, true): rule.alerts = false
        case (true, false), (false, true):
            if let smaller = visualFlights.minima { rule.minima = rule.minima.mildest(smaller) }
        }
        return rule
    }
}

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

extension AlertRules {
    /// What holds for a pair, from the volume and the class of either (see the type's rules 1 to 5).
    public func rule(
        firstVolume: Int?, firstClass: AircraftClass, secondVolume: Int?, secondClass: AircraftClass
    ) -> PairRule {
        let indices = [firstVolume, secondVolume].compactMap { $0 }.sorted()
        if let quiet = indices.first(where: { volumes[$0].effect == .quiet }) {
            let table = volumes[quiet].minima ?? minima
            return PairRule(
                minima: table.minima(between: firstClass, and: secondClass), policy: policy,
                volume: nil, alerts: false)
        }
        guard let leading = indices.first, let other = indices.last else {
            return PairRule(
                minima: minima.minima(between: firstClass, and: secondClass), policy: policy, volume: nil,
                alerts: false)
        }
        var strictest = (volumes[leading].minima ?? minima).minima(between: firstClass, and: secondClass)
        if other != leading {
            let table = volumes[other].minima ?? minima
            strictest = strictest.strictest(table.minima(between: firstClass, and: secondClass))
        }
        return PairRule(
            minima: strictest, policy: volumes[leading].policy ?? policy, volume: volumes[leading].name, alerts: true)
    }
}

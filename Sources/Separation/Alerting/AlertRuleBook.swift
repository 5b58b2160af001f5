public import Airspace

/// Rules made ready for asking about many aircraft: which volume each is in, and what holds for two.
public struct AlertRuleBook: Sendable {
    /// The rules.
    public let rules: AlertRules
    private let testers: [VolumeTester]

    /// Makes `rules` ready.
    public init(_ rules: AlertRules) {
        self.rules = rules
        testers = rules.volumes.map { VolumeTester($0.volume) }
    }

    /// The index of the volume that counts for an aircraft: the first active one that contains it; nil: none does.
    public func volumeIndex(of position: GeodeticPosition, level: Level, at unixSeconds: Double) -> Int? {
        for (index, volume) in rules.volumes.enumerated() where volume.isActive(at: unixSeconds) {
            let isInside =
                switch volume.effect {
                case .alert: testers[index].mayContain(position, level: level)
                case .quiet: testers[index].surelyContains(position, level: level)
                }
            if isInside { return index }
        }
        return nil
    }
}

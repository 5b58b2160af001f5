public import Airspace

/// A declared volume, and what conflicts do inside it.
public struct AlertVolume: Sendable, Hashable {
    /// What happens to a conflict of an aircraft inside.
    public enum Effect: Sendable, Hashable {
        /// It becomes an advisory, then an alarm.
        case alert
        /// It is shown and never alerts: the last miles before a runway, an aerodrome traffic circuit.
        case quiet
    }

    /// Its name, unique among the rules.
    public var name: String
    /// Its outline and levels.
    public var volume: Volume
    /// When it holds, Unix seconds; nil: always.
    public var activeUnixSeconds: ClosedRange<Double>?
    /// What conflicts do inside.
    public var effect: Effect
    /// The minima inside; nil: those of the rules.
    public var minima: ClassMinima?
    /// When conflicts alert inside; nil: as the rules say.
    public var policy: AlertPolicy?

    /// A volume in which conflicts alert, unless `effect` says otherwise.
    public init(
        name: String, volume: Volume, activeUnixSeconds: ClosedRange<Double>? = nil, effect: Effect = .alert,
        minima: ClassMinima? = nil, policy: AlertPolicy? = nil
    ) {
        self.name = name
        self.volume = volume
        self.activeUnixSeconds = activeUnixSeconds
        self.effect = effect
        self.minima = minima
        self.policy = policy
    }

    /// Whether it holds at `unixSeconds`.
    public func isActive(at unixSeconds: Double) -> Bool { activeUnixSeconds?.contains(unixSeconds) ?? true }
}

public import Airspace

/// A zone of an agreement: a volume with times, a purpose, and who may do what.
public struct AgreedZone: Sendable, Hashable {
    /// Its identifier, unique in its agreement.
    public var identifier: String
    /// What it is called.
    public var name: BilingualText
    /// What it is for.
    public var purpose: ZonePurpose
    /// Where it is.
    public var volume: Volume
    /// When it is active without anybody's word, Unix seconds; empty: only when it is activated.
    public var activeUnixSeconds: [ClosedRange<Double>]
    /// The parties that may activate and release it.
    public var activators: [String]
    /// The parties whose aircraft may be inside while it is active.
    public var entitled: [String]

    /// Whether its own times make it active.
    public func isScheduled(atUnixSeconds time: Double) -> Bool { activeUnixSeconds.contains { $0.contains(time) } }
}

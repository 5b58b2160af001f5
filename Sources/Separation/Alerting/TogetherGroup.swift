/// Aircraft that their own side declares to fly together for a period: a formation, a refuelling, an escort. Never guessed.
///
/// Members do not alert among themselves, and are measured and recorded all the same. Everybody else is kept from the
/// group's envelope: the hull of the members' places, from the lowest to the highest of their levels, widened by the minima.
public struct TogetherGroup: Sendable, Hashable {
    /// Its name, unique among the groups.
    public var name: String
    /// The members' identifiers; at least two.
    public var members: Set<String>
    /// From when to when it holds, Unix seconds.
    public var activeUnixSeconds: ClosedRange<Double>
    /// Who declared it.
    public var declaredBy: String

    /// A group.
    public init(name: String, members: Set<String>, activeUnixSeconds: ClosedRange<Double>, declaredBy: String) {
        self.name = name
        self.members = members
        self.activeUnixSeconds = activeUnixSeconds
        self.declaredBy = declaredBy
    }

    /// Whether it holds at `unixSeconds`.
    public func isActive(at unixSeconds: Double) -> Bool { activeUnixSeconds.contains(unixSeconds) }
}

import Airspace

/// What the parties' records say besides tracks. A plain recording says nothing of this kind.
public struct Testimony: Sendable {
    /// Nothing: only recordings were given.
    public static let none = Testimony()

    /// How far the clocks of two sources may be apart, seconds.
    func clocks(_ one: String, _ other: String) -> Double { 0 }

    /// A zone of an agreement; nil: none has that name.
    func zone(_ name: String) -> Volume? { nil }
}

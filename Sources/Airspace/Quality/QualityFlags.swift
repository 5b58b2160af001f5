/// What is wrong, or may be, with data that a statement rests on. Empty means clean.
///
/// A reader of tracks sets `frozen`, `jump`, `clock`, `stale`, `rounding` and `mixedDatum` on the reports concerned; only a rule that sees
/// pairs can set `duplicateTrack` and `levelTolerance`. They are carried along, never acted on in silence.
public struct QualityFlags: OptionSet, Sendable, Hashable {
    /// One bit each.
    public var rawValue: UInt16

    /// Flags by their bits.
    @inlinable
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The position did not change over several reports although the aircraft says that it moves.
    public static let frozen = QualityFlags(rawValue: 1 << 0)
    /// Two identifiers that move as one aircraft: a rebroadcast beside the aircraft's own transmission, say.
    public static let duplicateTrack = QualityFlags(rawValue: 1 << 1)
    /// A position that no aircraft reaches from the one before.
    public static let jump = QualityFlags(rawValue: 1 << 2)
    /// Time stamps that go backwards, repeat or are far from the receiver's clock.
    public static let clock = QualityFlags(rawValue: 1 << 3)
    /// Altitudes of different datum, or one whose datum is in doubt.
    public static let mixedDatum = QualityFlags(rawValue: 1 << 4)
    /// Level keeping and encoding alone can explain the vertical distance; never called a violation.
    public static let levelTolerance = QualityFlags(rawValue: 1 << 5)
    /// Data older than the source itself holds to be current.
    public static let stale = QualityFlags(rawValue: 1 << 6)
    /// Positions that lie on a grid of a thousandth of a degree (up to 111 m) or coarser.
    public static let rounding = QualityFlags(rawValue: 1 << 7)

    private static let namesInOrder: [(flag: QualityFlags, name: String)] = [
        (.frozen, "frozen"), (.duplicateTrack, "duplicate-track"), (.jump, "jump"), (.clock, "clock"),
        (.mixedDatum, "mixed-datum"), (.levelTolerance, "level-tolerance"), (.stale, "stale"),
        (.rounding, "rounding"),
    ]

    /// The names of the flags that are set, as written in files and on the display, in a fixed order.
    public var names: [String] { Self.namesInOrder.filter { contains($0.flag) }.map(\.name) }

    /// The flags of these names; nil if one of them is unknown.
    public init?(names: some Sequence<String>) {
        self.init()
        for name in names {
            guard let known = Self.namesInOrder.first(where: { $0.name == name }) else { return nil }
            insert(known.flag)
        }
    }
}

extension QualityFlags: CustomStringConvertible {
    /// `frozen, jump`; `clean` when empty.
    public var description: String { isEmpty ? "clean" : names.joined(separator: ", ") }
}

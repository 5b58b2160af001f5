import Accord

/// The order of entries of one party: by the day and number of the record, then by the place in it.
///
/// Two records of one day, under two agreements, have no order of their own; their names settle it, the same way on both sides.
struct EntryOrder: Sendable, Hashable, Comparable {
    private let day: String
    private let number: Int
    private let index: UInt64
    private let origin: String

    /// The order of an entry by where it stands.
    init(_ reference: EntryReference) {
        let name = try? RecordOrigin(parsing: reference.origin)
        day = name?.day ?? ""
        number = name?.number ?? 0
        index = reference.index
        origin = reference.origin
    }

    /// The earlier entry first.
    static func < (left: EntryOrder, right: EntryOrder) -> Bool {
        (left.day, left.number, left.index, left.origin) < (right.day, right.number, right.index, right.origin)
    }
}

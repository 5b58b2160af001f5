/// What a peer wrote under an agreement, over all its records, as far as it can change what may be told to it; and how much of that a
/// receipt covers. Of all else only the place counts, so a peer may tell as much as it likes.
public struct PeerEntries: Sendable {
    /// The entries, in the order of the records.
    public private(set) var entries: [Entry] = []
    private var records: [String: Places] = [:]

    /// Where the entries of one record stand in it.
    private struct Places: Sendable {
        /// How many entries count in the records before it.
        var before: Int
        var indexes: [UInt64] = []
    }

    /// Nothing taken yet.
    public init() {}

    /// Takes the next entry of a record; records come one after the other, in the order of their days.
    ///
    /// - Parameter record: the record's name.
    public mutating func take(_ entry: Entry, at index: UInt64, of record: String) {
        begin(record)
        guard DisclosureAudit.learnedTypes.contains(entry.type) else { return }
        entries.append(entry)
        records[record]?.indexes.append(index)
    }

    /// Begins with the next record, of which there may be no entry that counts.
    public mutating func begin(_ record: String) {
        if records[record] == nil { records[record] = Places(before: entries.count) }
    }

    /// How many of the entries a receipt covers; nil: it is for another record.
    public func covered(by receipt: SeenBody) -> Int? {
        guard let places = records[receipt.record] else { return nil }
        var (low, high) = (0, places.indexes.count)
        while low < high {
            let middle = (low + high) / 2
            if places.indexes[middle] < receipt.size { low = middle + 1 } else { high = middle }
        }
        return places.before + low
    }
}

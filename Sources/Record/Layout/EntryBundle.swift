/// Up to 256 entries one after the other, each after its length in two bytes, big-endian (C2SP tlog-tiles).
public enum EntryBundle {
    /// The longest entry that the two bytes of length can state.
    public static let maximumEntryBytes = 65_535

    /// Adds one entry to the bytes of a bundle.
    static func append(_ entry: [UInt8], to bundle: inout [UInt8]) {
        bundle.append(UInt8(entry.count >> 8))
        bundle.append(UInt8(entry.count & 0xFF))
        bundle.append(contentsOf: entry)
    }

    /// The bytes of a bundle.
    public static func encode(_ entries: [[UInt8]]) throws(RecordError) -> [UInt8] {
        var bundle: [UInt8] = []
        for entry in entries {
            try check(entry)
            append(entry, to: &bundle)
        }
        return bundle
    }

    /// Refuses an entry that is too long to be in any record.
    public static func check(_ entry: [UInt8]) throws(RecordError) {
        guard entry.count <= maximumEntryBytes else { throw .entryTooLong(bytes: entry.count) }
    }

    /// The entries of a bundle that must hold exactly `count` and nothing more.
    public static func decode(_ bundle: [UInt8], count: Int) throws(RecordError) -> [[UInt8]] {
        try ranges(in: bundle, count: count).map { Array(bundle[$0]) }
    }

    /// Where each entry lies in the bytes of a bundle that holds at least `count`; with `exactly`, nothing may follow.
    static func ranges(in bundle: [UInt8], count: Int, exactly: Bool = true) throws(RecordError) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(count)
        var position = 0
        for number in 0..<count {
            guard position + 2 <= bundle.count else {
                throw .malformed("the bundle ends after \(number) of \(count) entries")
            }
            let start = position + 2
            let end = start + Int(bundle[position]) << 8 + Int(bundle[position + 1])
            guard end <= bundle.count else { throw .malformed("the bundle ends within entry \(number) of \(count)") }
            ranges.append(start..<end)
            position = end
        }
        guard position == bundle.count || !exactly else {
            throw .malformed("\(bundle.count - position) bytes follow the last of \(count) entries")
        }
        return ranges
    }
}

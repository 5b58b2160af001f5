/// Sorts numbers by their upper 32 bits, eleven bits at a time, and keeps its memory.
struct RadixSorter {
    /// What is sorted: the key above, what it belongs to below.
    var keys: [UInt64] = []
    private var spare: [UInt64] = []

    /// Makes room for `count` numbers.
    mutating func prepare(_ count: Int) {
        keys.resize(to: count, filler: 0)
        spare.resize(to: count, filler: 0)
    }

    /// Sorts the first `count` numbers; no key may be above `largestKey`.
    mutating func sort(_ count: Int, largestKey: UInt32) {
        let bits = UInt32.bitWidth - largestKey.leadingZeroBitCount
        let rounds = max(1, (bits + 10) / 11)
        let digitBits = UInt64((bits + rounds - 1) / rounds)
        for round in 0..<UInt64(rounds) {
            Self.distribute(keys, into: &spare, count, shift: 32 + round * digitBits, bits: digitBits)
            swap(&keys, &spare)
        }
    }

    private static func distribute(
        _ source: [UInt64], into target: inout [UInt64], _ count: Int, shift: UInt64, bits: UInt64
    ) {
        let source = source.span
        let mask = (UInt64(1) << bits) - 1
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 1 << Int(bits)) { starts in
            starts.initialize(repeating: 0)
            for position in 0..<count { starts[Int(source[unchecked: position] >> shift & mask)] += 1 }
            var sum: Int32 = 0
            for digit in 0..<starts.count {
                let here = starts[digit]
                starts[digit] = sum
                sum += here
            }
            var span = target.mutableSpan
            for position in 0..<count {
                let value = source[unchecked: position]
                let digit = Int(value >> shift & mask)
                span[unchecked: Int(starts[digit])] = value
                starts[digit] += 1
            }
        }
    }
}

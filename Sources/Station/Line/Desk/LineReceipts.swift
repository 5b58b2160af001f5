/// When each party's station had stored what of the other's records: the entries `seen/1`.
struct LineReceipts: Sendable {
    /// The entries below `size` were stored when this was signed.
    private struct Receipt: Sendable {
        var size: UInt64
        var atUnixSeconds: Double
    }

    private var receipts: [LineSide: [String: [Receipt]]] = [:]

    /// Takes a receipt of `side` about a record of the other party.
    mutating func take(from side: LineSide, origin: String, size: UInt64, at seconds: Double) {
        var list = receipts[side]?[origin] ?? []
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if list[middle].size < size { low = middle + 1 } else { high = middle }
        }
        if low < list.count, list[low].size == size {
            list[low].atUnixSeconds = min(list[low].atUnixSeconds, seconds)
        } else {
            list.insert(Receipt(size: size, atUnixSeconds: seconds), at: low)
        }
        receipts[side, default: [:]][origin] = list
    }

    /// When the station of `side` had stored an entry: the first receipt that covers it.
    func time(of item: LineItem, from side: LineSide) -> Double? {
        guard let list = receipts[side]?[item.reference.origin] else { return nil }
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if list[middle].size <= item.reference.index { low = middle + 1 } else { high = middle }
        }
        return low < list.count ? list[low].atUnixSeconds : nil
    }
}

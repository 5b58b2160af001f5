/// When each party's station had stored what of the other's records: the entries `seen/1`.
struct LineReceipts: Sendable {
    /// The entries below `size` were stored when this was signed.
    private struct Receipt: Sendable {
        var size: UInt64
        var atUnixSeconds: Double
        /// Since when it is held here: ``LineFact/heldUnixSeconds``.
        var heldUnixSeconds: Double
    }

    private var receipts: [LineSide: [String: [Receipt]]] = [:]

    /// How many there are.
    var count: Int { receipts.values.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1.count } } }

    /// Takes a receipt of `side` about a record of the other party.
    mutating func take(from side: LineSide, origin: String, size: UInt64, at seconds: Double, heldSince: Double) {
        let receipt = Receipt(size: size, atUnixSeconds: seconds, heldUnixSeconds: heldSince)
        Self.take(receipt, into: &receipts[side, default: [:]][origin, default: []])
    }

    private static func take(_ receipt: Receipt, into list: inout [Receipt]) {
        let rank = firstRank(in: list) { $0.size >= receipt.size }
        if rank < list.count, list[rank].size == receipt.size {
            list[rank].atUnixSeconds = min(list[rank].atUnixSeconds, receipt.atUnixSeconds)
            list[rank].heldUnixSeconds = min(list[rank].heldUnixSeconds, receipt.heldUnixSeconds)
        } else {
            list.insert(receipt, at: rank)
        }
    }

    /// When the station of `side` had stored an entry: the first receipt that covers it.
    func time(of item: LineItem, from side: LineSide) -> Double? {
        guard let list = receipts[side]?[item.reference.origin] else { return nil }
        let rank = Self.firstRank(in: list) { $0.size > item.reference.index }
        return rank < list.count ? list[rank].atUnixSeconds : nil
    }

    /// The first place from which on `isBeyond` holds; receipts are in the order of their sizes.
    private static func firstRank(in list: [Receipt], where isBeyond: (Receipt) -> Bool) -> Int {
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if isBeyond(list[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Forgets the receipts held since before `seconds` that tell nothing of any message: tracks bring one or two a second. Of each record
    /// the newest stays, for a message that comes late.
    ///
    /// - Parameter places: where the messages stand whose receipts are kept, by the side that signed for them and by record.
    mutating func thin(before seconds: Double, keeping places: [LineSide: [String: Set<UInt64>]]) {
        for (side, records) in receipts {
            for (origin, list) in records {
                let messages = (places[side]?[origin] ?? []).sorted()
                let kept = Self.needed(of: list, for: messages, since: seconds)
                if kept.count < list.count { receipts[side]?[origin] = kept }
            }
        }
    }

    /// The receipts that are the first to cover a message, those held since `seconds`, and the newest.
    private static func needed(of list: [Receipt], for messages: [UInt64], since seconds: Double) -> [Receipt] {
        var kept: [Receipt] = []
        var next = 0
        for (rank, receipt) in list.enumerated() {
            let before = next
            while next < messages.count, messages[next] < receipt.size { next += 1 }
            if next > before || receipt.heldUnixSeconds >= seconds || rank == list.count - 1 { kept.append(receipt) }
        }
        return kept
    }

    /// Forgets the records of which nothing is held since `seconds` and no message is known any more.
    mutating func forgetRecords(before seconds: Double, keeping places: [LineSide: [String: Set<UInt64>]]) {
        for (side, records) in receipts {
            for (origin, list) in records where places[side]?[origin] == nil {
                if list.allSatisfy({ $0.heldUnixSeconds < seconds }) { receipts[side]?[origin] = nil }
            }
        }
    }
}

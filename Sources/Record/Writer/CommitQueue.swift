/// What waits to be committed: a bounded queue, and behind it those who wait for a place in it, both first come first
/// served.
struct CommitQueue<Ticket> {
    struct Item {
        var number: UInt64
        var entries: [[UInt8]]
        var bytes: Int
        /// Whether these are the last entries of the record.
        var closing: Bool
        var ticket: Ticket
    }

    let limits: RecordWriter.Limits
    private var queued: [Item] = []
    private var queuedEntries = 0
    private var queuedBytes = 0
    private var waiting: [Item] = []

    init(limits: RecordWriter.Limits) { self.limits = limits }

    /// Whether entries could be queued now, ahead of nobody.
    func hasPlace(entries: Int, bytes: Int) -> Bool {
        waiting.isEmpty && fits(entries: entries, bytes: bytes)
    }

    /// Puts an item into the queue, or behind those who wait for a place.
    mutating func add(_ item: Item) {
        if hasPlace(entries: item.entries.count, bytes: item.bytes) { admit(item) } else { waiting.append(item) }
    }

    /// Takes an item out again if it is still waiting for a place.
    mutating func cancel(_ number: UInt64) -> Item? {
        guard let index = waiting.firstIndex(where: { $0.number == number }) else { return nil }
        defer { admitWaiting() }
        return waiting.remove(at: index)
    }

    /// What is to be committed next; empty when nothing is queued. What closes the record comes last in its batch.
    mutating func nextBatch() -> [Item] {
        var count = 0
        var entries = 0
        var bytes = 0
        while count < queued.count {
            let item = queued[count]
            if count > 0, entries + item.entries.count > limits.batchEntries || bytes + item.bytes > limits.batchBytes {
                break
            }
            entries += item.entries.count
            bytes += item.bytes
            count += 1
            if item.closing { break }
        }
        let batch = Array(queued[..<count])
        queued.removeFirst(count)
        queuedEntries -= entries
        queuedBytes -= bytes
        admitWaiting()
        return batch
    }

    /// Takes out everything, queued and waiting.
    mutating func removeAll() -> [Item] {
        defer { self = CommitQueue(limits: limits) }
        return queued + waiting
    }

    private func fits(entries: Int, bytes: Int) -> Bool {
        queued.isEmpty || queuedEntries + entries <= limits.queuedEntries && queuedBytes + bytes <= limits.queuedBytes
    }

    private mutating func admit(_ item: Item) {
        queued.append(item)
        queuedEntries += item.entries.count
        queuedBytes += item.bytes
    }

    private mutating func admitWaiting() {
        var count = 0
        while count < waiting.count, fits(entries: waiting[count].entries.count, bytes: waiting[count].bytes) {
            admit(waiting[count])
            count += 1
        }
        waiting.removeFirst(count)
    }
}

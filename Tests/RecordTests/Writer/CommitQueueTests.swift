import Testing

@testable import Record

@Suite struct CommitQueueTests {
    private func item(_ number: UInt64, entries: Int, closing: Bool = false) -> CommitQueue<Int>.Item {
        CommitQueue<Int>.Item(
            number: number, entries: [[UInt8]](repeating: [1, 2], count: entries), bytes: entries * 2, closing: closing,
            ticket: Int(number))
    }

    private func queue(entries: Int = 10, batch: Int = 4) -> CommitQueue<Int> {
        var limits = RecordWriter.Limits()
        limits.queuedEntries = entries
        limits.batchEntries = batch
        return CommitQueue(limits: limits)
    }

    @Test func orderIsKeptThroughQueueAndWaiting() {
        var queue = queue()
        for number in 0..<12 as Range<UInt64> { queue.add(item(number, entries: 3)) }
        var order: [Int] = []
        while case let batch = queue.nextBatch(), !batch.isEmpty {
            #expect(batch.reduce(0) { $0 + $1.entries.count } <= 4)
            order += batch.map(\.ticket)
        }
        #expect(order == Array(0..<12))
    }

    @Test func nobodyOvertakesThoseWhoWait() {
        var queue = queue()
        queue.add(item(0, entries: 8))
        queue.add(item(1, entries: 8))
        #expect(!queue.hasPlace(entries: 1, bytes: 2), "one entry would fit, but somebody waits")
        queue.add(item(2, entries: 1))
        #expect(queue.nextBatch().map(\.ticket) == [0])
        #expect(queue.nextBatch().map(\.ticket) == [1])
        #expect(queue.nextBatch().map(\.ticket) == [2])
    }

    @Test func whoWaitsCanGiveUpAndWhoIsQueuedCannot() {
        var queue = queue()
        queue.add(item(0, entries: 8))
        queue.add(item(1, entries: 8))
        queue.add(item(2, entries: 2))
        #expect(queue.cancel(0) == nil)
        #expect(queue.cancel(1)?.ticket == 1)
        #expect(queue.nextBatch().map(\.ticket) == [0])
        #expect(queue.nextBatch().map(\.ticket) == [2])
        #expect(queue.nextBatch().isEmpty)
    }

    @Test func theLastEntriesEndTheirBatch() {
        var queue = queue(batch: 100)
        queue.add(item(0, entries: 1))
        queue.add(item(1, entries: 1, closing: true))
        queue.add(item(2, entries: 1))
        #expect(queue.nextBatch().map(\.ticket) == [0, 1])
        #expect(queue.nextBatch().map(\.ticket) == [2])
    }

    @Test func oneCallMayBeLargerThanABatch() {
        var queue = queue(entries: 10, batch: 4)
        queue.add(item(0, entries: 9))
        #expect(queue.nextBatch().map(\.ticket) == [0])
    }
}

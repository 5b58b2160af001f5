import Record
import Testing

@Suite struct TailBufferTests {
    private func checkpoint(_ size: UInt64) throws -> SignedCheckpoint {
        let key = try SigningKey(name: "example.org/a")
        return try SignedCheckpoint(signing: Checkpoint(origin: key.name, size: size, root: .leaf([])), with: key)
    }

    @Test func entriesWaitForTheirCheckpoint() throws {
        var buffer = TailBuffer(nextIndex: 10)
        #expect(buffer.receive([1], at: 10) == .wait)
        #expect(buffer.receive([2], at: 11) == .wait)
        #expect(buffer.receive([3], at: 12) == .wait)
        let signed = try checkpoint(12)
        #expect(buffer.receive(signed) == .store(firstIndex: 10, entries: [[1], [2]], checkpoint: signed))
        #expect(buffer.receive(signed) == .compare(signed), "it may be of another history")
        #expect(buffer.receive(try checkpoint(3)) != .wait, "so may an older one")
        #expect(buffer.receive([2], at: 11) == .wait, "again")
        let next = try checkpoint(13)
        #expect(buffer.receive(next) == .store(firstIndex: 12, entries: [[3]], checkpoint: next))
        #expect(buffer.nextIndex == 13)
    }

    @Test func whatIsMissingIsReadFromTheTiles() throws {
        var buffer = TailBuffer(nextIndex: 0, maximumEntries: 3, maximumBytes: 100)
        #expect(buffer.receive([1], at: 1) == .catchUp)
        let ahead = try checkpoint(1)
        #expect(buffer.receive(ahead) == .catchUpTowards(ahead))
        for index in 0..<3 as Range<UInt64> { #expect(buffer.receive([1], at: index) == .wait) }
        #expect(buffer.receive([1], at: 3) == .catchUp, "no more than it may hold")
        buffer.reset(nextIndex: 7)
        #expect(buffer.receive([UInt8](repeating: 0, count: 101), at: 7) == .catchUp)
        #expect(buffer.receive([1], at: 7) == .wait)
    }
}

import Testing

@testable import Station

@Suite("Server-sent events are taken apart as the standard says, in any chunking")
struct EventStreamParserTests {
    private static let stream = """
        : a comment\r\nevent: entry\r\nid: 7\r\ndata: AAA=\r\n\r\n\
        data: one\ndata:two\n\nevent: lost\n\nid: 9\ndata\n\n
        """

    private static let expected = [
        StreamEvent(name: "entry", identifier: "7", data: "AAA="),
        StreamEvent(name: "message", identifier: "7", data: "one\ntwo"),
        StreamEvent(name: "message", identifier: "9", data: ""),
    ]

    @Test("whatever the size of the pieces", arguments: [1, 2, 3, 7, 1000])
    func chunking(size: Int) throws {
        var parser = EventStreamParser()
        let bytes = Array(Self.stream.utf8)
        var events: [StreamEvent] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            events += try parser.read(bytes[start..<min(start + size, bytes.count)])
        }
        #expect(events == Self.expected)
    }

    @Test("and a line without end is given up, not kept")
    func overlong() throws {
        var parser = EventStreamParser(maximumLineBytes: 100)
        #expect(throws: StationError.self) { try parser.read(Array(repeating: UInt8(ascii: "x"), count: 101)) }
    }

    @Test("and so is an event without end, however short its lines")
    func endless() throws {
        var parser = EventStreamParser(maximumLineBytes: 100, maximumDataBytes: 1_000)
        let line = Array("data: 0123456789\n".utf8)
        var events: [StreamEvent] = []
        for _ in 0..<80 { events += try parser.read(line) }
        #expect(throws: StationError.self) { for _ in 0..<40 { _ = try parser.read(line) } }
        // The end of an event is the beginning of another.
        parser = EventStreamParser(maximumDataBytes: 1_000)
        #expect(events.isEmpty)
        for _ in 0..<500 { events += try parser.read(line + [UInt8(ascii: "\n")]) }
        #expect(events.count == 500)
    }
}

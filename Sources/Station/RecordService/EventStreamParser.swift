/// One event of a server-sent-event stream (WHATWG HTML, 9.2).
public struct StreamEvent: Sendable, Equatable {
    /// What kind it is; `message` if the stream does not say.
    public var name = "message"
    /// The last identifier that the stream gave.
    public var identifier: String?
    /// The data, its lines joined by line feeds.
    public var data = ""
}

/// Takes a server-sent-event stream apart, in any chunking. Pure.
public struct EventStreamParser: Sendable {
    /// A line longer than this ends the stream: nobody sends one in good faith.
    private let maximumLineBytes: Int
    /// So does an event with more data, in however many lines: the largest that is sent is a signed note of 256 KiB, in base64.
    private let maximumDataBytes: Int
    private var line: [UInt8] = []
    private var event = StreamEvent()
    private var hasData = false
    private var endedWithReturn = false

    /// A parser at the beginning of a stream.
    public init(maximumLineBytes: Int = 256 << 10, maximumDataBytes: Int = 400 << 10) {
        self.maximumLineBytes = maximumLineBytes
        self.maximumDataBytes = maximumDataBytes
    }

    /// Takes the next bytes and returns the events that they complete.
    ///
    /// - Throws: `StationError.stream` when a line or an event is too long; the stream is then to be given up.
    public mutating func read(_ bytes: some Sequence<UInt8>) throws(StationError) -> [StreamEvent] {
        var events: [StreamEvent] = []
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\n") where endedWithReturn: endedWithReturn = false
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                endedWithReturn = byte == UInt8(ascii: "\r")
                if let event = try endLine() { events.append(event) }
            default:
                endedWithReturn = false
                guard line.count < maximumLineBytes else { throw .stream(reason: "a line is too long") }
                line.append(byte)
            }
        }
        return events
    }

    private mutating func endLine() throws(StationError) -> StreamEvent? {
        defer { line.removeAll(keepingCapacity: true) }
        if line.isEmpty {
            defer {
                event = StreamEvent(identifier: event.identifier)
                hasData = false
            }
            return hasData ? event : nil
        }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        let name = String(decoding: line[..<colon], as: UTF8.self)
        var rest = line[colon...].dropFirst()
        if rest.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
        let value = String(decoding: rest, as: UTF8.self)
        switch name {
        case "event": event.name = value
        case "id": event.identifier = value
        case "data":
            guard event.data.utf8.count + value.utf8.count < maximumDataBytes else {
                throw .stream(reason: "an event is too long")
            }
            event.data += hasData ? "\n" + value : value
            hasData = true
        default: break
        }
        return nil
    }
}

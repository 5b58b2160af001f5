/// A wire format as a pure machine: bytes in, reports and faults out, in any chunking.
///
/// A reader never does I/O, never looks at a clock, never traps, whatever the bytes; what it can't use is a `ReadFault`.
/// Adding a format is one type that conforms to `LineFormat` or `ObjectFormat` and its test (see CONTRIBUTING).
public protocol ReportReader: Sendable {
    /// Takes the next bytes of the stream. Half a line stays inside until the rest comes.
    mutating func read(_ bytes: Span<UInt8>, into batch: inout ReportBatch)
    /// The stream has ended: what is left inside is used or becomes a fault.
    mutating func finish(into batch: inout ReportBatch)
}

extension ReportReader {
    /// Takes the next bytes of the stream from any collection of bytes; arrays and buffers are not copied.
    public mutating func read(_ bytes: some Sequence<UInt8>, into batch: inout ReportBatch) {
        let direct: Void? = bytes.withContiguousStorageIfAvailable { read($0.span, into: &batch) }
        if direct == nil { read(Array(bytes).span, into: &batch) }
    }
}

/// What a reader made of some bytes.
public struct ReportBatch: Sendable {
    /// Reports, in the order of the bytes.
    public var reports: [Report] = []
    /// Faults, in the order of the bytes; at most a thousand are kept, all are counted in `faultCount`.
    public var faults: [ReadFault] = []
    /// How many faults there were.
    public var faultCount = 0

    /// How many faults are kept with their place and reason.
    public static let faultsKept = 1_000

    /// Nothing read yet.
    public init() {}

    /// Whether there is neither a report nor a fault.
    public var isEmpty: Bool { reports.isEmpty && faultCount == 0 }

    /// Notes a fault.
    public mutating func note(_ fault: ReadFault) {
        faultCount += 1
        if faults.count < Self.faultsKept { faults.append(fault) }
    }

    /// Notes a fault whose reason is only put into words when it is kept.
    mutating func note(_ code: ReadFault.Code, at place: Place, _ reason: @autoclosure () -> String) {
        faultCount += 1
        guard faults.count < Self.faultsKept else { return }
        faults.append(ReadFault(code: code, source: place.source, position: place.line, reason: reason()))
    }

    /// Forgets the faults that were noted after the first `count`: one fault of the whole line says more.
    mutating func forgetFaults(after count: Int) {
        faults.removeLast(max(0, faults.count - count))
        faultCount = count
    }

    /// Forgets what was read and keeps the memory for the next bytes.
    public mutating func removeAll() {
        reports.removeAll(keepingCapacity: true)
        faults.removeAll(keepingCapacity: true)
        faultCount = 0
    }
}

/// Where in which source the reader stands.
public struct Place: Sendable, Hashable {
    /// A file's path or an address.
    public var source: String
    /// Line number from 1.
    public var line: Int

    /// A place before the first line of `source`.
    public init(source: String, line: Int = 0) {
        self.source = source
        self.line = line
    }
}

/// A wire format as a pure machine: bytes in, reports and faults out, in any chunking.
///
/// A reader never does I/O, never looks at a clock, never traps, whatever the bytes; what it can't use is a `ReadFault`.
/// Adding a format is one type that conforms to this and its test (see CONTRIBUTING).
public protocol ReportReader {
    /// Takes the next bytes of the stream. Half a line stays inside until the rest comes.
    mutating func read(_ bytes: some Sequence<UInt8>, into batch: inout ReportBatch)
    /// The stream has ended: what is left inside is used or becomes a fault.
    mutating func finish(into batch: inout ReportBatch)
}

/// What a reader made of some bytes.
public struct ReportBatch: Sendable {
    /// Reports, in the order of the bytes.
    public var reports: [Report] = []
    /// Faults, in the order of the bytes; at most a thousand are kept, all are counted in `faultCount`.
    public var faults: [ReadFault] = []
    /// How many faults there were.
    public var faultCount = 0

    /// Nothing read yet.
    public init() {}

    /// Notes a fault.
    public mutating func note(_ fault: ReadFault) {
        faultCount += 1
        if faults.count < 1_000 { faults.append(fault) }
    }
}

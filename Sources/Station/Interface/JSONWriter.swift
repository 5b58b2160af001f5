/// Writes JSON straight into bytes.
///
/// The picture of a second is some ten thousand objects of twenty fields; a general encoder spends most of that second on
/// keys and boxes. Numbers are written with a stated count of decimals, without trailing zeros; what is nil or not finite
/// is left out, since absent means unknown.
public struct JSONWriter: Sendable {
    /// What has been written so far.
    public private(set) var bytes: [UInt8] = []
    /// Whether the next value follows another one in the same object or array.
    private var followsValue = false

    /// An empty document.
    public init(reserving capacity: Int = 256) {
        bytes.reserveCapacity(capacity)
    }

    /// The document as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// An object as the next value.
    @inline(__always)
    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "{"))
        followsValue = false
        body(&self)
        bytes.append(UInt8(ascii: "}"))
        followsValue = true
    }

    /// An array as the next value.
    @inline(__always)
    public mutating func array(_ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "["))
        followsValue = false
        body(&self)
        bytes.append(UInt8(ascii: "]"))
        followsValue = true
    }

    /// An object under `name`.
    @inline(__always)
    public mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
        key(name)
        object(body)
    }

    /// An array under `name`.
    @inline(__always)
    public mutating func array(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
        key(name)
        array(body)
    }

    /// Text under `name`; nil is left out.
    public mutating func field(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        key(name)
        self.value(value)
    }

    /// A number under `name` with at most `decimals` decimals; nil and what is not finite are left out.
    public mutating func field(_ name: StaticString, _ value: Double?, decimals: Int) {
        guard let value, value.isFinite else { return }
        key(name)
        self.value(value, decimals: decimals)
    }

    /// A whole number under `name`; nil is left out.
    public mutating func field(_ name: StaticString, _ value: Int?) {
        guard let value else { return }
        key(name)
        self.value(value)
    }

    /// A truth value under `name`; nil is left out.
    public mutating func field(_ name: StaticString, _ value: Bool?) {
        guard let value else { return }
        key(name)
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
        followsValue = true
    }

    /// `null` under `name`.
    public mutating func null(_ name: StaticString) {
        key(name)
        null()
    }

    /// `null` as the next value.
    public mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
        followsValue = true
    }

    /// A document that was written before, as the next value.
    public mutating func raw(_ document: [UInt8]) {
        separate()
        bytes.append(contentsOf: document)
        followsValue = true
    }

    /// A document that was written before, under `name`.
    public mutating func raw(_ name: StaticString, _ document: [UInt8]) {
        key(name)
        raw(document)
    }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(_ some: some Sequence<UInt8>) { bytes.append(contentsOf: some) }

    /// The comma before a value that follows another.
    @inline(__always)
    mutating func separate() {
        if followsValue { bytes.append(UInt8(ascii: ",")) }
    }

    @inline(__always)
    mutating func markValue() { followsValue = true }

    @inline(__always)
    mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":")])
        followsValue = false
    }
}

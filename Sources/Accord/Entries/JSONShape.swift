/// The outline of one JSON object (RFC 8259), read strictly and without building a tree: its members and where their values stand.
///
/// It refuses what two readers could take differently: bytes that are not UTF-8, a key given twice, a lone surrogate,
/// anything after the object. Depth is bounded, so no input exhausts the stack.
struct JSONShape {
    /// The deepest nesting that an entry needs is four; more is an attack or a mistake.
    static let greatestDepth = 12

    /// A member of the object.
    struct Member {
        var key: String
        var value: Range<Int>
    }

    private(set) var members: [Member] = []
    private let bytes: [UInt8]
    private var index = 0

    /// Why bytes are not one JSON object.
    struct Fault: Error { var reason: String }

    /// Reads the whole of `bytes`.
    init(_ bytes: [UInt8]) throws(Fault) {
        self.bytes = bytes
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Fault(reason: "it is not UTF-8") }
        skipSpace()
        guard peek() == UInt8(ascii: "{") else { throw Fault(reason: "it is not a JSON object") }
        members = try object(depth: 1)
        skipSpace()
        guard index == bytes.count else { throw Fault(reason: "something follows the JSON object") }
    }

    private func peek() -> UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    private mutating func expect(_ byte: UInt8) throws(Fault) {
        guard peek() == byte else {
            throw Fault(reason: "the JSON is broken at byte \(index): “\(Character(Unicode.Scalar(byte)))” is missing")
        }
        index += 1
    }

    private mutating func object(depth: Int) throws(Fault) -> [Member] {
        try expect(UInt8(ascii: "{"))
        var found: [Member] = []
        skipSpace()
        if peek() == UInt8(ascii: "}") {
            index += 1
            return found
        }
        while true {
            skipSpace()
            let start = index
            try string()
            let key = try text(start..<index)
            guard !found.contains(where: { $0.key == key }) else { throw Fault(reason: "“\(key)” is given twice") }
            guard found.count < 64 else { throw Fault(reason: "there are too many keys") }
            skipSpace()
            try expect(UInt8(ascii: ":"))
            skipSpace()
            let valueStart = index
            try value(depth: depth + 1)
            found.append(Member(key: key, value: valueStart..<index))
            skipSpace()
            if peek() == UInt8(ascii: "}") {
                index += 1
                return found
            }
            try expect(UInt8(ascii: ","))
        }
    }

    private mutating func value(depth: Int) throws(Fault) {
        guard depth <= Self.greatestDepth else { throw Fault(reason: "it is nested too deeply") }
        switch peek() {
        case UInt8(ascii: "{"): _ = try object(depth: depth)
        case UInt8(ascii: "["): try array(depth: depth)
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: try number()
        }
    }

    private mutating func array(depth: Int) throws(Fault) {
        try expect(UInt8(ascii: "["))
        skipSpace()
        if peek() == UInt8(ascii: "]") {
            index += 1
            return
        }
        while true {
            skipSpace()
            try value(depth: depth + 1)
            skipSpace()
            if peek() == UInt8(ascii: "]") {
                index += 1
                return
            }
            try expect(UInt8(ascii: ","))
        }
    }

    private mutating func word(_ word: StaticString) throws(Fault) {
        for position in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[position]) }
    }

    private mutating func string() throws(Fault) {
        try expect(UInt8(ascii: "\""))
        while let byte = peek() {
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return
            case UInt8(ascii: "\\"):
                guard let escaped = peek() else { throw Fault(reason: "a text is not closed") }
                index += 1
                if escaped == UInt8(ascii: "u") {
                    try codeUnit()
                } else if !#""\/bfnrt"#.utf8.contains(escaped) {
                    throw Fault(reason: "there is no escape “\\\(Character(Unicode.Scalar(escaped)))”")
                }
            case 0..<0x20: throw Fault(reason: "a text holds a control character")
            default: continue
            }
        }
        throw Fault(reason: "a text is not closed")
    }

    /// The hexadecimal digits of `\uXXXX`, and for the first half of a pair its second half too.
    private mutating func codeUnit() throws(Fault) {
        let unit = try fourDigits()
        guard unit & 0xF800 == 0xD800 else { return }
        guard unit < 0xDC00, peek() == UInt8(ascii: "\\") else { throw Fault(reason: "a surrogate stands alone") }
        index += 1
        try expect(UInt8(ascii: "u"))
        guard try fourDigits() & 0xFC00 == 0xDC00 else { throw Fault(reason: "a surrogate stands alone") }
    }

    private mutating func fourDigits() throws(Fault) -> Int {
        var unit = 0
        for _ in 0..<4 {
            guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw Fault(reason: "“\\u” needs four hexadecimal digits")
            }
            unit = unit << 4 | digit
            index += 1
        }
        return unit
    }

    private mutating func digits() throws(Fault) {
        let start = index
        while let byte = peek(), (0x30...0x39).contains(byte) { index += 1 }
        guard index > start else { throw Fault(reason: "the JSON is broken at byte \(index): a value is missing") }
    }

    private mutating func number() throws(Fault) {
        if peek() == UInt8(ascii: "-") { index += 1 }
        let start = index
        try digits()
        if index - start > 1, bytes[start] == UInt8(ascii: "0") { throw Fault(reason: "a number begins with 0") }
        if peek() == UInt8(ascii: ".") {
            index += 1
            try digits()
        }
        if let byte = peek(), byte | 0x20 == UInt8(ascii: "e") {
            index += 1
            if peek() == UInt8(ascii: "-") || peek() == UInt8(ascii: "+") { index += 1 }
            try digits()
        }
    }

    /// The text that a JSON string stands for; only keys with an escape need the decoder.
    func text(_ range: Range<Int>) throws(Fault) -> String {
        guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\"") else {
            throw Fault(reason: "a text is needed")
        }
        let inner = bytes[(range.lowerBound + 1)..<(range.upperBound - 1)]
        if inner.contains(UInt8(ascii: "\\")) {
            throw Fault(reason: "keys and the envelope are written without escapes")
        }
        return String(decoding: inner, as: UTF8.self)
    }
}

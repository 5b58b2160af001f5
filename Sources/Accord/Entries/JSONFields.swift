/// The fields of an object, read by hand: for the bodies of which thousands come each second, where a general decoder would cost more than all
/// else. The same is taken and refused.
struct JSONFields {
    private let bytes: [UInt8]
    private var ranges: [String: Range<Int>]

    /// The fields of `json`, of which each must be one of `keys`.
    init<Keys: CodingKey>(_ json: [UInt8], keys: Keys.Type) throws(JSONShape.Fault) {
        let shape = try JSONShape(json)
        bytes = json
        ranges = [:]
        ranges.reserveCapacity(shape.members.count)
        for member in shape.members {
            guard Keys(stringValue: member.key) != nil else {
                throw JSONShape.Fault(reason: "there is no field “\(member.key)”")
            }
            ranges[member.key] = member.value
        }
    }

    private func value(_ key: String) -> Range<Int>? {
        guard let range = ranges[key], bytes[range.lowerBound] != UInt8(ascii: "n") else { return nil }
        return range
    }

    private func missing(_ key: String) -> JSONShape.Fault { JSONShape.Fault(reason: "“\(key)” is missing") }

    func number(_ key: String) throws(JSONShape.Fault) -> Double? {
        guard let range = value(key) else { return nil }
        guard let number = Double(String(decoding: bytes[range], as: UTF8.self)), number.isFinite else {
            throw JSONShape.Fault(reason: "“\(key)” must be a number")
        }
        return number
    }

    func neededNumber(_ key: String) throws(JSONShape.Fault) -> Double {
        guard let number = try number(key) else { throw missing(key) }
        return number
    }

    /// A text; one with an escape is left to the general decoder, which the caller then uses for all.
    func text(_ key: String) throws(JSONShape.Fault) -> String? {
        guard let range = value(key) else { return nil }
        guard bytes[range.lowerBound] == UInt8(ascii: "\""), range.count >= 2 else {
            throw JSONShape.Fault(reason: "“\(key)” must be a text")
        }
        return String(decoding: bytes[(range.lowerBound + 1)..<(range.upperBound - 1)], as: UTF8.self)
    }

    func neededText(_ key: String) throws(JSONShape.Fault) -> String {
        guard let text = try text(key) else { throw missing(key) }
        return text
    }

    func neededTruth(_ key: String) throws(JSONShape.Fault) -> Bool {
        guard let range = value(key) else { throw missing(key) }
        switch String(decoding: bytes[range], as: UTF8.self) {
        case "true": return true
        case "false": return false
        default: throw JSONShape.Fault(reason: "“\(key)” must be true or false")
        }
    }

    func neededTime(_ key: String) throws(JSONShape.Fault) -> EntryTime {
        guard let time = EntryTime(parsing: try neededText(key)) else {
            throw JSONShape.Fault(reason: "“\(key)” must be RFC 3339 in UTC with milliseconds")
        }
        return time
    }

    func word<Word: RawRepresentable>(_ key: String, _ kind: Word.Type = Word.self) throws(JSONShape.Fault) -> Word?
    where Word.RawValue == String {
        guard let text = try text(key) else { return nil }
        guard let word = Word(rawValue: text) else { throw JSONShape.Fault(reason: "“\(text)” is no \(key)") }
        return word
    }
}

/// Writes an object by hand, its keys in the order in which they are given.
struct JSONText {
    private(set) var bytes: [UInt8] = [UInt8(ascii: "{")]

    init() { bytes.reserveCapacity(320) }

    /// The whole object.
    var object: [UInt8] { bytes + [UInt8(ascii: "}")] }

    private mutating func key(_ key: StaticString) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        for index in 0..<key.utf8CodeUnitCount { bytes.append(key.utf8Start[index]) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func add(_ name: StaticString, _ number: Double?) {
        guard let number else { return }
        key(name)
        if number == number.rounded(), abs(number) < 1e15 {
            bytes.append(contentsOf: String(Int64(number)).utf8)
        } else {
            bytes.append(contentsOf: number.description.utf8)
        }
    }

    /// A text that needs no escape, as identifiers and times are.
    mutating func add(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        key(name)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: "\""))
    }
}

import Foundation

/// A JSON value of a request, of no particular shape yet.
enum JSONValue: Decodable, Sendable, Equatable {
    case null
    case truth(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .truth(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }
}

/// The fields of a request's body: each is asked for by name with what it may be, and what nobody asks for is refused.
struct RequestFields {
    private let fields: [String: JSONValue]
    private let prefix: String

    /// Reads a body that must be one JSON object with no other fields than `known`.
    init(_ body: [UInt8], known: Set<String>) throws(Problem) {
        let value: JSONValue
        do { value = try JSONDecoder().decode(JSONValue.self, from: Data(body)) } catch {
            throw Problem.badRequest("the body is not JSON")
        }
        guard case .object(let fields) = value else { throw Problem.badRequest("the body is not a JSON object") }
        try self.init(fields, known: known, prefix: "")
    }

    private init(_ fields: [String: JSONValue], known: Set<String>, prefix: String) throws(Problem) {
        self.fields = fields
        self.prefix = prefix
        if let stranger = fields.keys.filter({ !known.contains($0) }).min() {
            throw Problem.badRequest(
                "“\(prefix)\(stranger.prefix(40))” is no field here; there are \(known.sorted().joined(separator: ", "))"
            )
        }
    }

    /// A field as it came; nil when it is not there.
    subscript(name: String) -> JSONValue? { fields[name] }

    /// Whether a field is there and not null.
    func has(_ name: String) -> Bool { fields[name].map { $0 != .null } ?? false }

    /// Text with at least one visible character, without control characters, at most `maximum` characters long.
    func text(_ name: String, maximum: Int = 200) throws(Problem) -> String {
        guard let value = try optionalText(name, maximum: maximum) else { throw missing(name, "text") }
        return value
    }

    /// As `text`, nil when it is not there.
    func optionalText(_ name: String, maximum: Int = 200) throws(Problem) -> String? {
        guard has(name) else { return nil }
        guard case .text(let value) = fields[name], value.unicodeScalars.count <= maximum,
            value.unicodeScalars.contains(where: { !$0.properties.isWhitespace }),
            !value.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
        else { throw missing(name, "text of 1 to \(maximum) characters without control characters") }
        return value
    }

    /// Text of a file, with its line breaks, at most `maximum` bytes long.
    func fileText(_ name: String, maximum: Int) throws(Problem) -> String {
        guard case .text(let value) = fields[name], !value.isEmpty, value.utf8.count <= maximum else {
            throw missing(name, "the text of a file of at most \(maximum) bytes")
        }
        return value
    }

    /// The identifier of an aircraft: what receivers send, or the station gives.
    func identifier(_ name: String) throws(Problem) -> String {
        let value = try text(name, maximum: 64)
        let isPlain = value.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "~"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard isPlain else { throw missing(name, "an identifier: letters and digits of ASCII, ~, _ or -") }
        return value
    }

    /// A number within `range`.
    func number(_ name: String, in range: ClosedRange<Double>) throws(Problem) -> Double {
        guard let value = try optionalNumber(name, in: range) else {
            throw missing(name, "a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// As `number`, nil when it is not there.
    func optionalNumber(_ name: String, in range: ClosedRange<Double>) throws(Problem) -> Double? {
        guard has(name) else { return nil }
        guard case .number(let value) = fields[name], range.contains(value) else {
            throw missing(name, "a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// A list of distinct identifiers.
    func identifiers(_ name: String, count: ClosedRange<Int>) throws(Problem) -> [String] {
        let wanted = "a list of \(count.lowerBound) to \(count.upperBound) different identifiers"
        guard case .list(let list) = fields[name], count.contains(list.count) else { throw missing(name, wanted) }
        var identifiers: [String] = []
        for element in list {
            let inner = try RequestFields(["item": element], known: ["item"], prefix: "\(name).")
            identifiers.append(try inner.identifier("item"))
        }
        guard Set(identifiers).count == identifiers.count else { throw missing(name, wanted) }
        return identifiers
    }

    /// A truth value; nil when it is not there.
    func optionalTruth(_ name: String) throws(Problem) -> Bool? {
        guard has(name) else { return nil }
        guard case .truth(let value) = fields[name] else { throw missing(name, "true or false") }
        return value
    }

    /// A list of texts, each as ``text(_:maximum:)`` takes it.
    func texts(_ name: String, count: ClosedRange<Int>, maximum: Int = 200) throws(Problem) -> [String] {
        guard case .list(let list) = fields[name], count.contains(list.count) else {
            throw missing(name, "a list of \(count.lowerBound) to \(count.upperBound) texts")
        }
        var texts: [String] = []
        for element in list {
            let inner = try RequestFields(["item": element], known: ["item"], prefix: "\(name).")
            texts.append(try inner.text("item", maximum: maximum))
        }
        return texts
    }

    /// An object with no other fields than `known`; nil when it is not there.
    func optionalObject(_ name: String, known: Set<String>) throws(Problem) -> RequestFields? {
        guard has(name) else { return nil }
        guard case .object(let inner) = fields[name] else { throw missing(name, "an object") }
        return try RequestFields(inner, known: known, prefix: "\(name).")
    }

    /// The problem of a field that is not what it must be.
    func missing(_ name: String, _ wanted: String) -> Problem {
        Problem.badRequest("“\(prefix)\(name)” must be \(wanted)")
    }
}

extension Understanding {
    /// The understanding as one JSON object: `code` and `parameters` of the first element, all `elements`, what is
    /// `unclear`, and every way to understand it in `candidates`, the preferred first.
    public var json: String {
        let preferred = elements
        var fields = [
            ("code", preferred?.first.map { JSONText.string($0.code) } ?? "null"),
            ("parameters", preferred?.first.map { Self.parameters($0) } ?? "{}"),
            ("unclear", JSONText.array(unclear.map(JSONText.string))),
            ("candidates", JSONText.array(interpretations.map(Self.candidate))),
            ("elements", JSONText.array((preferred ?? []).map(Self.element))),
            ("language", JSONText.string(language)),
        ]
        if let address { fields.append(("address", JSONText.string(address.text))) }
        if let caller { fields.append(("caller", JSONText.string(caller.text))) }
        if isReadBack { fields.append(("readback", "true")) }
        if isRequest { fields.append(("request", "true")) }
        return JSONText.object(fields)
    }

    /// One element; further ones of the same way to understand follow in `then`.
    private static func candidate(_ elements: [MessageElement]) -> String {
        guard let first = elements.first else { return "{}" }
        var fields = [("code", JSONText.string(first.code)), ("parameters", parameters(first))]
        if elements.count > 1 { fields.append(("then", JSONText.array(elements.dropFirst().map(element)))) }
        return JSONText.object(fields)
    }

    private static func element(_ element: MessageElement) -> String {
        JSONText.object([("code", JSONText.string(element.code)), ("parameters", parameters(element))])
    }

    private static func parameters(_ element: MessageElement) -> String {
        JSONText.object(element.orderedParameters.map { ($0.name, $0.value.json) })
    }
}

extension Value {
    /// The value in JSON: a number where it is a bare number, text with its unit otherwise.
    public var json: String {
        if let wholeNumber { return String(wholeNumber) }
        switch self {
        case .mach(let number): return number.text()
        case .text(let text): return JSONText.string(text)
        default: return JSONText.string(description)
        }
    }
}

/// The few forms of JSON that are written here.
enum JSONText {
    static func object(_ fields: [(String, String)]) -> String {
        "{" + fields.map { "\(string($0.0)):\($0.1)" }.joined(separator: ",") + "}"
    }

    static func array(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

    static func string(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

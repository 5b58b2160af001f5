/// One place of a document that people wrote (YAML 1.1 as Yams reads it): reads what stands there, or says on which line what was expected.
///
/// Scalars are text exactly as written: `342086`, `48e012`, `no` and `1_000` are identifiers if an identifier is wanted.
public struct DocumentNode: Sendable {
    let content: DocumentContent
    /// The keys that lead here.
    public let keys: [String]

    /// The line on which it stands, from 1.
    public var line: Int { content.line }

    init(content: DocumentContent, keys: [String]) {
        self.content = content
        self.keys = keys
    }

    /// The fault that this place is not what it must be.
    public func fault(_ reason: BilingualText) -> DocumentFault {
        DocumentFault(line: line, keys: keys, reason: reason)
    }

    /// The fault that this place is not what it must be, in English and in Russian.
    public func fault(_ english: String, _ russian: String) -> DocumentFault {
        fault(BilingualText(english: english, russian: russian))
    }

    /// The value of a key; nil when it is not there or has no value.
    public func child(_ key: String) -> DocumentNode? {
        guard case .mapping(let members) = content.value,
            let member = members.first(where: { $0.key == key })
        else { return nil }
        if case .scalar(let text, isPlain: true) = member.value.value, ["", "~", "null"].contains(text) { return nil }
        return DocumentNode(content: member.value, keys: keys + [key])
    }

    /// The value of a key that must be there.
    public func required(_ key: String) throws(DocumentFault) -> DocumentNode {
        guard isMapping else { throw fault("keys with values are needed here", "здесь нужны ключи со значениями") }
        guard let child = child(key) else { throw fault("“\(key)” is missing", "нет ключа «\(key)»") }
        return child
    }

    /// Whether it holds keys with values.
    public var isMapping: Bool { if case .mapping = content.value { true } else { false } }

    /// Whether it is a list.
    public var isList: Bool { if case .list = content.value { true } else { false } }

    /// Keys and values, in the order of the document.
    public func entries() throws(DocumentFault) -> [(key: String, line: Int, value: DocumentNode)] {
        guard case .mapping(let members) = content.value else {
            throw fault("keys with values are needed here", "здесь нужны ключи со значениями")
        }
        return members.map { member in
            (member.key, member.line, DocumentNode(content: member.value, keys: keys + [member.key]))
        }
    }

    /// The elements of a list.
    public func elements() throws(DocumentFault) -> [DocumentNode] {
        guard case .list(let list) = content.value else {
            throw fault(
                "a list is needed here: lines that begin with “- ”, or [a, b]",
                "здесь нужен список: строки, которые начинаются с «- », или [a, b]")
        }
        return list.enumerated().map { DocumentNode(content: $1, keys: keys + ["\($0 + 1)"]) }
    }

    /// No person misspells more keys in one place.
    private static let mostUnknownKeys = 50

    /// The faults of keys that mean nothing here, the first of them: a misspelt one would silently leave a clause out.
    public func unknownKeys(allowed: [String]) -> [DocumentFault] {
        guard case .mapping(let members) = content.value else {
            return [fault("keys with values are needed here", "здесь нужны ключи со значениями")]
        }
        let unknown = Array(members.lazy.filter { !allowed.contains($0.key) }.prefix(Self.mostUnknownKeys))
        return unknown.map { member in
            DocumentFault(
                line: member.line, keys: keys,
                "“\(member.key)” means nothing here; there are \(allowed.joined(separator: ", "))",
                "«\(member.key)» здесь ничего не значит; допустимы \(allowed.joined(separator: ", "))")
        }
    }

    /// Text, exactly as written.
    public func text(longest: Int = 4_000) throws(DocumentFault) -> String {
        guard case .scalar(let text, _) = content.value, !text.isEmpty else {
            throw fault("a text is needed here", "здесь нужен текст")
        }
        guard FieldCheck.isText(text, longest: longest, multiline: true) else {
            throw fault(
                "the text has more than \(longest) characters, or a control character",
                "в тексте больше \(longest) знаков или есть управляющий символ")
        }
        return text
    }

    /// The text of each element of a list; a single text counts as a list of one.
    public func texts(longest: Int = 1_000) throws(DocumentFault) -> [String] {
        if case .scalar = content.value { return [try text(longest: longest)] }
        var texts: [String] = []
        for element in try elements() { texts.append(try element.text(longest: longest)) }
        return texts
    }

    /// A plain number.
    public func number(in range: ClosedRange<Double>) throws(DocumentFault) -> Double {
        guard let value = Double(try text()), value.isFinite else {
            throw fault("a number is needed here", "здесь нужно число")
        }
        guard range.contains(value) else {
            let limits = (PlainNumber.exact(range.lowerBound), PlainNumber.exact(range.upperBound))
            throw fault(
                "\(value) is not between \(range.lowerBound) and \(range.upperBound)",
                "\(PlainNumber.exact(value)) — вне пределов от \(limits.0) до \(limits.1)")
        }
        return value
    }

    /// A whole number.
    public func count(in range: ClosedRange<Int>) throws(DocumentFault) -> Int {
        guard let value = Int(try text()) else {
            throw fault("a whole number is needed here", "здесь нужно целое число")
        }
        guard range.contains(value) else {
            throw fault(
                "\(value) is not between \(range.lowerBound) and \(range.upperBound)",
                "\(value) — вне пределов от \(range.lowerBound) до \(range.upperBound)")
        }
        return value
    }

    /// `yes` or `no`, `true` or `false`.
    public func flag() throws(DocumentFault) -> Bool {
        switch try text().lowercased() {
        case "yes", "true": return true
        case "no", "false": return false
        default: throw fault("yes or no is needed here", "здесь нужно yes или no")
        }
    }

    /// One of the words that `Value` has.
    public func word<Value: RawRepresentable & CaseIterable>(_ kind: Value.Type = Value.self) throws(DocumentFault)
        -> Value where Value.RawValue == String
    {
        let text = try text()
        guard let value = Value(rawValue: text) else {
            let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw fault("“\(text)” is none of \(words)", "«\(text)» не подходит: допустимы \(words)")
        }
        return value
    }
}

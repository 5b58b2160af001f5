import Airspace
import Separation
import Yams

/// One place of a rules file: reads what stands there, or says on which line what was expected.
struct RulesNode {
    private let node: Node
    private let path: String
    /// What the place is called in messages.
    private let name: String

    /// The whole of a file's text.
    ///
    /// - Throws: `StationError.rules` for text that is no YAML, with the line.
    init(text: String, path: String) throws(StationError) {
        self.path = path
        name = "the file"
        let root: Node?
        do { root = try Yams.compose(yaml: text) } catch let error as YamlError {
            throw Self.fault(error, path: path)
        } catch {
            throw StationError.rules(path: path, line: nil, reason: "this is not YAML: \(error)")
        }
        guard let root else {
            throw StationError.rules(path: path, line: 1, reason: "the file is empty: it needs minima at least")
        }
        node = root
    }

    private init(_ node: Node, path: String, name: String) {
        self.node = node
        self.path = path
        self.name = name
    }

    private static func fault(_ error: YamlError, path: String) -> StationError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            .rules(path: path, line: mark.line, reason: "this is not YAML: \(problem)")
        case .duplicatedKeysInMapping(let keys, let context):
            .rules(
                path: path, line: context.mark.line,
                reason: "\(keys.joined(separator: ", ")) is given twice")
        default: .rules(path: path, line: nil, reason: "this is not YAML: \(error)")
        }
    }

    /// The error that this place is not what it must be.
    func fault(_ expected: String) -> StationError {
        StationError.rules(path: path, line: node.mark?.line, reason: "\(name): \(expected)")
    }

    /// Refuses keys that mean nothing: a misspelt one would silently leave a rule out.
    func allowOnly(_ keys: String...) throws(StationError) {
        guard case .mapping(let mapping) = node else { throw fault("keys with values are needed here") }
        for (key, _) in mapping {
            guard let text = key.string, keys.contains(text) else {
                throw StationError.rules(
                    path: path, line: key.mark?.line,
                    reason:
                        "“\(key.string ?? "this")” means nothing in \(name); there are \(keys.joined(separator: ", "))")
            }
        }
    }

    /// The value of a key; nil when it is not there or has no value.
    func child(_ key: String) -> RulesNode? {
        guard case .mapping(let mapping) = node, let value = mapping[Node(key)] else { return nil }
        if case .scalar(let scalar) = value, scalar.style == .plain, ["", "~", "null"].contains(scalar.string) {
            return nil
        }
        return RulesNode(value, path: path, name: "“\(key)”")
    }

    /// Keys and values, in the order of the file.
    func entries() throws(StationError) -> [(key: String, value: RulesNode)] {
        guard case .mapping(let mapping) = node else { throw fault("keys with values are needed here") }
        var entries: [(key: String, value: RulesNode)] = []
        for (key, value) in mapping {
            guard let text = key.string else { throw fault("a key must be a word") }
            entries.append((text, RulesNode(value, path: path, name: "“\(text)”")))
        }
        return entries
    }

    /// The elements of a list.
    func elements() throws(StationError) -> [RulesNode] {
        guard case .sequence(let sequence) = node else {
            throw fault("a list is needed here: lines that begin with “- ”")
        }
        return sequence.map { RulesNode($0, path: path, name: name) }
    }

    /// Text.
    func text() throws(StationError) -> String {
        guard case .scalar(let scalar) = node, !scalar.string.isEmpty else { throw fault("a text is needed here") }
        return scalar.string
    }

    /// A plain number.
    func number() throws(StationError) -> Double {
        guard let value = Double(try text()), value.isFinite else { throw fault("a number is needed here") }
        return value
    }

    /// A whole number.
    func count() throws(StationError) -> Int {
        guard let value = Int(try text()) else { throw fault("a whole number is needed here") }
        return value
    }

    /// What one of the `init(parsing:)` of the lower rooms makes of the text.
    func value<Value>(_ parse: (String) throws(AirspaceError) -> Value) throws(StationError) -> Value {
        let text = try text()
        do { return try parse(text) } catch { throw fault(error.description) }
    }

    /// A span of time in seconds.
    func seconds() throws(StationError) -> Double {
        try value { text throws(AirspaceError) in try TimeSpan(parsing: text) }.seconds
    }

    /// A length in metres.
    func metres() throws(StationError) -> Double {
        try value { text throws(AirspaceError) in try Length(parsing: text) }.metres
    }

    /// A pair of minima.
    func minima() throws(StationError) -> Minima {
        try value { text throws(AirspaceError) in try Minima(parsing: text) }
    }
}

import Accord
import Airspace
import Separation

/// One place of a rules file: a place of a document, whose faults name the file.
struct RulesNode {
    private let node: DocumentNode
    private let path: String
    /// What the place is called in messages.
    private let name: String

    /// The whole of a file's text.
    ///
    /// - Throws: `StationError.rules` for text that is no YAML, with the line.
    init(text: String, path: String) throws(StationError) {
        do throws(DocumentFault) { node = try DocumentNode(yaml: text) } catch {
            throw StationError.rules(path: path, line: error.line, reason: error.reason.english)
        }
        self.path = path
        name = "the file"
    }

    private init(_ node: DocumentNode, path: String, name: String) {
        self.node = node
        self.path = path
        self.name = name
    }

    /// The error that this place is not what it must be.
    func fault(_ expected: String) -> StationError {
        StationError.rules(path: path, line: node.line, reason: "\(name): \(expected)")
    }

    /// Refuses keys that mean nothing: a misspelt one would silently leave a rule out.
    func allowOnly(_ keys: String...) throws(StationError) {
        for (key, line, _) in try members() where !keys.contains(key) {
            throw StationError.rules(
                path: path, line: line,
                reason: "“\(key)” means nothing in \(name); there are \(keys.joined(separator: ", "))")
        }
    }

    /// The value of a key; nil when it is not there or has no value.
    func child(_ key: String) -> RulesNode? {
        node.child(key).map { RulesNode($0, path: path, name: "“\(key)”") }
    }

    /// Keys and values, in the order of the file.
    func entries() throws(StationError) -> [(key: String, value: RulesNode)] {
        try members().map { ($0.key, RulesNode($0.value, path: path, name: "“\($0.key)”")) }
    }

    private func members() throws(StationError) -> [(key: String, line: Int, value: DocumentNode)] {
        do throws(DocumentFault) { return try node.entries() } catch { throw fault(error.reason.english) }
    }

    /// The elements of a list.
    func elements() throws(StationError) -> [RulesNode] {
        do throws(DocumentFault) {
            return try node.elements().map { RulesNode($0, path: path, name: name) }
        } catch {
            throw fault(error.reason.english)
        }
    }

    /// Text.
    func text() throws(StationError) -> String {
        do throws(DocumentFault) { return try node.text() } catch { throw fault(error.reason.english) }
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

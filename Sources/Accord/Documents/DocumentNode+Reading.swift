import Yams

extension DocumentNode {
    /// The most bytes of a document.
    public static let maximumBytes = 512 * 1024
    /// The deepest nesting of a document.
    public static let greatestDepth = 16
    /// The most places (values, keys, elements) of a document.
    public static let mostPlaces = 100_000

    /// The whole of a document.
    ///
    /// - Throws: `DocumentFault` for text that is no YAML, with the line, and for what is too large or too deep. Aliases
    ///   (`*name`) are refused: what is signed says everything where it stands, and they can be made to explode.
    public init(yaml text: String) throws(DocumentFault) {
        guard text.utf8.count <= Self.maximumBytes else {
            throw DocumentFault(
                line: nil, "the document is larger than \(Self.maximumBytes) bytes",
                "документ больше \(Self.maximumBytes) байт")
        }
        if let fault = DocumentGuard.fault(in: text) { throw fault }
        let content: DocumentContent
        do {
            guard let root = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
                throw DocumentFault(line: 1, "the document is empty", "документ пуст")
            }
            var places = 0
            content = try Self.content(of: root, depth: 0, places: &places)
        } catch let error as YamlError {
            throw Self.fault(error)
        } catch let fault as DocumentFault {
            throw fault
        } catch {
            throw DocumentFault(line: nil, reason: YAMLProblem.reason("\(error)"))
        }
        self.init(content: content, keys: [])
    }

    private static func content(of node: Node, depth: Int, places: inout Int) throws(DocumentFault) -> DocumentContent {
        let line = node.mark?.line ?? 1
        places += 1
        guard depth <= greatestDepth else {
            throw DocumentFault(line: line, "the document is nested too deeply", "вложенность документа слишком велика")
        }
        guard places <= mostPlaces else {
            throw DocumentFault(line: line, "the document is too large", "документ слишком велик")
        }
        switch node {
        case .scalar(let scalar):
            return DocumentContent(line: line, value: .scalar(scalar.string, isPlain: scalar.style == .plain))
        case .sequence(let sequence):
            var list: [DocumentContent] = []
            for element in sequence { list.append(try content(of: element, depth: depth + 1, places: &places)) }
            return DocumentContent(line: line, value: .list(list))
        case .mapping(let mapping):
            var members: [DocumentContent.Member] = []
            for (key, value) in mapping {
                guard case .scalar(let scalar) = key, !scalar.string.isEmpty else {
                    throw DocumentFault(line: key.mark?.line ?? line, "a key must be a word", "ключ должен быть словом")
                }
                members.append(
                    DocumentContent.Member(
                        key: scalar.string, line: key.mark?.line ?? line,
                        value: try content(of: value, depth: depth + 1, places: &places)))
            }
            return DocumentContent(line: line, value: .mapping(members))
        case .alias(let alias):
            throw DocumentFault(
                line: alias.mark?.line ?? line, "an alias (“*”) is not allowed", "ссылка («*») не допускается")
        }
    }

    private static func fault(_ error: YamlError) -> DocumentFault {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            DocumentFault(line: mark.line, reason: YAMLProblem.reason(problem))
        case .duplicatedKeysInMapping(let keys, let context):
            DocumentFault(
                line: context.mark.line, "\(keys.joined(separator: ", ")) is given twice",
                "ключ указан дважды: \(keys.joined(separator: ", "))")
        case .reader(let problem, _, _, _): DocumentFault(line: nil, reason: YAMLProblem.reason(problem))
        default: DocumentFault(line: nil, reason: YAMLProblem.reason("\(error)"))
        }
    }
}

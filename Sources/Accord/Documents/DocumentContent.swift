/// What stands at a place of a document.
struct DocumentContent: Sendable {
    /// The line, from 1.
    var line: Int
    var value: Value

    indirect enum Value: Sendable {
        case scalar(String, isPlain: Bool)
        case list([DocumentContent])
        case mapping([Member])
    }

    /// A key with its value.
    struct Member: Sendable {
        var key: String
        var line: Int
        var value: DocumentContent
    }
}

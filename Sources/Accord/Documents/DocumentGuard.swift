/// What is refused before the parser sees it, because the parser would recurse or multiply without bound.
///
/// A full reading of YAML is not needed: each count is an upper bound whatever is quoted or commented, so that nothing slips through.
enum DocumentGuard {
    /// The most brackets of a document, and with them the deepest nesting of `[` and `{`.
    static let mostBrackets = 2_000
    /// The widest beginning of a line (spaces, `-`, `?`, `:`), and with it the deepest nesting of blocks.
    static let widestIndentation = 120

    static func fault(in text: String) -> DocumentFault? {
        var line = 1
        var brackets = 0
        var indentation = 0
        var inIndentation = true
        var anchorLine: Int?
        var aliasLine: Int?
        var before = UInt8(ascii: "\n")
        var pending: (byte: UInt8, line: Int)?
        for byte in text.utf8 {
            if let mark = pending, byte > 0x20 {
                if mark.byte == UInt8(ascii: "&") { anchorLine = anchorLine ?? mark.line }
                if mark.byte == UInt8(ascii: "*") { aliasLine = aliasLine ?? mark.line }
            }
            pending = nil
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if byte == UInt8(ascii: "\n") { line += 1 }
                indentation = 0
                inIndentation = true
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                brackets += 1
                inIndentation = false
                guard brackets <= mostBrackets else {
                    return DocumentFault(line: line, reason: "there are more than \(mostBrackets) brackets")
                }
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
                guard inIndentation else { break }
                indentation += 1
                guard indentation <= widestIndentation else {
                    return DocumentFault(line: line, reason: "the document is nested too deeply")
                }
            case UInt8(ascii: "&"), UInt8(ascii: "*"):
                inIndentation = false
                if before <= 0x20 || "[{,:-?!".utf8.contains(before) { pending = (byte, line) }
            default:
                inIndentation = false
            }
            before = byte
        }
        guard anchorLine != nil, let aliasLine else { return nil }
        return DocumentFault(
            line: aliasLine, reason: "an alias (“*”) is not allowed: a document says everything where it stands")
    }
}

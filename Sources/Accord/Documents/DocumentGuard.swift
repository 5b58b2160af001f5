/// What is refused before the parser sees it, because the parser would recurse or multiply without bound.
///
/// A full reading of YAML is not needed: each count is an upper bound whatever is quoted or commented, so that nothing slips through.
enum DocumentGuard {
    /// The most brackets of a document that may lie within each other, and with them the deepest nesting of `[` and `{`.
    static let mostBrackets = 2_500
    /// The widest beginning of a line (spaces, `-`, `?`, `:`), and with it the deepest nesting of blocks.
    static let widestIndentation = 120

    static func fault(in text: String) -> DocumentFault? {
        var line = 1
        var brackets = BracketCount()
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
                brackets.endLine()
                if byte == UInt8(ascii: "\n") { line += 1 }
                indentation = 0
                inIndentation = true
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                brackets.take(byte)
                inIndentation = false
                guard brackets.deepest <= mostBrackets else {
                    return DocumentFault(
                        line: line, "there are more than \(mostBrackets) brackets",
                        "в документе больше \(mostBrackets) скобок")
                }
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
                guard inIndentation else { break }
                indentation += 1
                guard indentation <= widestIndentation else {
                    return DocumentFault(
                        line: line, "the document is nested too deeply", "вложенность документа слишком велика")
                }
            case UInt8(ascii: "&"), UInt8(ascii: "*"):
                inIndentation = false
                if before <= 0x20 || "[{,:-?!".utf8.contains(before) { pending = (byte, line) }
            default:
                brackets.take(byte)
                inIndentation = false
            }
            before = byte
        }
        guard anchorLine != nil, let aliasLine else { return nil }
        return DocumentFault(
            line: aliasLine, "an alias (“*”) is not allowed: a document says everything where it stands",
            "ссылка («*») не допускается: в документе всё сказано на своём месте")
    }
}

/// How deep brackets may lie within each other, at most, whatever of them is quoted.
///
/// A line whose brackets close each other, in each stretch between its quotation marks and without anything else that could hide one, leaves the
/// depth as it was, whether it is quoted as a whole, in part or not at all. Of any other line each opening bracket may stay open.
private struct BracketCount {
    private var kept = 0
    private var opened = 0
    private var depth = 0
    private var deepestOfLine = 0
    private var isPlain = true

    /// The deepest that there can have been so far.
    var deepest: Int { kept + (isPlain ? deepestOfLine : opened) }

    mutating func take(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            opened += 1
            depth += 1
            deepestOfLine = max(deepestOfLine, depth)
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            depth -= 1
            if depth < 0 { isPlain = false }
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            if depth != 0 { isPlain = false }
        case UInt8(ascii: "#"), UInt8(ascii: "!"), UInt8(ascii: "\\"):
            isPlain = false
        default: break
        }
    }

    mutating func endLine() {
        if !isPlain || depth != 0 { kept += opened }
        opened = 0
        depth = 0
        deepestOfLine = 0
        isPlain = true
    }
}

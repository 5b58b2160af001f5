/// Walks over the cells of a line; quotes around a cell are taken off.
struct FieldCursor {
    private var at = 0
    private let separator: UInt8

    /// A cursor before the first cell.
    init(separator: UInt8 = .comma) {
        self.separator = separator
    }

    mutating func next(in line: Span<UInt8>) -> Range<Int>? {
        guard at <= line.count else { return nil }
        let start = at
        if start < line.count, line[start] == .quote, let close = line.firstIndex(of: .quote, from: start + 1),
            close + 1 == line.count || line[close + 1] == separator
        {
            at = close + 2
            return start + 1..<close
        }
        var index = start
        while index < line.count, line[index] != separator { index += 1 }
        at = index + 1
        return line.trimmed(start..<index)
    }
}

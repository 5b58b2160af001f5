/// How a review is written down.
public enum ReviewFormat: String, Sendable, CaseIterable {
    /// Columns for a terminal.
    case text
    /// One JSON object a line for each encounter.
    case jsonl
    /// Comma-separated values (RFC 4180).
    case csv
    /// A self-contained page to be printed and handed over.
    case html
}

extension Review {
    /// The review in a format, piece by piece: one for what comes before, one for each encounter, one for what comes after.
    public func write(as format: ReviewFormat, to output: (String) throws -> Void) rethrows {
        switch format {
        case .text: try ReviewText(self).write(to: output)
        case .jsonl: try ReviewLines(self).write(to: output)
        case .csv: try ReviewTable(self).write(to: output)
        case .html: try ReviewPage(self).write(to: output)
        }
    }
}

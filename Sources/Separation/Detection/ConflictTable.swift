/// Conflicts as lines of text, soonest first; of two at once the one whose identifiers come first.
public struct ConflictTable: Sendable {
    /// How it is written.
    public enum Format: String, Sendable, CaseIterable {
        /// Columns for people.
        case text
        /// `a,b,inLossNow,secondsToLoss,secondsToLossEnd,secondsToCPA,cpaHorizontalMetres,cpaVerticalMetres`.
        case csv
    }

    private struct Row {
        var first: String
        var second: String
        var conflict: PredictedConflict
    }

    private let rows: [Row]

    /// The conflicts of a snapshot; in each, the identifier that comes first in the order of its bytes is `a`.
    public init(_ conflicts: [PredictedConflict], in snapshot: SkySnapshot) {
        var rows = conflicts.map { conflict in
            let one = snapshot.identifiers[conflict.first]
            let other = snapshot.identifiers[conflict.second]
            let isInOrder = Self.precedes(one, other)
            return Row(first: isInOrder ? one : other, second: isInOrder ? other : one, conflict: conflict)
        }
        rows.sort { left, right in
            if left.conflict.secondsToLoss != right.conflict.secondsToLoss {
                return left.conflict.secondsToLoss < right.conflict.secondsToLoss
            }
            if left.first != right.first { return Self.precedes(left.first, right.first) }
            return Self.precedes(left.second, right.second)
        }
        self.rows = rows
    }

    /// Writes the table in pieces, header first.
    public func write(as format: Format, _ write: (String) throws -> Void) rethrows {
        try write(header(format))
        var piece = ""
        for row in rows {
            piece += line(row, format)
            if piece.utf8.count > 60_000 {
                try write(piece)
                piece = ""
            }
        }
        try write(piece)
    }

    private func header(_ format: Format) -> String {
        switch format {
        case .csv: "a,b,inLossNow,secondsToLoss,secondsToLossEnd,secondsToCPA,cpaHorizontalMetres,cpaVerticalMetres\n"
        case .text:
            rows.isEmpty
                ? "no conflicts\n" : Self.columns(["a", "b", "loss in", "until", "CPA in", "horizontal", "vertical"])
        }
    }

    private func line(_ row: Row, _ format: Format) -> String {
        let conflict = row.conflict
        switch format {
        case .csv:
            let numbers = [
                conflict.secondsToLoss, conflict.secondsToLossEnd, conflict.secondsToCPA, conflict.cpaHorizontalMetres,
                conflict.cpaVerticalMetres,
            ].map { Self.decimal($0, places: 3) }
            return "\(Self.field(row.first)),\(Self.field(row.second)),\(conflict.inLossNow),"
                + numbers.joined(separator: ",") + "\n"
        case .text:
            return Self.columns([
                row.first, row.second,
                conflict.inLossNow ? "now" : Self.decimal(conflict.secondsToLoss, places: 1) + " s",
                Self.decimal(conflict.secondsToLossEnd, places: 1) + " s",
                Self.decimal(conflict.secondsToCPA, places: 1) + " s",
                Self.decimal(conflict.cpaHorizontalMetres, places: 0) + " m",
                Self.decimal(conflict.cpaVerticalMetres, places: 0) + " m"
                    + (conflict.levelIsUnknown ? " or more: level unknown" : ""),
            ])
        }
    }

    private static func columns(_ cells: [String]) -> String {
        let padded = cells.enumerated().map { number, cell in
            let blanks = String(repeating: " ", count: max(0, 10 - cell.count))
            return number < 2 ? cell + blanks : blanks + cell
        }
        return padded.joined(separator: " ") + "\n"
    }

    /// A number from 0 on with so many decimals, without an exponent.
    static func decimal(_ value: Double, places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = Int64((value * scale).rounded())
        let digits = String(scaled)
        if places == 0 { return digits }
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return padded.dropLast(places) + "." + padded.suffix(places)
    }

    /// A field in quotes where it needs them.
    private static func field(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static func precedes(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }
}

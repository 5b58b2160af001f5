import Airspace
import Separation

/// The review in columns, for a terminal.
struct ReviewText {
    private let review: Review

    init(_ review: Review) { self.review = review }

    private static let titles = [
        "start (UTC)", "lasted", "loss", "a", "b", "closest", "vertical", "least vert.", "slant", "quality",
    ]
    /// Numbers stand to the right.
    private static let isNumber = [false, true, true, false, false, true, true, true, true, false]

    func write(to output: (String) throws -> Void) rethrows {
        let rows = review.encounters.map(row)
        var widths = Self.titles.map(\.count)
        for row in rows { for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.count) } }
        if !rows.isEmpty {
            try output(line(Self.titles, widths))
            for row in rows { try output(line(row, widths)) }
            try output("\n")
        }
        for sentence in ReviewSummary(review).sentences { try output(sentence + "\n") }
    }

    private func row(_ encounter: Encounter) -> [String] {
        [
            UTCTime.string(unixSeconds: Double(encounter.start)), "\(encounter.end - encounter.start + 1) s",
            "\(encounter.lossSeconds) s", Self.name(encounter.a, encounter.callsignA),
            Self.name(encounter.b, encounter.callsignB), ReviewSummary.miles(encounter.minHorizontalMetres),
            encounter.verticalFeetAtMinHorizontal.written(0) + " ft", encounter.minVerticalFeet.written(0) + " ft",
            ReviewSummary.miles(encounter.minSlantMetres), encounter.quality.names.joined(separator: " "),
        ]
    }

    /// Control characters from outside never reach a terminal.
    private static func name(_ identifier: String, _ callsign: String?) -> String {
        let name = callsign.map { $0.isEmpty ? identifier : "\(identifier) \($0)" } ?? identifier
        return String(name.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : Character($0) })
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let padding = String(repeating: " ", count: widths[index] - cell.count)
            line += Self.isNumber[index] ? padding + cell : cell + padding
            if index + 1 < cells.count { line += "  " }
        }
        while line.last == " " { line.removeLast() }
        return line + "\n"
    }
}

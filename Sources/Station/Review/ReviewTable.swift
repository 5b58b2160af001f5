import Airspace
import Separation

/// The encounters as comma-separated values: the fields of the JSON lines, in their order.
struct ReviewTable {
    private let review: Review

    init(_ review: Review) { self.review = review }

    private static let header = [
        "a", "b", "callsignA", "callsignB", "start", "end", "lossSeconds", "minHorizontalMetres", "minHorizontalAt",
        "verticalFeetAtMinHorizontal", "minSlantMetres", "minSlantAt", "minVerticalFeet", "quality",
        "latA", "lonA", "altFtA", "latB", "lonB", "altFtB",
    ]

    func write(to output: (String) throws -> Void) rethrows {
        try output(Self.header.joined(separator: ",") + "\r\n")
        for encounter in review.encounters {
            let row: [String] =
                [
                    Self.cell(encounter.a), Self.cell(encounter.b), Self.cell(encounter.callsignA ?? ""),
                    Self.cell(encounter.callsignB ?? ""), String(encounter.start), String(encounter.end),
                    String(encounter.lossSeconds), encounter.minHorizontalMetres.written(3),
                    String(encounter.minHorizontalAt), encounter.verticalFeetAtMinHorizontal.written(2),
                    encounter.minSlantMetres.written(3), String(encounter.minSlantAt),
                    encounter.minVerticalFeet.written(2), encounter.quality.names.joined(separator: " "),
                ] + Self.cells(encounter.placeA) + Self.cells(encounter.placeB)
            try output(row.joined(separator: ",") + "\r\n")
        }
    }

    private static func cells(_ place: Encounter.Place) -> [String] {
        [
            place.position.latitudeDegrees.written(7), place.position.longitudeDegrees.written(7),
            place.altitudeFeet.written(2),
        ]
    }

    /// Text from outside as a cell: quoted where it must be, and never taken for a formula by a spreadsheet.
    static func cell(_ text: String) -> String {
        var safe = text
        if let first = text.first, "=+-@\t\r".contains(first) { safe = "'" + text }
        guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}

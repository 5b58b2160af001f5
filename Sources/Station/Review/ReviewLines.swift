import Airspace
import Separation

/// The encounters as JSON lines.
struct ReviewLines {
    private let review: Review

    init(_ review: Review) { self.review = review }

    func write(to output: (String) throws -> Void) rethrows {
        for encounter in review.encounters {
            var writer = JSONWriter()
            writer.object { encounter.writeFields(to: &$0) }
            try output(writer.text + "\n")
        }
    }
}

extension Encounter {
    /// The fields of an encounter, every one of them always there; a call sign that was not heard is empty.
    func writeFields(to writer: inout JSONWriter) {
        writer.field("a", a)
        writer.field("b", b)
        writer.field("callsignA", callsignA ?? "")
        writer.field("callsignB", callsignB ?? "")
        writer.field("start", start)
        writer.field("end", end)
        writer.field("lossSeconds", lossSeconds)
        writer.field("minHorizontalMetres", minHorizontalMetres, decimals: 3)
        writer.field("minHorizontalAt", minHorizontalAt)
        writer.field("verticalFeetAtMinHorizontal", verticalFeetAtMinHorizontal, decimals: 2)
        writer.field("minSlantMetres", minSlantMetres, decimals: 3)
        writer.field("minSlantAt", minSlantAt)
        writer.field("minVerticalFeet", minVerticalFeet, decimals: 2)
        writer.array("quality") { list in quality.names.forEach { list.value($0) } }
        writer.object("positionA") { placeA.writePosition(to: &$0) }
        writer.object("positionB") { placeB.writePosition(to: &$0) }
    }
}

extension Encounter.Place {
    func writePosition(to writer: inout JSONWriter) {
        writer.field("lat", position.latitudeDegrees, decimals: 7)
        writer.field("lon", position.longitudeDegrees, decimals: 7)
        writer.field("altFt", altitudeFeet, decimals: 2)
    }
}

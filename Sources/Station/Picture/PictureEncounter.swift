import Airspace
public import Separation

/// An encounter as the picture and the store have it.
public struct PictureEncounter: Sendable, Hashable {
    /// What has been measured so far.
    public var encounter: Encounter
    /// Whether it is still going on.
    public var isOpen: Bool

    /// The same for one encounter as long as it grows.
    public var identifier: String { "\(encounter.a)|\(encounter.b)|\(encounter.start)" }

    /// Writes it as the interface describes `Encounter`: the fields of `parley review`, and `open`.
    func write(to writer: inout JSONWriter) {
        let encounter = encounter
        writer.object {
            $0.field("a", encounter.a)
            $0.field("b", encounter.b)
            $0.field("callsignA", encounter.callsignA)
            $0.field("callsignB", encounter.callsignB)
            $0.field("start", encounter.start)
            $0.field("end", encounter.end)
            $0.field("lossSeconds", encounter.lossSeconds)
            $0.field("minHorizontalMetres", encounter.minHorizontalMetres, decimals: 3)
            $0.field("minHorizontalAt", encounter.minHorizontalAt)
            $0.field("verticalFeetAtMinHorizontal", encounter.verticalFeetAtMinHorizontal, decimals: 2)
            $0.field("minSlantMetres", encounter.minSlantMetres, decimals: 3)
            $0.field("minSlantAt", encounter.minSlantAt)
            $0.field("minVerticalFeet", encounter.minVerticalFeet, decimals: 2)
            $0.array("quality") { list in encounter.quality.names.forEach { list.value($0) } }
            encounter.placeA.write("positionA", to: &$0)
            encounter.placeB.write("positionB", to: &$0)
            if isOpen { $0.field("open", true) }
        }
    }
}

extension Encounter.Place {
    func write(_ name: StaticString, to writer: inout JSONWriter) {
        writer.object(name) {
            $0.field("lat", position.latitudeDegrees, decimals: 7)
            $0.field("lon", position.longitudeDegrees, decimals: 7)
            $0.field("altFt", altitudeFeet, decimals: 2)
        }
    }
}

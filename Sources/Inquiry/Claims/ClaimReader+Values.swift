import Accord
import Airspace
import Separation

extension ClaimReader {
    /// What units written in Russian begin with, whatever their case and number; the longer ones first.
    private static let russianUnits: [(stem: String, unit: String)] = [
        ("мор", "NM"), ("м. м", "NM"), ("мил", "NM"), ("км", "km"), ("кило", "km"), ("фут", "ft"), ("фт", "ft"),
        ("м", "m"),
    ]
    /// The same in English.
    private static let englishUnits: [(stem: String, unit: String)] = [
        ("nautical mile", "NM"), ("nmi", "NM"), ("kilomet", "km"), ("met", "m"), ("feet", "ft"), ("foot", "ft"),
    ]

    /// A length above zero: `1 NM`, `1,000 ft`, `5,5 км`.
    static func length(_ node: DocumentNode) throws(DocumentFault) -> Length {
        let written = try node.text(longest: 64)
        var text = written.lowercased().replacing("\u{A0}", with: " ")
        let number = text.prefix { $0.isNumber || ",. ".contains($0) }
        let rest = text.dropFirst(number.count)
        if let unit = russianUnits.first(where: { rest.hasPrefix($0.stem) }) {
            text = number.filter { $0 != " " }.replacing(",", with: ".") + unit.unit
        } else {
            if let unit = englishUnits.first(where: { rest.hasPrefix($0.stem) }) { text = number + unit.unit }
            // In English a comma only groups thousands.
            text = grouped(text)
        }
        let length: Length
        do throws(AirspaceError) { length = try Length(parsing: text) } catch {
            throw node.fault(
                "“\(written)” is no length: a number with NM, km, m or ft is needed, such as 3 NM",
                "«\(written)» — не длина: нужно число с NM, km, m или ft, например 3 NM")
        }
        guard length.value > 0, length.metres < 40_000_000 else {
            throw node.fault("a length above zero is needed", "нужна длина больше нуля")
        }
        return length
    }

    private static func grouped(_ text: String) -> String {
        let pieces = text.split(separator: ",", omittingEmptySubsequences: false)
        let isGrouped = pieces.dropFirst().allSatisfy { $0.prefix(while: \.isNumber).count == 3 }
        return isGrouped ? pieces.joined() : text
    }

    /// A span of time at a key, from 0 to 366 days, in seconds.
    static func span(_ node: DocumentNode, _ key: String) throws(DocumentFault) -> Double? {
        guard let child = node.child(key) else { return nil }
        let span = try child.value { (text: String) throws(AirspaceError) in try TimeSpan(parsing: text) }
        guard (0...366 * 86_400).contains(span.seconds) else {
            throw child.fault("a span from 0 s to 366 d is needed", "нужен промежуток времени от 0 s до 366 d")
        }
        return span.seconds
    }

    /// `from` and `to`, of which either may be missing.
    static func window(_ node: DocumentNode) throws(DocumentFault) -> ClaimWindow {
        var window = ClaimWindow()
        if let from = node.child("from") { window.from = try time(from) }
        if let to = node.child("to") { window.to = try time(to) }
        if let from = window.from, let to = window.to {
            guard from <= to else { throw node.fault("“from” is after “to”", "время «from» позже времени «to»") }
            guard to - from <= Double(ApproachMeasurement.longestWindowSeconds) else {
                throw node.fault(
                    "a window of more than 31 days is not looked at", "промежуток больше 31 суток не рассматривается")
            }
        }
        return window
    }

    mutating func entered(_ node: DocumentNode) throws(DocumentFault) -> Entered {
        let zone = try node.child("zone")?.text(longest: 120)
        var volume: Volume?
        if let area = node.child("area") {
            volume = Volume(
                footprint: try Self.footprint(area), lower: try Self.level(node, "lower"),
                upper: try Self.level(node, "upper"))
        }
        guard zone != nil || volume != nil else {
            throw node.fault(
                "either “area” or the “zone” of an agreement is needed", "нужно «area» или «zone» из соглашения")
        }
        return Entered(
            who: try node.required("who").text(longest: 120), volume: volume, name: zone ?? "",
            window: try Self.window(node), gapSeconds: try Self.span(node, "gap") ?? MeasuringRule().gapSeconds,
            isSaid: try node.child("entered")?.flag() ?? true)
    }

    /// `{circle: [LAT, LON], radius: 10 NM}` or `{polygon: [[LAT, LON], ...]}`.
    private static func footprint(_ node: DocumentNode) throws(DocumentFault) -> Footprint {
        if let centre = node.child("circle") {
            return .circle(centre: try position(centre), radiusMetres: try length(try node.required("radius")).metres)
        }
        let polygon = try node.required("polygon")
        var corners: [GeodeticPosition] = []
        for corner in try polygon.elements() { corners.append(try position(corner)) }
        guard (3...1_000).contains(corners.count) else {
            throw polygon.fault("3 to 1,000 corners are needed", "нужно от 3 до 1000 вершин")
        }
        return .polygon(corners)
    }

    private static func position(_ node: DocumentNode) throws(DocumentFault) -> GeodeticPosition {
        let elements = try node.elements()
        guard elements.count == 2 else {
            throw node.fault(
                "a latitude and a longitude are needed: [48.99, 2.52]", "нужны широта и долгота: [48.99, 2.52]")
        }
        return GeodeticPosition(
            latitudeDegrees: try elements[0].number(in: -90...90),
            longitudeDegrees: try elements[1].number(in: -180...180))
    }

    /// A pressure altitude: `FL200`, `20,000 ft`, `6000 m`.
    private static func level(_ node: DocumentNode, _ key: String) throws(DocumentFault) -> Altitude? {
        guard let child = node.child(key) else { return nil }
        let text = try child.text(longest: 64)
        if text.uppercased().hasPrefix("FL"), let hundreds = Double(text.dropFirst(2)), (0...600).contains(hundreds) {
            return Altitude(feet: hundreds * 100, datum: .pressure)
        }
        if text == "0" || text.lowercased() == "ground" { return nil }
        return Altitude(feet: try length(child).feet, datum: .pressure)
    }
}

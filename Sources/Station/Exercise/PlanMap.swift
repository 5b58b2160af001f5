import Airspace

/// A map of the neighbourhood of an exercise, north up: places to points of a drawing, with a scale and the lines of the globe.
struct PlanMap {
    let width: Double
    let height: Double
    /// Points of the drawing in one metre.
    let scale: Double
    private let frame: LocalFrame
    private let middle: (east: Double, north: Double)

    /// A map that shows all `places`.
    init(showing places: [GeodeticPosition], width: Double, height: Double, margin: Double = 30) {
        self.width = width
        self.height = height
        let sum = places.reduce(EarthCentred(x: 0, y: 0, z: 0)) { $0 + EarthCentred(footOf: $1) }
        let centre = sum.length > 1 ? GeodeticPosition(sum) : GeodeticPosition(latitudeDegrees: 0, longitudeDegrees: 0)
        let frame = LocalFrame(at: centre)
        self.frame = frame
        let points = places.map { frame.local(EarthCentred(footOf: $0)) }
        let west = points.map(\.east).min() ?? 0
        let east = points.map(\.east).max() ?? 0
        let south = points.map(\.north).min() ?? 0
        let north = points.map(\.north).max() ?? 0
        middle = ((west + east) / 2, (south + north) / 2)
        scale = min((width - 2 * margin) / max(east - west, 200), (height - 2 * margin) / max(north - south, 200))
    }

    /// Where a place is drawn.
    func point(_ place: GeodeticPosition) -> (x: Double, y: Double) {
        let local = frame.local(EarthCentred(footOf: place))
        return (width / 2 + (local.east - middle.east) * scale, height / 2 - (local.north - middle.north) * scale)
    }

    /// A line through places; a missing one breaks it.
    func path(_ places: some Sequence<GeodeticPosition?>) -> String {
        SVGPath(places.map { $0.map(point) }).text
    }

    /// The opening of the drawing, with its frame.
    func opening(_ label: String) -> String {
        "<svg class=\"map\" viewBox=\"0 0 \(width.written(0)) \(height.written(0))\" role=\"img\" aria-label=\"\(label.escapedForHTML)\">"
            + "<rect class=\"frame\" x=\"0.5\" y=\"0.5\" width=\"\((width - 1).written(0))\" height=\"\((height - 1).written(0))\"/>"
    }

    /// Scale bar, north, and crosses where whole tenths of a degree meet.
    var furniture: String {
        let miles = roundStep(atLeast: 60 / scale / 1852)
        let length = miles * 1852 * scale
        let foot = height - 14
        let text = miles >= 1 ? miles.written(0) : miles.written(1)
        return crosses
            + "<path class=\"scale\" d=\"M16 \((foot - 4).written(1))v4h\(length.written(1))v-4\"/>"
            + "<text class=\"small\" x=\"\((22 + length).written(1))\" y=\"\((foot + 2).written(1))\">\(text) NM</text>"
            + "<path class=\"north\" d=\"M\((width - 20).written(1)) 14l-5 16l5 -4l5 4Z\"/>"
            + "<text class=\"small middle\" x=\"\((width - 20).written(1))\" y=\"42\">N</text>"
    }

    private var crosses: String {
        let step = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2].first { $0 * 111_000 * scale > 90 } ?? 5
        let centre = GeodeticPosition(frame.origin)
        let firstLatitude = (centre.latitudeDegrees / step).rounded() * step
        let firstLongitude = (centre.longitudeDegrees / step).rounded() * step
        var svg = ""
        for row in -8...8 {
            for column in -8...8 {
                let latitude = firstLatitude + Double(row) * step
                let longitude = firstLongitude + Double(column) * step
                guard let place = GeodeticPosition(valid: latitude, longitude) else { continue }
                let (x, y) = point(place)
                guard x > 8, x < width - 8, y > 8, y < height - 24 else { continue }
                svg +=
                    "<path class=\"cross\" d=\"M\((x - 4).written(1)) \(y.written(1))h8M\(x.written(1)) \((y - 4).written(1))v8\"/>"
                if column == 0 {
                    svg +=
                        "<text class=\"faint\" x=\"6\" y=\"\((y + 3).written(1))\">\(Self.degrees(latitude, "N", "S"))</text>"
                }
                if row == 0 {
                    svg +=
                        "<text class=\"faint middle\" x=\"\(x.written(1))\" y=\"12\">\(Self.degrees(longitude, "E", "W"))</text>"
                }
            }
        }
        return svg
    }

    private static func degrees(_ value: Double, _ positive: String, _ negative: String) -> String {
        "\(abs(value).written(2))° \(value < 0 ? negative : positive)"
    }
}

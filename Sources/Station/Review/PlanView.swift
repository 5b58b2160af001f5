import Airspace
import Separation

/// An encounter from above, north up: both tracks, thick where in loss, and the closest approach.
struct PlanView {
    private static let width = 360.0
    private static let height = 320.0
    private static let margin = 34.0

    private let encounter: Encounter
    private let series: EncounterSeries
    private let minimum: Length
    private let frame: LocalFrame

    init(_ encounter: Encounter, _ series: EncounterSeries, minimum: Length) {
        self.encounter = encounter
        self.series = series
        self.minimum = minimum
        frame = LocalFrame(at: encounter.placeA.position)
    }

    private func metres(_ place: Encounter.Place?) -> (x: Double, y: Double)? {
        guard let place else { return nil }
        let local = frame.local(EarthCentred(footOf: place.position))
        return (local.east, local.north)
    }

    /// The drawing as an `svg` element.
    var svg: String {
        let ofA = series.moments.map { metres($0.a) }
        let ofB = series.moments.map { metres($0.b) }
        let closest = (a: metres(encounter.placeA) ?? (0, 0), b: metres(encounter.placeB) ?? (0, 0))
        let map = Map(points: (ofA + ofB).compactMap { $0 } + [closest.a, closest.b])
        let a = map.point(closest.a)
        let b = map.point(closest.b)
        var svg = "<svg class=\"plan\" viewBox=\"0 0 \(Self.width.written(0)) \(Self.height.written(0))\" role=\"img\" "
        svg += "aria-label=\"Plan view\"><rect class=\"frame\" width=\"100%\" height=\"100%\"/>"
        let radius = minimum.metres * map.scale
        if radius > 6, radius < 2_000 {
            svg +=
                "<circle class=\"minimum\" cx=\"\(a.x.written(1))\" cy=\"\(a.y.written(1))\" r=\"\(radius.written(1))\"/>"
        }
        svg += track("a", ofA, map) + track("b", ofB, map)
        svg += "<path class=\"between\" d=\"\(SVGPath([a, b]).text)\"/>"
        svg += "<circle class=\"a mark\" cx=\"\(a.x.written(1))\" cy=\"\(a.y.written(1))\" r=\"4\"/>"
        svg +=
            "<rect class=\"b mark\" x=\"\((b.x - 4).written(1))\" y=\"\((b.y - 4).written(1))\" width=\"8\" height=\"8\"/>"
        svg += label("A", a, awayFrom: b) + label("B", b, awayFrom: a)
        return svg + scaleBar(map) + Self.north + "</svg>"
    }

    private func track(_ name: String, _ points: [(x: Double, y: Double)?], _ map: Map) -> String {
        var whole = SVGPath()
        var inLoss = SVGPath()
        for (index, point) in points.enumerated() {
            let place = point.map(map.point)
            whole.add(place)
            inLoss.add(series.moments[index].isLoss ? place : nil)
        }
        var svg =
            "<path class=\"\(name) track\" d=\"\(whole.text)\"/><path class=\"\(name) loss\" d=\"\(inLoss.text)\"/>"
        // An arrow head where the track leaves.
        let seen = points.compactMap { $0.map(map.point) }
        if let tip = seen.last, let tail = seen.last(where: { hypotenuse($0, tip) > 6 }) {
            let length = hypotenuse(tail, tip)
            let along = (x: (tip.x - tail.x) / length, y: (tip.y - tail.y) / length)
            let left = (x: tip.x - 8 * along.x - 3.5 * along.y, y: tip.y - 8 * along.y + 3.5 * along.x)
            let right = (x: tip.x - 8 * along.x + 3.5 * along.y, y: tip.y - 8 * along.y - 3.5 * along.x)
            svg += "<path class=\"\(name) head\" d=\"\(SVGPath([left, tip, right]).text)Z\"/>"
        }
        return svg
    }

    private func hypotenuse(_ one: (x: Double, y: Double), _ other: (x: Double, y: Double)) -> Double {
        let x = one.x - other.x
        let y = one.y - other.y
        return (x * x + y * y).squareRoot()
    }

    private func label(_ text: String, _ point: (x: Double, y: Double), awayFrom other: (x: Double, y: Double))
        -> String
    {
        let distance = max(hypotenuse(point, other), 1e-9)
        let x = point.x + 14 * (distance < 1e-6 ? 0 : (point.x - other.x) / distance)
        let y = point.y + 14 * (distance < 1e-6 ? (text == "A" ? -1 : 1) : (point.y - other.y) / distance) + 4
        return "<text class=\"name\" x=\"\(x.written(1))\" y=\"\(y.written(1))\">\(text)</text>"
    }

    private func scaleBar(_ map: Map) -> String {
        let unit = minimum.unit == .metres || minimum.unit == .kilometres ? LengthUnit.metres : .nauticalMiles
        let value = roundStep(atLeast: 40 / map.scale / unit.metres)
        let length = value * unit.metres * map.scale
        let y = Self.height - 14
        let text = value >= 1 ? value.written(0) : value.written(value < 0.01 ? 3 : 2)
        return "<path class=\"scale\" d=\"M16 \(y.written(1))v4h\(length.written(1))v-4\"/>"
            + "<text class=\"small\" x=\"\((22 + length).written(1))\" y=\"\((y + 5).written(1))\">\(text) \(unit.rawValue)</text>"
    }

    private static let north =
        "<path class=\"head north\" d=\"M340 14l-5 16l5 -4l5 4Z\"/><text class=\"small\" x=\"336.5\" y=\"42\">N</text>"

    /// Metres to the drawing, equal scales.
    private struct Map {
        let scale: Double
        private let middle: (x: Double, y: Double)

        init(points: [(x: Double, y: Double)]) {
            let left = points.lazy.map(\.x).min() ?? 0
            let right = points.lazy.map(\.x).max() ?? 0
            let bottom = points.lazy.map(\.y).min() ?? 0
            let top = points.lazy.map(\.y).max() ?? 0
            middle = ((left + right) / 2, (bottom + top) / 2)
            let across = (PlanView.width - 2 * PlanView.margin) / max(right - left, 50)
            let along = (PlanView.height - 2 * PlanView.margin) / max(top - bottom, 50)
            scale = min(across, along)
        }

        func point(_ metres: (x: Double, y: Double)) -> (x: Double, y: Double) {
            (
                PlanView.width / 2 + (metres.x - middle.x) * scale,
                PlanView.height / 2 - (metres.y - middle.y) * scale
            )
        }
    }
}

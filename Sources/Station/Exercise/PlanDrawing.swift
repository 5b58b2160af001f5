import Airspace
import Exercise

/// The plan view of an exercise: zone, ways, ground units.
struct PlanDrawing {
    private let plan: ExercisePlan
    private let map: PlanMap

    init(_ plan: ExercisePlan, width: Double = 640, height: Double = 440) {
        self.plan = plan
        map = PlanMap(showing: Self.places(plan), width: width, height: height)
    }

    /// The drawing as an `svg` element.
    var svg: String {
        var svg = map.opening("Plan view / План зоны") + map.furniture + zone
        for unit in plan.participants where unit.kind == .groundUnit { svg += ground(unit) }
        for (index, flight) in plan.flights.enumerated() { svg += way(of: flight, number: index) }
        return svg + "</svg>"
    }

    private static func places(_ plan: ExercisePlan) -> [GeodeticPosition] {
        var places = ring(plan.zone.footprint)
        for flight in plan.flights {
            if let start = flight.start { places.append(start.position) }
            for card in plan.cards { places += (card.routes[flight.identifier] ?? []).map(\.position) }
        }
        return places + plan.participants.compactMap(\.position)
    }

    /// The outline as places.
    static func ring(_ footprint: Footprint) -> [GeodeticPosition] {
        switch footprint {
        case .everywhere: []
        case .polygon(let corners): corners
        case .circle(let centre, let radius):
            (0..<120).map {
                Geodesic.direct(from: centre, azimuthDegrees: Double($0) * 3, distanceMetres: radius).position
            }
        }
    }

    private var zone: String {
        let ring = Self.ring(plan.zone.footprint)
        guard !ring.isEmpty else { return "" }
        let top = ring.map(map.point).min { $0.y < $1.y } ?? (0, 0)
        return "<path class=\"zone\" d=\"\(map.path(ring))Z\"/>"
            + "<text class=\"zone-name middle\" x=\"\(top.x.written(1))\" y=\"\((top.y + 22).written(1))\">"
            + "\(plan.zone.name.escapedForHTML)</text>"
    }

    private func ground(_ unit: Participant) -> String {
        guard let position = unit.position else { return "" }
        let (x, y) = map.point(position)
        let radius = max((unit.dangerRadius?.metres ?? 0) * map.scale, 6)
        return "<circle class=\"danger\" cx=\"\(x.written(1))\" cy=\"\(y.written(1))\" r=\"\(radius.written(1))\"/>"
            + "<path class=\"unit\" d=\"M\(x.written(1)) \((y - 5).written(1))l5 9h-10Z\"/>"
            + "<text class=\"label middle\" x=\"\(x.written(1))\" y=\"\((y - radius - 4).written(1))\">"
            + "\(unit.callsign.escapedForHTML)</text>"
    }

    private func way(of flight: Participant, number: Int) -> String {
        guard let start = flight.start else { return "" }
        let style = number.isMultiple(of: 2) ? "a" : "b"
        var places = [start.position]
        var marks = ""
        for (index, card) in plan.cards.enumerated() {
            let points = (card.routes[flight.identifier] ?? []).map(\.position)
            guard let last = points.last else { continue }
            places += points
            let (x, y) = map.point(last)
            marks +=
                "<circle class=\"stop\" cx=\"\(x.written(1))\" cy=\"\(y.written(1))\" r=\"7.5\"/>"
                + "<text class=\"small middle\" x=\"\(x.written(1))\" y=\"\((y + 3.2).written(1))\">\(index + 1)</text>"
        }
        let (x, y) = map.point(start.position)
        let isNorth = number.isMultiple(of: 2) ? 16.0 : -10
        return "<path class=\"way \(style)\" d=\"\(map.path(places))\"/>" + marks
            + "<circle class=\"begin \(style)\" cx=\"\(x.written(1))\" cy=\"\(y.written(1))\" r=\"4\"/>"
            + "<text class=\"label\" x=\"\((x - 4).written(1))\" y=\"\((y + isNorth).written(1))\">"
            + "\(flight.callsign.escapedForHTML)</text>"
    }
}

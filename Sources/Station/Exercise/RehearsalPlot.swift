import Airspace
import Exercise

/// The plots of a rehearsal: how close the runs came, and where those that came too close were.
struct RehearsalPlot {
    private let result: RehearsalResult

    init(_ result: RehearsalResult) { self.result = result }

    private static let width = 640.0
    private static let height = 240.0
    private static let left = 46.0
    private static let right = 626.0
    private static let top = 18.0
    private static let bottom = 196.0

    /// A histogram of the closest approaches; what is under the minimum is black.
    var histogram: String {
        let minimum = result.scenario.minimumMetres / 1852
        let buffer = result.scenario.watch.bufferMetres / 1852
        let far = min(result.quantileMetres(0.999) / 1852, 4 * minimum)
        let high = max(far.isFinite ? far : 4 * minimum, 1.25 * buffer)
        let step = roundStep(atLeast: high / 70)
        let classes = max(Int((high / step).rounded(.up)), 1)
        let counts = result.histogram(classMetres: step * 1852, classes: classes)
        let most = Double(max(counts.max() ?? 1, 1))
        let end = Double(classes) * step
        // What lies far below the minimum is left out as long as nobody was there.
        let closest = min(Double(counts.firstIndex { $0 > 0 } ?? 0) * step, minimum * 0.8)
        let begin = closest < 0.5 ? 0 : (closest * 2).rounded(.down) / 2
        func x(_ miles: Double) -> Double { Self.left + (Self.right - Self.left) * (miles - begin) / (end - begin) }
        func y(_ count: Double) -> Double { Self.bottom - (Self.bottom - Self.top) * count / most }
        var svg = opening("Closest approaches / Наименьшие расстояния")
        for (index, count) in counts.enumerated() where count > 0 {
            let from = Double(index) * step
            // A single run is a line that can be seen.
            let tall = max(Self.bottom - y(Double(count)), 1.5)
            let style = from + step / 2 < minimum ? "bar under" : "bar"
            svg += "<rect class=\"\(style)\" x=\"\(x(from).written(1))\" y=\"\((Self.bottom - tall).written(1))\" "
            svg += "width=\"\((x(from + step) - x(from)).written(2))\" height=\"\(tall.written(1))\"/>"
        }
        svg += limit(x(minimum), "minimum", "limit", y: Self.top - 5)
        svg += limit(x(buffer), "buffer", "limit buffer", y: Self.top + 7)
        svg += axis(from: begin, to: end, x: x)
        let label = "runs, at most \(Int(most).grouped) in \(step.written(2)) NM"
        return svg + "<text class=\"small\" x=\"6\" y=\"12\">\(label)</text></svg>"
    }

    private func opening(_ label: String) -> String {
        "<svg viewBox=\"0 0 \(Self.width.written(0)) \(Self.height.written(0))\" role=\"img\" aria-label=\"\(label)\">"
            + "<rect class=\"frame\" x=\"0.5\" y=\"0.5\" width=\"639\" height=\"239\"/>"
    }

    private func limit(_ x: Double, _ name: String, _ style: String, y: Double) -> String {
        "<path class=\"\(style)\" d=\"M\(x.written(1)) \(Self.top.written(1))V\(Self.bottom.written(1))\"/>"
            + "<text class=\"small end\" x=\"\((x - 3).written(1))\" y=\"\((y + 8).written(1))\">\(name)</text>"
    }

    private func axis(from begin: Double, to end: Double, x: (Double) -> Double) -> String {
        var svg = "<path class=\"axis\" d=\"M\(Self.left) \(Self.bottom)H\(Self.right)\"/>"
        let step = roundStep(atLeast: (end - begin) / 9)
        var tick = (begin / step).rounded(.up) * step
        while tick <= end + 1e-9 {
            svg += "<path class=\"tick\" d=\"M\(x(tick).written(1)) \(Self.bottom)v4\"/>"
            svg += "<text class=\"small middle\" x=\"\(x(tick).written(1))\" y=\"\((Self.bottom + 15).written(1))\">"
            svg += "\(step < 1 ? tick.written(1) : tick.written(0))</text>"
            tick += step
        }
        return svg
            + "<text class=\"small middle\" x=\"336\" y=\"226\">closest approach, NM / наименьшее расстояние, NM</text>"
    }

    /// Where both crews were at the closest approach of the runs that went under the minimum, on the plan.
    func places(_ plan: ExercisePlan) -> String {
        let scenario = result.scenario
        let ways = scenario.flights.map { [$0.start] + $0.legs.map(\.to) }
        let firsts = Set(scenario.pairs.map(\.first))
        let map = PlanMap(showing: ways.flatMap { $0 }, width: 640, height: 300)
        var svg = map.opening("Where it happened / Где это произошло") + map.furniture
        for (index, way) in ways.enumerated() {
            svg += "<path class=\"way \(firsts.contains(index) ? "a" : "b")\" d=\"\(map.path(way))\"/>"
        }
        for approach in result.underRuns.prefix(2_000) {
            for (place, shape) in [(approach.first, "circle"), (approach.second, "cross")] {
                let (x, y) = map.point(place)
                svg +=
                    shape == "circle"
                    ? "<circle class=\"dot\" cx=\"\(x.written(1))\" cy=\"\(y.written(1))\" r=\"2\"/>"
                    : "<path class=\"axis\" d=\"M\((x - 2.5).written(1)) \((y - 2.5).written(1))l5 5m0-5l-5 5\"/>"
            }
        }
        return svg + "</svg>"
    }
}

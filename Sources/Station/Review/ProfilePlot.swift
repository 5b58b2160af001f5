import Airspace
import Separation

/// Range and altitudes against time, with the minima drawn in and the losses shaded.
struct ProfilePlot {
    private static let width = 440.0
    private static let height = 320.0
    private static let left = 52.0
    private static let right = 428.0
    /// Upper and lower edge of the two panels.
    private static let range = (top: 18.0, bottom: 140.0)
    private static let altitude = (top: 172.0, bottom: 286.0)

    private let encounter: Encounter
    private let series: EncounterSeries
    private let minima: Minima
    private let first: Int
    private let last: Int

    init(_ encounter: Encounter, _ series: EncounterSeries, minima: Minima) {
        self.encounter = encounter
        self.series = series
        self.minima = minima
        first = series.moments.first?.second ?? encounter.start
        last = max(series.moments.last?.second ?? encounter.end, first + 1)
    }

    /// The drawing as an `svg` element.
    var svg: String {
        var svg =
            "<svg class=\"profile\" viewBox=\"0 0 \(Self.width.written(0)) \(Self.height.written(0))\" role=\"img\" "
        svg += "aria-label=\"Range and altitude against time\"><rect class=\"frame\" width=\"100%\" height=\"100%\"/>"
        for loss in series.losses {
            let start = x(loss.lowerBound)
            let width = max(x(loss.upperBound) - start, 1)
            for panel in [Self.range, Self.altitude] {
                svg += "<rect class=\"shade\" x=\"\(start.written(1))\" y=\"\(panel.top.written(1))\" "
                svg += "width=\"\(width.written(1))\" height=\"\((panel.bottom - panel.top).written(1))\"/>"
            }
        }
        return svg + rangePanel + altitudePanel + timeAxis + "</svg>"
    }

    private func x(_ second: Int) -> Double {
        Self.left + (Self.right - Self.left) * Double(second - first) / Double(last - first)
    }

    private var rangePanel: String {
        let unit: LengthUnit =
            minima.horizontal.unit == .metres || minima.horizontal.unit == .kilometres ? .metres : .nauticalMiles
        let minimum = minima.horizontal.metres / unit.metres
        let most = series.moments.lazy.compactMap(\.horizontalMetres).max() ?? 0
        // What lies far beyond the minimum says nothing more.
        let axis = Axis(low: 0, high: min(max(most / unit.metres, 1.3 * minimum), 4 * minimum), panel: Self.range)
        let path = SVGPath(
            series.moments.map { moment in
                moment.horizontalMetres.map { (x(moment.second), axis.y(min($0 / unit.metres, axis.high))) }
            })
        let closest = (x: x(encounter.minHorizontalAt), y: axis.y(encounter.minHorizontalMetres / unit.metres))
        return axis.svg(title: "range, \(unit.rawValue)") + limit(axis.y(minimum), "minimum")
            + "<path class=\"a track\" d=\"\(path.text)\"/>"
            + "<circle class=\"a mark\" cx=\"\(closest.x.written(1))\" cy=\"\(closest.y.written(1))\" r=\"3.5\"/>"
    }

    private var altitudePanel: String {
        let levels = series.moments.flatMap { [$0.a?.altitudeFeet, $0.b?.altitudeFeet] }.compactMap { $0 }
        let known = levels + [encounter.placeA.altitudeFeet, encounter.placeB.altitudeFeet]
        let low = known.min() ?? 0
        let high = known.max() ?? 0
        let room = max(minima.vertical.feet * 0.6, (high - low) * 0.05)
        let axis = Axis(low: low - room, high: high + room, panel: Self.altitude)
        func path(_ place: KeyPath<EncounterSeries.Moment, Encounter.Place?>) -> String {
            SVGPath(
                series.moments.map { moment in
                    moment[keyPath: place].map { (x(moment.second), axis.y($0.altitudeFeet)) }
                }
            ).text
        }
        // A bar as long as the vertical minimum, for comparing.
        let bar = axis.y(axis.low) - axis.y(axis.low + minima.vertical.feet)
        let foot = Self.altitude.bottom - 4
        return axis.svg(title: "pressure altitude, ft")
            + "<path class=\"scale\" d=\"M\((Self.right - 8).written(1)) \(foot.written(1))h4v\((-bar).written(1))h-4\"/>"
            + "<text class=\"small end\" x=\"\((Self.right - 12).written(1))\" y=\"\((foot - bar / 2 + 3).written(1))\">minimum</text>"
            + "<path class=\"a track\" d=\"\(path(\.a))\"/><path class=\"b track\" d=\"\(path(\.b))\"/>"
    }

    private func limit(_ y: Double, _ name: String) -> String {
        "<path class=\"minimum\" d=\"M\(Self.left.written(1)) \(y.written(1))H\(Self.right.written(1))\"/>"
            + "<text class=\"small end\" x=\"\((Self.right - 3).written(1))\" y=\"\((y - 3).written(1))\">\(name)</text>"
    }

    private var timeAxis: String {
        let steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400]
        let step = steps.first { (last - first) / $0 <= 5 } ?? (last - first)
        var svg = ""
        for second in first...last where second % step == 0 {
            let place = x(second)
            let clock = UTCTime.string(unixSeconds: Double(second)).dropFirst(11).dropLast()
            for panel in [Self.range, Self.altitude] {
                svg += "<path class=\"tick\" d=\"M\(place.written(1)) \(panel.bottom.written(1))v4\"/>"
            }
            svg += "<text class=\"small middle\" x=\"\(place.written(1))\" y=\"302\">\(clock)</text>"
        }
        return svg
    }

    /// The vertical axis of a panel.
    private struct Axis {
        let low: Double
        let high: Double
        private let panel: (top: Double, bottom: Double)

        init(low: Double, high: Double, panel: (top: Double, bottom: Double)) {
            self.low = low
            self.high = max(high, low + 1e-6)
            self.panel = panel
        }

        func y(_ value: Double) -> Double {
            panel.bottom - (panel.bottom - panel.top) * (value - low) / (high - low)
        }

        func svg(title: String) -> String {
            let left = ProfilePlot.left
            var svg =
                "<path class=\"axis\" d=\"M\(left.written(1)) \(panel.top.written(1))V\(panel.bottom.written(1))"
                + "H\(ProfilePlot.right.written(1))\"/>"
                + "<text class=\"small\" x=\"\(left.written(1))\" y=\"\((panel.top - 6).written(1))\">\(title)</text>"
            let step = roundStep(atLeast: (high - low) / 5)
            var tick = (low / step).rounded(.up) * step
            while tick <= high {
                let place = y(tick)
                let text = step >= 1 ? tick.written(0) : tick.written(step < 0.1 ? 2 : 1)
                svg += "<path class=\"tick\" d=\"M\((left - 4).written(1)) \(place.written(1))h4\"/>"
                svg +=
                    "<text class=\"small end\" x=\"\((left - 6).written(1))\" y=\"\((place + 3).written(1))\">\(text)</text>"
                tick += step
            }
            return svg
        }
    }
}

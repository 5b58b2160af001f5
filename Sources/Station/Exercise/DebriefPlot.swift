import Accord
import Airspace
import Exercise
import Separation

/// Range and levels against time, with minimum and buffer, and the cards along the foot.
struct DebriefPlot {
    private let debrief: Debrief
    private let window: ClosedRange<Int>

    private static let width = 640.0
    private static let height = 380.0
    private static let left = 50.0
    private static let right = 626.0
    private static let range = (top: 20.0, bottom: 186.0)
    private static let level = (top: 216.0, bottom: 320.0)

    init(_ debrief: Debrief) {
        self.debrief = debrief
        let log = debrief.log
        let first = Int(log.startUnixSeconds)
        window = first...max(first + 1, Int(log.endUnixSeconds))
    }

    private func x(_ unixSeconds: Double) -> Double {
        let part = (unixSeconds - Double(window.lowerBound)) / Double(window.upperBound - window.lowerBound)
        return Self.left + (Self.right - Self.left) * min(max(part, 0), 1)
    }

    /// The drawing as an `svg` element.
    var svg: String {
        var svg = "<svg viewBox=\"0 0 640 380\" role=\"img\" aria-label=\"Range and levels / Дальность и высоты\">"
        svg += "<rect class=\"frame\" x=\"0.5\" y=\"0.5\" width=\"639\" height=\"379\"/>"
        for gap in debrief.gaps {
            let from = x(Double(gap.seconds.lowerBound))
            let wide = max(x(Double(gap.seconds.upperBound)) - from, 1)
            svg += "<rect class=\"gap\" x=\"\(from.written(1))\" y=\"\(Self.range.top)\" width=\"\(wide.written(1))\" "
            svg += "height=\"\((Self.level.bottom - Self.range.top).written(1))\"/>"
        }
        return svg + rangePanel + levelPanel + feet + "</svg>"
    }

    /// The range each second from the tracks of a source; nil where a track has no place.
    private func ranges(_ first: UncertainTrack, _ second: UncertainTrack) -> [(second: Int, metres: Double?)] {
        let step = max(1, (window.upperBound - window.lowerBound) / 1_200)
        return stride(from: window.lowerBound, through: window.upperBound, by: step).map { second_ in
            guard case .success(let one) = first.place(at: second_),
                case .success(let other) = second.place(at: second_)
            else { return (second_, nil) }
            return (second_, one.place.position.distanceMetres(to: other.place.position))
        }
    }

    private func tracks(_ party: String?) -> [String: UncertainTrack] {
        let log = debrief.log
        var tracks: [String: UncertainTrack] = [:]
        for crew in debrief.crews.map(\.identifier) {
            let reports = party.flatMap { log.own[$0]?[crew] } ?? log.shared[crew] ?? []
            tracks[crew] = UncertainTrack(identifier: crew, reports: reports, gapSeconds: 15)
        }
        return tracks
    }

    /// The crews, each as its side is drawn.
    private var styles: [(crew: Participant, style: String)] {
        debrief.crews.map { ($0, $0.party == debrief.crews.first?.party ? "a" : "b") }
    }

    private var rangePanel: String {
        let plan = debrief.log.plan
        let minimum = plan.minimum.horizontal.metres / 1852
        let high = 4 * minimum
        func y(_ miles: Double) -> Double {
            Self.range.bottom - (Self.range.bottom - Self.range.top) * min(miles, high) / high
        }
        var svg = "<path class=\"axis\" d=\"M\(Self.left) \(Self.range.top)V\(Self.range.bottom)H\(Self.right)\"/>"
        svg += "<text class=\"small\" x=\"\(Self.left)\" y=\"13\">range, NM / дальность, NM</text>"
        let step = roundStep(atLeast: high / 6)
        var tick = 0.0
        while tick <= high + 1e-9 {
            svg += "<path class=\"grid\" d=\"M\(Self.left) \(y(tick).written(1))H\(Self.right)\"/>"
            svg +=
                "<text class=\"small end\" x=\"\(Self.left - 5)\" y=\"\((y(tick) + 3).written(1))\">\(tick.written(step < 1 ? 1 : 0))</text>"
            tick += step
        }
        for (miles, name, style) in [
            (minimum, "minimum", "limit"), (plan.turnAway.buffer.metres / 1852, "buffer", "limit buffer"),
        ] {
            let isLow = style == "limit"
            svg += "<path class=\"\(style)\" d=\"M\(Self.left) \(y(miles).written(1))H\(Self.right)\"/>"
            svg +=
                "<text class=\"small end\" x=\"\(Self.right - 3)\" y=\"\((y(miles) + (isLow ? 10 : -4)).written(1))\">\(name)</text>"
        }
        let sources: [(party: String?, style: String)] =
            debrief.log.own.keys.sorted().prefix(2).enumerated().map { ($1, $0 == 0 ? "a" : "b") } + [(nil, "shared")]
        for (party, style) in sources {
            let tracks = tracks(party)
            guard let one = tracks[debrief.crews[0].identifier], let other = tracks[debrief.crews[1].identifier] else {
                continue
            }
            let path = SVGPath(
                ranges(one, other).map { moment in
                    // What is far away is not drawn, so that it can't be taken for a distance kept.
                    moment.metres.flatMap { $0 / 1852 <= high ? (x(Double(moment.second)), y($0 / 1852)) : nil }
                })
            svg += "<path class=\"\(style) track\" d=\"\(path.text)\"/>"
        }
        let shown = debrief.crews.prefix(2).map(\.identifier).sorted()
        for account in debrief.accounts where account.between == shown {
            guard let interval = account.interval, let metres = account.metres, let time = account.unixSeconds,
                let low = interval.lowMetres
            else { continue }
            let top = y((interval.highMetres ?? metres) / 1852)
            svg +=
                "<path class=\"axis\" d=\"M\(x(time).written(1)) \(top.written(1))V\(y(low / 1852).written(1))m-3 0h6m-3 0M\((x(time) - 3).written(1)) \(top.written(1))h6\"/>"
            svg +=
                "<circle class=\"mark\" cx=\"\(x(time).written(1))\" cy=\"\(y(metres / 1852).written(1))\" r=\"2.6\"/>"
        }
        return svg
    }

    private var levelPanel: String {
        let zone = debrief.log.plan.zone
        let floor = zone.lower.pressureFeet - 500
        let ceiling = zone.upper.pressureFeet + 500
        func y(_ feet: Double) -> Double {
            Self.level.bottom - (Self.level.bottom - Self.level.top) * (min(max(feet, floor), ceiling) - floor)
                / max(ceiling - floor, 1)
        }
        var svg = "<path class=\"axis\" d=\"M\(Self.left) \(Self.level.top)V\(Self.level.bottom)H\(Self.right)\"/>"
        svg +=
            "<text class=\"small\" x=\"\(Self.left)\" y=\"\(Self.level.top - 6)\">pressure altitude, ft / барометрическая высота, футы</text>"
        for (feet, name) in [
            (zone.lower.pressureFeet, "\(zone.lower.said)"), (zone.upper.pressureFeet, "\(zone.upper.said)"),
        ] {
            svg += "<path class=\"grid\" d=\"M\(Self.left) \(y(feet).written(1))H\(Self.right)\"/>"
            svg += "<text class=\"small end\" x=\"\(Self.left - 5)\" y=\"\((y(feet) + 3).written(1))\">\(name)</text>"
        }
        let party = debrief.log.own.keys.sorted().first
        let tracks = tracks(party)
        for (crew, style) in styles {
            guard let track = tracks[crew.identifier] else { continue }
            let step = max(1, (window.upperBound - window.lowerBound) / 600)
            let path = SVGPath(
                stride(from: window.lowerBound, through: window.upperBound, by: step).map { second in
                    guard case .success(let place) = track.place(at: second) else { return nil }
                    return (x(Double(second)), y(place.place.altitudeFeet))
                })
            svg += "<path class=\"\(style) track\" d=\"\(path.text)\"/>"
        }
        return svg
    }

    /// Times, and where each card begins.
    private var feet: String {
        var svg = ""
        let steps = [10, 30, 60, 120, 300, 600, 1_800, 3_600]
        let span = window.upperBound - window.lowerBound
        let step = steps.first { span / $0 <= 9 } ?? 7_200
        for second in window where second % step == 0 {
            let place = x(Double(second))
            svg += "<path class=\"tick\" d=\"M\(place.written(1)) \(Self.level.bottom)v4\"/>"
            svg += "<text class=\"small middle\" x=\"\(place.written(1))\" y=\"\(Self.level.bottom + 15)\">"
            svg += "\(UTCTime.string(unixSeconds: Double(second)).dropFirst(11).prefix(step < 60 ? 8 : 5))</text>"
        }
        let abort = debrief.log.acts.first { if case .abort = $0.kind { true } else { false } }
        if let abort {
            let place = x(abort.atUnixSeconds)
            svg += "<path class=\"abort\" d=\"M\(place.written(1)) \(Self.range.top)V\(Self.range.bottom)"
            svg += "M\(place.written(1)) \(Self.level.top)V\(Self.level.bottom)\"/>"
            svg +=
                "<text class=\"label\" x=\"\((place + 5).written(1))\" y=\"\(Self.range.top + 10)\">ABORT / ПРЕКРАЩЕНИЕ</text>"
        }
        var last = -100.0
        var row = 0
        for (index, card) in debrief.cards.enumerated() {
            guard let start = card.startUnixSeconds else { continue }
            let place = x(start)
            row = place - last < 14 ? row + 1 : 0
            last = place
            svg += "<path class=\"limit buffer\" d=\"M\(place.written(1)) \(Self.range.top)V\(Self.range.bottom)"
            svg += "M\(place.written(1)) \(Self.level.top)V\(Self.level.bottom)\"/>"
            let foot = 347.0 + Double(row) * 13
            svg += "<circle class=\"stop\" cx=\"\(place.written(1))\" cy=\"\(foot.written(1))\" r=\"6\"/>"
            svg +=
                "<text class=\"small middle\" x=\"\(place.written(1))\" y=\"\((foot + 3).written(1))\">\(index + 1)</text>"
        }
        return svg
    }

    /// The plan view: what was flown, as each source has it.
    var planView: String {
        let zone = PlanDrawing.ring(debrief.log.plan.zone.footprint)
        let party = debrief.log.own.keys.sorted().first
        let tracks = tracks(party)
        var ways: [(style: String, places: [GeodeticPosition?])] = []
        for (crew, style) in styles {
            guard let track = tracks[crew.identifier] else { continue }
            let step = max(1, (window.upperBound - window.lowerBound) / 600)
            ways.append(
                (
                    style,
                    stride(from: window.lowerBound, through: window.upperBound, by: step).map { second in
                        guard case .success(let place) = track.place(at: second) else { return nil }
                        return place.place.position
                    }
                ))
        }
        let shown = ways.flatMap(\.places).compactMap { $0 }
        guard !shown.isEmpty else { return "" }
        let map = PlanMap(showing: shown, width: 640, height: 320)
        var svg = map.opening("Plan view / План") + "<path class=\"zone\" d=\"\(map.path(zone))Z\"/>" + map.furniture
        for way in ways { svg += "<path class=\"\(way.style) track\" d=\"\(map.path(way.places))\"/>" }
        for (crew, way) in zip(styles.map(\.crew), ways) {
            guard let start = way.places.compactMap({ $0 }).first else { continue }
            let (px, py) = map.point(start)
            svg +=
                "<text class=\"label\" x=\"\((px - 4).written(1))\" y=\"\((py + (way.style == "a" ? 14 : -8)).written(1))\">\(crew.callsign.escapedForHTML)</text>"
        }
        let nearest = debrief.crews.prefix(2).map(\.identifier).sorted()
        if let time = debrief.accounts.first(where: { $0.interval != nil && $0.between == nearest })?.unixSeconds,
            let one = tracks[debrief.crews[0].identifier], let other = tracks[debrief.crews[1].identifier],
            case .success(let first) = one.place(at: Int(time)), case .success(let second) = other.place(at: Int(time))
        {
            let from = map.point(first.place.position)
            let to = map.point(second.place.position)
            svg += "<path class=\"axis\" d=\"\(SVGPath([from, to]).text)\"/>"
            for point in [from, to] {
                svg += "<circle class=\"mark\" cx=\"\(point.x.written(1))\" cy=\"\(point.y.written(1))\" r=\"3.5\"/>"
            }
        }
        return svg + "</svg>"
    }
}

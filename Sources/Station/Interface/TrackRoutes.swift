import Hummingbird
import Separation

/// One aircraft, or two, over time.
struct TrackRoutes: Sendable {
    let runner: PictureRunner
    let board: PictureBoard
    let rule: MeasuringRule
    let minima: Minima

    /// How far back an answer reaches when nobody says, seconds.
    private static let defaultSeconds = 1_800.0
    /// More points than this are thinned out.
    private static let mostPoints = 5_000

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/tracks/{id}") { call in
                try call.allowQuery("from", "to")
                return try await track(call)
            },
            Route(method: "GET", template: "/api/pairs/{a}/{b}") { call in
                try call.allowQuery("from", "to")
                return try await pair(call)
            },
        ]
    }

    private func track(_ call: Call) async throws -> Response {
        let identifier = call.parameters[0]
        let points = try await runner.points(of: identifier, in: span(call))
        let track = board.current.tracks.first { $0.identifier == identifier }
        guard track != nil || !points.isEmpty else { throw Self.noTrack(identifier) }
        let step = max(1, (points.count + Self.mostPoints - 1) / Self.mostPoints)
        return Answers.json {
            $0.object {
                if let track {
                    $0.key("track")
                    track.write(to: &$0)
                } else {
                    $0.null("track")
                }
                $0.array("history") { list in
                    for index in stride(from: 0, to: points.count, by: step) { points[index].write(to: &list) }
                }
            }
        }
    }

    private func pair(_ call: Call) async throws -> Response {
        let (a, b) = (call.parameters[0], call.parameters[1])
        let span = try span(call)
        let pointsA = try await runner.points(of: a, in: span)
        let pointsB = try await runner.points(of: b, in: span)
        let picture = board.current
        for (identifier, points) in [(a, pointsA), (b, pointsB)] where points.isEmpty {
            guard picture.tracks.contains(where: { $0.identifier == identifier }) else {
                throw Self.noTrack(identifier)
            }
        }
        let series = PairSeries(pointsA, pointsB, gapSeconds: rule.gapSeconds).points
        let alert = picture.alerts.alerts.first { $0.identifier == AlertIdentifier(a, b) }
        let step = max(1, (series.count + Self.mostPoints - 1) / Self.mostPoints)
        return Answers.json {
            $0.object {
                $0.field("a", a)
                $0.field("b", b)
                (alert?.minima ?? minima).write("minima", to: &$0)
                $0.array("series") { list in
                    for index in stride(from: 0, to: series.count, by: step) {
                        list.array {
                            $0.value(series[index].second)
                            $0.value(series[index].horizontalMetres, decimals: 1)
                            $0.value(series[index].verticalFeet ?? .nan, decimals: 1)
                        }
                    }
                }
            }
        }
    }

    private func span(_ call: Call) throws(Problem) -> ClosedRange<Double> {
        let to = try call.unixTime("to") ?? 1e11
        let from = try call.unixTime("from") ?? min(to, board.current.timeUnixSeconds) - Self.defaultSeconds
        return from <= to ? from...to : Call.nothing
    }

    private static func noTrack(_ identifier: String) -> Problem {
        Problem.notFound("no aircraft “\(identifier.prefix(64))” was there in that time")
    }
}

import Hummingbird
import Separation

/// What the station shows: its configuration, the picture, the events, and how it is doing.
struct PictureRoutes: Sendable {
    let configuration: StationConfiguration
    let board: PictureBoard
    let hub: EventHub
    let metrics: StationMetrics
    let token: String
    /// Nil in `parley watch`.
    var desk: OperatorDesk?

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/config") { call in
                try call.allowQuery()
                return Answers.json {
                    configuration.write(
                        token: call.session?.writeToken ?? token, at: board.current.timeUnixSeconds, to: &$0)
                }
            },
            Route(method: "GET", template: "/api/picture") { call in
                try call.allowQuery()
                return Answers.json(board.wholePicture().json)
            },
            Route(method: "GET", template: "/api/conflicts") { call in
                try call.allowQuery()
                let picture = board.current
                return Answers.json {
                    $0.object {
                        $0.field("time", picture.timeUnixSeconds, decimals: 3)
                        $0.array("conflicts") { list in for alert in picture.alerts.alerts { alert.write(to: &list) } }
                    }
                }
            },
            Route(method: "GET", template: "/api/events") { call in
                try call.allowQuery()
                guard let desk, let session = call.session else { return try hub.response() }
                return try hub.response { await desk.mayView(session) }
            },
            Route(method: "GET", template: "/health", access: .open) { _ in
                let picture = board.current
                return Answers.json {
                    $0.object {
                        $0.field("status", "ok")
                        $0.field("time", picture.timeUnixSeconds, decimals: 3)
                        $0.field("sequence", picture.sequence)
                        $0.field("feedsLive", picture.feeds.count { $0.state == .live })
                        $0.field("feeds", picture.feeds.count)
                    }
                }
            },
            Route(method: "GET", template: "/metrics", access: .machine) { _ in
                Answers.text(metrics.prometheusText, kind: "text/plain; version=0.0.4; charset=utf-8")
            },
        ]
    }
}

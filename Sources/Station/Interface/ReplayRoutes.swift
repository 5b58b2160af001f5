import Hummingbird

/// How the replay is steered.
struct ReplayRoutes: Sendable {
    let runner: PictureRunner

    var routes: [Route] {
        [
            Route(method: "POST", template: "/api/replay", roles: Access.actingRoles) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["action", "time", "speed"])
                switch try fields.text("action") {
                case "play": try await runner.play()
                case "pause": try await runner.pause()
                case "seek": try await runner.seek(to: fields.number("time", in: -1e11...1e11))
                case "speed": try await runner.setSpeed(fields.number("speed", in: ReplayClock.speeds))
                default: throw fields.missing("action", "play, pause, seek or speed")
                }
                return Answers.done
            }
        ]
    }
}

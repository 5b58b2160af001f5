import Accord
import Airspace
import Exercise

/// What one second of the picture says about a run: positions of those who take part, from the station's own data, and of those who don't.
struct RunSight: Sendable {
    private(set) var events: [RunEvent] = []

    init(_ second: PictureSecond, plan: ExercisePlan) {
        let flights = plan.flights
        for track in second.tracks {
            let state = track.state
            let participant = flights.first { Self.isSame($0.track, $0.callsign, track) }
            if let participant {
                // What only the other side disclosed comes by its entries, and is the shared data.
                guard track.shared == nil || track.shared?.isSeenHere == true, track.freshness != .stale else {
                    continue
                }
                var velocity: HorizontalVelocity?
                if let speed = state.groundSpeedMetresPerSecond, let degrees = state.trackDegrees {
                    velocity = HorizontalVelocity(trackDegrees: degrees, metresPerSecond: speed)
                }
                events.append(
                    .report(
                        RunReport(
                            participant: participant.identifier, timeUnixSeconds: state.timeUnixSeconds,
                            position: state.position, levelFeet: Self.level(state.level), velocity: velocity,
                            basis: .own)))
            } else if track.shared == nil, !track.isOnGround, track.freshness != .stale {
                events.append(
                    .other(
                        identifier: track.identifier, position: state.position, levelFeet: Self.level(state.level),
                        timeUnixSeconds: state.timeUnixSeconds))
            }
        }
    }

    private static func isSame(_ identifier: String?, _ callsign: String, _ track: PictureTrack) -> Bool {
        if let identifier, identifier.lowercased() == track.identifier.lowercased() { return true }
        guard let sent = track.callsign else { return false }
        func bare(_ text: String) -> String { text.uppercased().filter { !$0.isWhitespace } }
        return bare(sent) == bare(callsign) && !bare(callsign).isEmpty
    }

    private static func level(_ level: Level) -> Double? {
        if case .pressure(let feet) = level { feet } else { nil }
    }
}

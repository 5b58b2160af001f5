import Airspace

/// How another party stands, as the station says it, in one line.
struct PeerLine: Decodable {
    struct Suspension: Decodable {
        var party: String
        var since: Double
    }
    struct Held: Decodable {
        var agreement: String
        var suspended: [Suspension]
    }

    var name: String
    var link: String
    var reason: String?
    var agreements: [Held]

    /// `EAST: connected; SEINE-1 suspended by EAST since 14:02Z`.
    func text(atUnixSeconds now: Double) -> String {
        let state = [link == "disconnected" ? "SILENT" : link == "stopped" ? "RECORD BROKEN" : link, reason]
        let held = agreements.map { one in
            guard !one.suspended.isEmpty else { return "\(one.agreement) in force" }
            let who = one.suspended.map { "suspended by \($0.party) since \(Self.time($0.since, now: now))" }
            return "\(one.agreement) \(who.joined(separator: ", "))"
        }
        let parts = [state.compactMap { $0 }.joined(separator: ", ")] + held
        return "\(name): \(parts.joined(separator: "; "))"
    }

    /// The time of day, with the date before it unless that is today's.
    private static func time(_ time: Double, now: Double) -> String {
        let text = UTCTime.string(unixSeconds: time)
        let today = UTCTime.string(unixSeconds: now).prefix(10)
        let clock = text.dropFirst(11).prefix(5) + "Z"
        return text.hasPrefix(today) ? String(clock) : "\(text.prefix(10)) \(clock)"
    }
}

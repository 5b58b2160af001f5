import Accord
import Hummingbird

/// The alerts across parties: shown, and marked as seen by a person.
struct AlertExchangeRoutes: Sendable {
    let desk: AlertDesk
    let shelf: AgreementShelf
    let sender: AgreementSender
    let clock: NodeClock

    private static let roles: Set<Role> = [.watchOfficer, .planner, .administrator]

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/alerts") { call in
                try call.allowQuery()
                return Answers.json { writer in
                    writer.object {
                        $0.array("alerts") { list in for alert in desk.all { alert.write(to: &list) } }
                    }
                }
            },
            Route(method: "POST", template: "/api/alerts/{peer}/{agreement}/{alert}/seen", roles: Self.roles) { call in
                try call.allowQuery()
                let (peer, agreement, alert) = (call.parameters[0], call.parameters[1], call.parameters[2])
                guard let known = desk.received(alert, from: peer, under: agreement) else {
                    throw Problem.notFound("\(peer.prefix(32)) has sent no alert “\(alert.prefix(64))”")
                }
                guard known.seenBy == nil else { return Answers.done }
                let person = try call.actor()
                guard let standing = shelf.agreement(agreement) else {
                    // Under an agreement that is over nothing is sent, and an alert of before must not call for ever.
                    desk.see(known, by: person, atUnixSeconds: clock.now())
                    return Answers.done
                }
                let body = AlertSeenBody(alert: alert, by: person)
                _ = try await sender.send([body], to: peer, under: standing)
                return Answers.done
            },
        ]
    }
}

extension AlertDesk.Shared {
    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("peer", peer)
            $0.field("agreement", agreement)
            $0.field("alert", body.alert)
            $0.field("ours", isOurs)
            $0.field("kind", body.kind.rawValue)
            $0.field("level", body.level.rawValue)
            $0.array("tracks") { list in body.tracks.forEach { list.value($0) } }
            $0.field("secondsToLoss", body.secondsToLoss, decimals: 1)
            $0.field("horizontalNM", body.horizontalNM, decimals: 2)
            $0.field("verticalFt", body.verticalFt, decimals: 0)
            $0.field("zone", body.zone)
            $0.field("time", body.time.unixSeconds, decimals: 3)
            $0.field("written", writtenUnixSeconds, decimals: 3)
            $0.field("stored", storedUnixSeconds, decimals: 3)
            $0.field("received", receivedUnixSeconds, decimals: 3)
            $0.field("late", isLate)
            $0.field("seen", seenUnixSeconds, decimals: 3)
            seenBy?.write("seenBy", to: &$0)
            $0.field("over", isOver)
            $0.field("outside", isOutside)
        }
    }
}

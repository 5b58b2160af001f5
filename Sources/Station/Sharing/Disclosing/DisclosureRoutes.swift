import Accord
import Airspace
import Hummingbird

/// What a peer has of our aircraft, beside what we see: exactly what was written to it.
struct DisclosureRoutes: Sendable {
    let service: DisclosureService
    let shelf: AgreementShelf
    let context: NodeContext

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/disclosure/{peer}") { call in
                try call.allowQuery()
                let peer = call.parameters[0]
                let agreements = shelf.current.filter { $0.peers.contains(peer) }
                guard !agreements.isEmpty else {
                    throw Problem.notFound("no agreement with “\(peer.prefix(32))” holds, so it is told nothing")
                }
                return Answers.json { write(peer, agreements, to: &$0) }
            }
        ]
    }

    private func write(_ peer: String, _ agreements: [StandingAgreement], to writer: inout JSONWriter) {
        let second = service.lastSecond
        let states = second?.ownStates() ?? []
        writer.object {
            $0.field("peer", peer)
            $0.field("time", Double(second?.second ?? 0), decimals: 3)
            $0.array("rows") { list in
                for standing in agreements {
                    guard let (told, book) = service.told(peer, under: standing.identifier) else { continue }
                    let rows = DisclosureRow.all(states, told: told) {
                        book.decide(
                            $0, from: context.party, to: peer, isOurs: true, isInConflict: false, flow: standing.flow)
                    }
                    for row in rows { row.write(under: standing.identifier, to: &list) }
                }
            }
        }
    }
}

extension DisclosureRow {
    fileprivate func write(under agreement: String, to writer: inout JSONWriter) {
        writer.object {
            $0.field("agreement", agreement)
            $0.object("own") { object in
                object.field("id", identifier)
                object.field("callsign", callsign)
                own?.writePlace(to: &object)
            }
            told?.write("told", to: &$0)
            $0.field("withheld", withheld?.name)
        }
    }
}

extension OwnTrackState {
    fileprivate func writePlace(to writer: inout JSONWriter) {
        writer.field("lat", position.latitudeDegrees, decimals: 6)
        writer.field("lon", position.longitudeDegrees, decimals: 6)
        writer.field("altFt", levelFeet, decimals: 1)
        writer.field("speedKt", speedKt, decimals: 1)
        writer.field("trackDegrees", trackDegrees, decimals: 1)
        writer.field("time", timeUnixSeconds, decimals: 3)
    }
}

extension TrackBody {
    fileprivate func write(_ name: StaticString, to writer: inout JSONWriter) {
        writer.object(name) {
            $0.field("track", track)
            $0.field("time", time.unixSeconds, decimals: 3)
            $0.field("lat", lat, decimals: 7)
            $0.field("lon", lon, decimals: 7)
            $0.field("levelFt", levelFt, decimals: 2)
            $0.field("speedKt", speedKt, decimals: 2)
            $0.field("trackDegrees", trackDegrees, decimals: 2)
            $0.field("verticalFpm", verticalFpm, decimals: 1)
            $0.field("gridNM", gridNM, decimals: 4)
            $0.field("levelGridFt", levelGridFt, decimals: 1)
            $0.field("timeGridSeconds", timeGridSeconds, decimals: 1)
            $0.field("delaySeconds", delaySeconds, decimals: 1)
            $0.field("rule", rule)
            $0.field("emergency", emergency?.rawValue)
        }
    }
}

import Accord
import Airspace
import Hummingbird

/// The zones of the agreements: shown, activated and released.
struct ZoneRoutes: Sendable {
    let desk: ZoneDesk
    let shelf: AgreementShelf
    let sender: AgreementSender
    let context: NodeContext
    let intrusions: @Sendable () -> [ZoneIntrusion]

    private static let roles: Set<Role> = [.watchOfficer, .planner, .administrator]

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/zones") { call in
                try call.allowQuery()
                return Answers.json { write(to: &$0) }
            },
            Route(method: "POST", template: "/api/zones/{agreement}/{zone}", roles: Self.roles) { call in
                try call.allowQuery()
                try await say(call)
                return Answers.json { write(to: &$0) }
            },
        ]
    }

    private func say(_ call: Call) async throws {
        let fields = try RequestFields(call.body, known: ["state", "from", "until"])
        guard let standing = shelf.agreement(call.parameters[0]),
            let zone = standing.document.agreement.zone(call.parameters[1])
        else { throw Problem.notFound("no agreement that holds has the zone “\(call.parameters[1].prefix(64))”") }
        guard zone.activators.contains(context.party) else {
            throw Problem.conflict(
                "only \(zone.activators.joined(separator: ", ")) may activate \(zone.identifier), as was agreed")
        }
        guard let state = ZoneBody.State(rawValue: try fields.text("state", maximum: 16)) else {
            throw fields.missing("state", "active or released")
        }
        let now = context.clock.now()
        let body = ZoneBody(
            zone: zone.identifier, state: state,
            from: EntryTime(unixSeconds: try fields.optionalNumber("from", in: -1e11...1e11) ?? now),
            until: try fields.optionalNumber("until", in: -1e11...1e11).map { EntryTime(unixSeconds: $0) },
            by: try call.actor())
        try await sender.send([body], under: standing)
    }

    private func write(to writer: inout JSONWriter) {
        let now = context.clock.now()
        let present = intrusions()
        writer.object {
            $0.array("zones") { list in
                for standing in shelf.current {
                    for zone in standing.document.agreement.zones {
                        write(zone, of: standing.identifier, present, at: now, to: &list)
                    }
                }
            }
        }
    }

    private func write(
        _ zone: AgreedZone, of agreement: String, _ present: [ZoneIntrusion], at now: Double,
        to writer: inout JSONWriter
    ) {
        writer.object {
            $0.field("agreement", agreement)
            $0.field("zone", zone.identifier)
            $0.field("nameEn", zone.name.english)
            $0.field("nameRu", zone.name.russian)
            $0.field("purpose", zone.purpose.rawValue)
            $0.field("active", desk.isActive(zone, of: agreement, at: now))
            $0.field("mayActivate", zone.activators.contains(context.party))
            $0.array("entitled") { list in zone.entitled.forEach { list.value($0) } }
            if let word = desk.word(on: zone, of: agreement, at: now) {
                $0.field("party", word.party)
                $0.field("from", word.fromUnixSeconds, decimals: 3)
                $0.field("until", word.untilUnixSeconds, decimals: 3)
                word.by.write("by", to: &$0)
            }
            zone.volume.footprint.write("outline", to: &$0)
            $0.array("intrusions") { list in
                for intrusion in present where intrusion.zone == zone.identifier && intrusion.agreement == agreement {
                    intrusion.write(to: &list)
                }
            }
        }
    }
}

extension ZoneIntrusion {
    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("track", track)
            $0.field("party", party)
            $0.field("secondsToEntry", secondsToEntry, decimals: 0)
            $0.field("distanceMetres", distanceMetres, decimals: 0)
        }
    }
}

extension Footprint {
    /// Writes an outline as a ring of `[lon, lat]`, a circle as one of 72 corners; nothing for everywhere.
    func write(_ name: StaticString, to writer: inout JSONWriter) {
        let ring: [GeodeticPosition]
        switch self {
        case .everywhere: return
        case .polygon(let corners): ring = corners
        case .circle(let centre, let radiusMetres):
            ring = stride(from: 0.0, to: 360, by: 5).map {
                Geodesic.direct(from: centre, azimuthDegrees: $0, distanceMetres: radiusMetres).position
            }
        }
        writer.array(name) { list in
            for corner in ring {
                list.array {
                    $0.value(corner.longitudeDegrees, decimals: 6)
                    $0.value(corner.latitudeDegrees, decimals: 6)
                }
            }
        }
    }
}

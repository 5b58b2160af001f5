import ArgumentParser
import Foundation
import Station

/// `parley zone`: the zones of the agreements.
struct ZoneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zone", abstract: "Activate and release the zones of an agreement.",
        subcommands: [ZoneActivate.self, ZoneRelease.self, ZoneList.self], defaultSubcommand: ZoneList.self)
}

/// `parley zone list`.
struct ZoneList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show the zones and which are active.")
    @OptionGroup var acting: ActingOperator

    private struct Answer: Decodable {
        struct Zone: Decodable {
            struct Intrusion: Decodable {
                var track: String
                var secondsToEntry: Double
                var distanceMetres: Double
            }
            var agreement: String
            var zone: String
            var nameEn: String
            var nameRu: String
            var purpose: String
            var active: Bool
            var intrusions: [Intrusion]
        }
        var zones: [Zone]
    }

    func run() async throws {
        try await explained("zone list") {
            let answer = try JSONDecoder().decode(Answer.self, from: Data(try await acting.station.get("/api/zones")))
            for zone in answer.zones {
                announce(
                    "\(zone.agreement)\t\(zone.zone)\t\(zone.active ? "active" : "not active")\t\(zone.purpose)\t\(zone.nameEn) / \(zone.nameRu)"
                )
                for one in zone.intrusions {
                    let when =
                        one.secondsToEntry == 0
                        ? "inside"
                        : String(format: "in %.0f s, %.1f NM", one.secondsToEntry, one.distanceMetres / 1_852)
                    announce("\t\(one.track): \(when), not entitled")
                }
            }
        }
    }
}

/// `parley zone activate`.
struct ZoneActivate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activate", abstract: "Activate a zone, now.",
        discussion: """
            Only a party that the agreement lets (activated-by) may.

            parley zone activate SEINE-1 NORTH --minutes 45 --as Walker --data DIR
            """)
    @OptionGroup var acting: ActingOperator
    @Argument(help: ArgumentHelp("The agreement.", valueName: "id")) var agreement: String
    @Argument(help: ArgumentHelp("The zone.", valueName: "zone")) var zone: String
    @Option(help: ArgumentHelp("For how long; without it until it is released.", valueName: "minutes")) var minutes:
        Double?

    private struct Body: Encodable {
        var state = "active"
        var until: Double?
    }

    func run() async throws {
        try await explained("zone activate") {
            let body = Body(until: minutes.map { Date().timeIntervalSince1970 + $0 * 60 })
            try await acting.station.send(
                "POST", "/api/zones/\(addressPart(agreement))/\(addressPart(zone))",
                Array(try JSONEncoder().encode(body)))
            announce("\(zone) is active.")
        }
    }
}

/// `parley zone release`.
struct ZoneRelease: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "release", abstract: "Give a zone back, now.")
    @OptionGroup var acting: ActingOperator
    @Argument(help: ArgumentHelp("The agreement.", valueName: "id")) var agreement: String
    @Argument(help: ArgumentHelp("The zone.", valueName: "zone")) var zone: String

    func run() async throws {
        try await explained("zone release") {
            try await acting.station.send(
                "POST", "/api/zones/\(addressPart(agreement))/\(addressPart(zone))", try jsonBody(["state": "released"])
            )
            announce("\(zone) is released.")
        }
    }
}

import ArgumentParser
import Foundation
import Station

/// `parley station status`: how a running node stands.
struct StationStatus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say how the running station stands.",
        discussion: """
            It needs no operator: whoever may open the control socket may ask. Of each peer it says how its records reach us, and of each \
            agreement with it whether it holds or who has suspended it since when:

              Peer                 EAST: connected; SEINE-1 suspended by EAST since 14:02Z
            """)

    @OptionGroup var place: NodePlace

    @Flag(help: "Print what the station answers, as JSON.")
    var json = false

    fileprivate struct Status: Decodable {
        struct Record: Decodable {
            var origin: String
            var size: Int
        }
        struct Feed: Decodable {
            var name: String
            var state: String
            var reports: Int
        }
        struct Disk: Decodable {
            var state: String
            var freeBytes: Int
            var minimumBytes: Int
        }
        var party: String
        var version: String
        var verifierKey: String
        var certificateSHA256: String
        var upSeconds: Double
        var bind: String
        var port: Int
        var encrypted: Bool
        var peerBind: String
        var peerPort: Int
        var privateRecord: Record
        var disk: Disk
        var tracks: Int
        var conflicts: Int
        var feeds: [Feed]
        var peers: [PeerLine]
    }

    func run() async throws {
        try await explained("station status") {
            let client = ControlClient(directory: place.data, as: nil) { _ in "" }
            let answer = try await client.get("/api/station")
            guard !json else { return output(answer + [UInt8(ascii: "\n")]) }
            let status = try JSONDecoder().decode(Status.self, from: Data(answer))
            announce(
                """
                \(status.party)                 up for \(Int(status.upSeconds)) s, Parley \(status.version)
                Operators            \(status.encrypted ? "https" : "http")://\(status.bind):\(status.port)/
                Peers                \(status.peerBind):\(status.peerPort)
                Verifier key         \(status.verifierKey)
                Certificate SHA-256  \(status.certificateSHA256)
                Private record       \(status.privateRecord.origin), \(status.privateRecord.size) entries
                Picture              \(status.tracks) tracks, \(status.conflicts) conflicts
                """)
            announce("Disk                 \(status.disk.text)")
            for feed in status.feeds {
                announce("Source               \(feed.name): \(feed.state), \(feed.reports) reports")
            }
            let now = Date().timeIntervalSince1970
            for peer in status.peers { announce("Peer                 \(peer.text(atUnixSeconds: now))") }
            if status.peers.isEmpty { announce("Peers                none yet: parley station peer add") }
        }
    }
}

extension StationStatus.Status.Disk {
    /// How much room there is, and what follows from too little.
    fileprivate var text: String {
        let (free, minimum) = (freeBytes >> 20, minimumBytes >> 20)
        return switch state {
        case "short":
            "NEARLY FULL: \(free) MB free, less than the \(minimum) MB that must be; own tracks are not written down"
        case "low": "GETTING FULL: \(free) MB free; below \(minimum) MB own tracks are not written down"
        default: "\(free) MB free"
        }
    }
}

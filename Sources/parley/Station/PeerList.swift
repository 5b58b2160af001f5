import ArgumentParser
import Foundation
import Station

/// `parley station peer list`: who the peers are, and how the channels to them stand.
struct PeerList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show this station's own key, certificate and words, the peers, and their channels.")

    @OptionGroup var acting: ActingOperator

    @Flag(help: "Print what the station answers, as JSON.")
    var json = false

    private struct Document: Decodable {
        var own: PeerAnswer
        var peers: [PeerAnswer]
    }

    func run() async throws {
        try await explained("station peer list") {
            let answer = try await acting.station.get("/api/peers")
            guard !json else { return announce(String(decoding: answer, as: UTF8.self)) }
            let document = try JSONDecoder().decode(Document.self, from: Data(answer))
            announce("This station: \(document.own.name)\n  \(document.own.key ?? "")")
            announce("  certificate \(acting.place.data)/keys/tls.pem, SHA-256 \(document.own.certificate ?? "?")")
            announce(document.own.fingerprint?.text ?? "")
            for peer in document.peers {
                let place = peer.address.map { "at \($0)" } ?? "without an address: its records come as files"
                announce("\(peer.name) \(place)\n  \(peer.key ?? "")")
                if let certificate = peer.certificate { announce("  certificate SHA-256 \(certificate)") }
                announce(peer.fingerprint?.text ?? "")
                for channel in peer.channels ?? [] { announce(Self.line(channel)) }
            }
            if document.peers.isEmpty { announce("No peers yet: parley station peer add") }
        }
    }

    private static func line(_ channel: PeerAnswer.Channel) -> String {
        var line = "  \(channel.scope): \(channel.link)"
        if let reason = channel.reason { line += " (\(reason))" }
        line += "; \(channel.received) received, \(channel.sent) sent, \(channel.seen) of them seen"
        if let offset = channel.clockOffsetSeconds, abs(offset) >= 1 {
            line += "; its clock is \(String(format: "%.1f", abs(offset))) s \(offset > 0 ? "ahead" : "behind")"
        }
        if channel.quarantined > 0 { line += "; \(channel.quarantined) in quarantine" }
        let remarks = [
            ("notice", channel.notice), ("fault", channel.fault), ("own fault", channel.ownFault),
            ("ALARM", channel.alarm),
        ]
        for (name, text) in remarks {
            if let text { line += "\n    \(name): \(text)" }
        }
        return line
    }
}

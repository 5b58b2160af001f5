import ArgumentParser
import Foundation
import Station

/// `parley station peer add`: first contact with another party.
struct PeerAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make another party known, or give one another address or certificate.",
        discussion: """
            It opens a pair of records for proposals and signatures, and nothing else, until an agreement is in force. Read the
            words that it prints to an officer of the other side on the telephone: the other side's station shows the same
            words for itself. If one word differs, somebody is between you: remove the peer.

            parley station peer add --name EAST --key EAST+…+… --certificate east.pem --address east.example.org:8481 \\
                --as "Anna Admin" --data DIR

            Without --address nobody is called: the records of such a peer come as files (parley station peer import). Of a peer
            that is known already, what is left out stays as it is. A certificate that it had before is taken for 30 days more,
            but for a day at most once its station was seen with the new one.
            """)

    @OptionGroup var acting: ActingOperator

    @Option(help: ArgumentHelp("The name of the party.", valueName: "name"), transform: { $0.uppercased() })
    var name: String
    @Option(help: ArgumentHelp("Its verifier key, NAME+HASH+KEY.", valueName: "vkey"))
    var key: String
    @Option(help: ArgumentHelp("The certificate of its station, PEM: its DIR/keys/tls.pem.", valueName: "file"))
    var certificate: String
    @Option(
        help: ArgumentHelp(
            "Where its station answers peers, such as east.example.org:8481; left out where records travel as files.",
            valueName: "host:port"))
    var address: String?

    private struct Request: Encodable {
        var key: String
        var certificate: String
        var address: String?
    }

    func run() async throws {
        try await explained("station peer add") {
            guard key.hasPrefix("\(name)+") else {
                throw StationError.option(name: "--key", reason: "the key is not that of \(name)")
            }
            let pem = try String(contentsOfFile: certificate, encoding: .utf8)
            let body = try JSONEncoder().encode(Request(key: key, certificate: pem, address: address))
            let answer = try await acting.station.send("POST", "/api/peers", Array(body))
            let peer = try JSONDecoder().decode(PeerAnswer.self, from: Data(answer))
            announce("\(peer.name) is known. Compare these words with its officer on the telephone:")
            announce(peer.fingerprint?.text ?? "")
        }
    }
}

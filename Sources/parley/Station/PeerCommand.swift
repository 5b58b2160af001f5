import ArgumentParser

/// `parley station peer`: the other parties.
struct PeerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "peer",
        abstract: "The other parties: add, list, remove, and exchange records as files.",
        discussion: """
            What to send the other side: the verifier key that `parley station peer list` shows, the file DIR/keys/tls.pem, and the
            address at which this station answers peers. Never send tls.key or identity.key: those are the private keys. What the
            other side sends is added here, and then two officers read each other the words on the telephone.
            """,
        subcommands: [
            PeerAdd.self, PeerList.self, PeerRemove.self, PeerExport.self, PeerImportCommand.self,
        ])
}

/// What the station says of a peer, or of itself.
struct PeerAnswer: Decodable {
    struct Words: Decodable {
        var en: String
        var ru: String
    }
    struct Channel: Decodable {
        var scope: String
        var link: String
        var reason: String?
        var received: Int
        var sent: Int
        var seen: Int
        var clockOffsetSeconds: Double?
        var quarantined: Int
        var fault: String?
        var ownFault: String?
        var notice: String?
        var alarm: String?
    }
    var name: String
    var key: String?
    var certificate: String?
    var address: String?
    var fingerprint: Words?
    var channels: [Channel]?
}

extension PeerAnswer.Words {
    /// The words as two officers read them to each other.
    var text: String { "  \(en)\n  \(ru)" }
}

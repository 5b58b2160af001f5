import ArgumentParser
import Foundation
import Station

/// `parley station peer remove`: ends talking to a party.
struct PeerRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Forget a peer. Records and evidence stay on the disk.")

    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("The party.", valueName: "peer"), transform: { $0.uppercased() })
    var peer: String

    func run() async throws {
        try await explained("station peer remove") {
            let name = peer.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            try await acting.station.send("DELETE", "/api/peers/\(name)", nil)
            announce("\(peer) is no peer any more.")
        }
    }
}

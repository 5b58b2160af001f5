import ArgumentParser
import Foundation
import Station

/// `parley station peer export`: our records for a peer, as a file.
struct PeerExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the records for a peer into a file, to be carried across.",
        discussion: """
            The file is an archive of the published records: it can be looked at with tar, and holds nothing that the peer may not
            read. It needs no running station.

            parley station peer export EAST /media/stick/west-east.tar --data DIR
            """)

    @OptionGroup var place: NodePlace

    @Option(help: ArgumentHelp("Only records of this UTC day and later.", valueName: "date"))
    var since: String?
    @Argument(help: ArgumentHelp("The party.", valueName: "peer"), transform: { $0.uppercased() })
    var peer: String
    @Argument(help: ArgumentHelp("The file to write.", valueName: "file"))
    var file: String

    func run() async throws {
        try await explained("station peer export") {
            let records = try PeerFiles.export(data: place.data, peer: peer, since: since, to: file)
            for (origin, size) in records.sorted(by: { $0.key < $1.key }) { announce("\(origin): \(size) entries") }
        }
    }
}

/// `parley station peer import`: a peer's records from a file.
struct PeerImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in a peer's records from a file; their entries are marked late.",
        discussion: """
            They are verified as those that come over the wire. Nothing that is here already comes twice.

            parley station peer import EAST /media/stick/east-west.tar --as "Anna Admin" --data DIR
            """)

    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("The party.", valueName: "peer"), transform: { $0.uppercased() })
    var peer: String
    @Argument(help: ArgumentHelp("The file.", valueName: "file"))
    var file: String

    private struct Request: Encodable { var folder: String }
    private struct Record: Decodable {
        var origin: String
        var entries: Int
        var skipped: String?
    }

    func run() async throws {
        try await explained("station peer import") {
            let client = acting.station
            let folder = try PeerFiles.unpack(file, data: acting.place.data, peer: peer)
            let name = peer.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let answer = try await client.send(
                "POST", "/api/peers/\(name)/import", Array(try JSONEncoder().encode(Request(folder: folder))))
            for record in try JSONDecoder().decode([Record].self, from: Data(answer)) {
                let outcome =
                    record.skipped.map { "left out, \($0); import the file again when it is" }
                    ?? "\(record.entries) entries are here, verified"
                announce("\(record.origin): \(outcome)")
            }
        }
    }
}

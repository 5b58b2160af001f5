import Accord
import Foundation
import Record

/// What a node is told once, in `station.json`.
struct NodeSettings: Codable, Sendable, Hashable {
    /// The party, as agreements and records name it: `WEST`.
    var name: String
    /// Names and addresses under which peers reach the station.
    var addresses: [String] = []
    /// Where operators find the page.
    var bindAddress = "127.0.0.1"
    /// The port of the page.
    var port = 8480
    /// Where peers are answered.
    var peerBindAddress = "0.0.0.0"
    /// The port for peers.
    var peerPort = 8481
    /// The language that the page starts in, `en` or `ru`.
    var language = "en"
    /// Own tracks at full precision are kept in the private record for so many days; acts are kept for good.
    var retentionDays = 30

    /// What must be left free on the disk, MB; below it own tracks are not written down. Nil: 1 GiB, or a twentieth of the file
    /// system if that is less.
    var minimumFreeMegabytes: Int?

    /// What one peer may send on one UTC day, GB, before it is read slowly. Nil: 20.
    var peerGigabytesPerDay: Int?

    /// The settings of a party that are as usual otherwise.
    init(name: String) { self.name = name }

    /// Reads the settings of a node.
    ///
    /// - Throws: `StationError.store` when there is no node, or its settings are damaged.
    static func read(from directory: NodeDirectory) throws -> NodeSettings {
        guard let bytes = try PrivateFile.read(directory.settings) else {
            throw StationError.store(
                path: directory.path, reason: "no node was set up in it; parley station init does that")
        }
        do {
            let settings = try JSONDecoder().decode(NodeSettings.self, from: Data(bytes))
            try settings.check()
            return settings
        } catch let error as DecodingError {
            throw StationError.store(path: directory.settings, reason: "it is not what a node wrote: \(error)")
        }
    }

    /// Writes them, mode 0600.
    func write(to directory: NodeDirectory) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try PrivateFile.write(Array(try encoder.encode(self)) + [UInt8(ascii: "\n")], to: directory.settings)
    }

    /// The party of a name that a person gave: in capitals, so that commands may say `east` of `EAST`.
    ///
    /// - Throws: `StationError.option` for what can't be part of a record's name.
    static func party(named name: String) throws(StationError) -> String {
        let party = name.uppercased()
        guard RecordOrigin.isName(party) else {
            throw .option(
                name: "--name",
                reason:
                    "a party's name has 1 to 32 letters, digits, dots, hyphens or underscores, not “\(name.prefix(60))”"
            )
        }
        return party
    }

    /// Refuses what no node can be run with.
    func check() throws(StationError) {
        for (option, port) in [("port", port), ("peerPort", peerPort)] where !(0...65_535).contains(port) {
            throw .option(name: option, reason: "a number from 0 to 65535 is needed, not \(port)")
        }
        guard port != peerPort || port == 0 else {
            throw .option(name: "peerPort", reason: "operators and peers need a port each, both are \(port)")
        }
        guard ["en", "ru"].contains(language) else {
            throw .option(name: "language", reason: "en or ru is needed, not \(language)")
        }
        guard (1...36_500).contains(retentionDays) else {
            throw .option(name: "retentionDays", reason: "1 to 36500 days are possible, not \(retentionDays)")
        }
        guard (0...10_000_000).contains(minimumFreeMegabytes ?? 0) else {
            throw .option(name: "minimumFreeMegabytes", reason: "0 to 10,000,000 MB are possible")
        }
        guard (1...10_000).contains(peerGigabytesPerDay ?? 1) else {
            throw .option(name: "peerGigabytesPerDay", reason: "1 to 10,000 GB are possible")
        }
        guard RecordOrigin.isName(name) else { throw .option(name: "name", reason: "“\(name)” can't name a party") }
    }
}

import ArgumentParser
import Station

/// `parley station backup`: a node in one file.
struct StationBackup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a node that is not running to one file, mode 0600.",
        discussion: """
            The file is a gzipped tar and holds the private keys. One that must not stop is backed up from a snapshot of its \
            file system, which may be mounted for reading alone (docs/station.md).

            parley station backup /var/lib/parley/west /var/backups/parley/west-2026-01-01.parley
            """)

    @Argument(help: ArgumentHelp("The directory of the node.", valueName: "dir"))
    var data: String

    @Argument(help: ArgumentHelp("The file, which must not be there yet.", valueName: "file"))
    var file: String

    func run() async throws {
        try await explained("station backup") {
            let bytes = try NodeBackup(directory: data).write(to: file)
            announce("\(file) holds \(data), \(bytes) bytes. It holds the private keys: keep it where keys belong.")
        }
    }
}

/// `parley station restore`: a node out of a file.
struct StationRestore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Bring a node back from a file, and verify every record it wrote.",
        discussion: """
            Peers may hold more of the records than the backup does, so none of them is continued: each goes on in a new one, which \
            names the last that is known of it, and the peers are told. Nothing else may run with the same keys. Operators and \
            passwords are those of the backup, and so are the keys: peers follow nothing signed with keys that were changed since.

            parley station restore /var/backups/parley/west-2026-01-01.parley /var/lib/parley/west
            """)

    @Argument(help: ArgumentHelp("The backup.", valueName: "file"))
    var file: String

    @Argument(help: ArgumentHelp("The directory, empty or not there yet.", valueName: "dir"))
    var data: String

    func run() async throws {
        try await explained("station restore") {
            let restored = try await NodeBackup(directory: data).restore(from: file)
            announce(
                "\(restored.party) is back in \(data): \(restored.records) own records with \(restored.entries) entries verify."
            )
        }
    }
}

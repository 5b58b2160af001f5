/// Writes the published part of a record: every file complete under its name or not there at all.
///
/// Nothing here is synchronised on the way: what would be lost with the power is in the journal.
final class TilePublisher {
    private let directory: RecordDirectory
    private let files: any FileLayer
    private var knownDirectories: Set<String> = []
    private var stagingNumber: UInt64 = 0
    /// Files in whose place a full one has come; they go once the checkpoint no longer needs them.
    private var superseded: [String] = []

    init(directory: RecordDirectory, files: any FileLayer) {
        self.directory = directory
        self.files = files
    }

    /// Publishes a tile or bundle.
    func publish(_ resource: RecordResource, _ bytes: [UInt8]) throws(RecordError) {
        let path = directory.file(resource)
        try write(bytes, to: path, directory: Path.parent(of: path))
        switch resource {
        case .tile(let tile) where tile.isFull: fallthrough
        case .entries(_, TileCoordinate.fullWidth):
            superseded.append(path + ".p")
        default: break
        }
    }

    /// Publishes a checkpoint, after everything that it covers, and clears away what it no longer needs.
    func publish(checkpoint: [UInt8]) throws(RecordError) {
        try write(checkpoint, to: directory.file(.checkpoint), directory: directory.published)
        for partials in superseded {
            for name in try files.list(partials) ?? [] { try files.remove(Path.join(partials, name)) }
            try files.removeEmptyDirectory(partials)
            knownDirectories.remove(partials)
        }
        superseded = []
    }

    /// Publishes a checkpoint with cosignatures.
    func publish(cosigned: [UInt8]) throws(RecordError) {
        try write(cosigned, to: directory.file(.cosignedCheckpoint), directory: directory.published)
    }

    private func write(_ bytes: [UInt8], to path: String, directory parent: String) throws(RecordError) {
        if !knownDirectories.contains(parent) {
            try files.makeDirectories(parent, permissions: 0o755)
            knownDirectories.insert(parent)
        }
        stagingNumber += 1
        let temporary = Path.join(directory.staging, String(stagingNumber))
        do {
            let file = try files.create(temporary, permissions: 0o644)
            try file.write(bytes)
            try file.close()
            try files.rename(temporary, to: path)
        } catch {
            try? files.remove(temporary)
            throw error
        }
    }
}

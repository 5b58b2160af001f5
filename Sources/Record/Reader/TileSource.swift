/// Where the parts of a record come from: a directory, an HTTP server, memory. Nothing it gives is believed before it
/// was checked against a trusted checkpoint.
public protocol TileSource: Sendable {
    /// The content of a resource, nil when the source does not have it.
    ///
    /// An implementation never returns more than ``RecordResource/maximumBytes``.
    func fetch(_ resource: RecordResource) async throws -> [UInt8]?
}

extension TileSource {
    /// The newest signed checkpoint that the source offers; its signatures are still to be checked.
    public func newestCheckpoint() async throws -> SignedCheckpoint {
        guard let bytes = try await fetch(.checkpoint) else {
            throw RecordError.missing(path: RecordResource.checkpoint.path)
        }
        return try SignedCheckpoint(bytes)
    }
}

/// The published part of a record on this machine.
public struct DirectorySource: TileSource {
    private let published: String
    private let files: any FileLayer

    /// The record in a directory, or a copy of its published part alone: whichever has the checkpoint.
    public init(_ path: String, files: any FileLayer = SystemFiles()) throws(RecordError) {
        let record = RecordDirectory(path)
        for candidate in [record.published, path] {
            let checkpoint = Path.join(candidate, RecordResource.checkpoint.path)
            if try files.read(checkpoint, maximumBytes: RecordResource.checkpoint.maximumBytes) != nil {
                published = candidate
                self.files = files
                return
            }
        }
        throw .directory(path: path, reason: "holds no record")
    }

    /// The published part of a record.
    public init(_ directory: RecordDirectory, files: any FileLayer = SystemFiles()) {
        published = directory.published
        self.files = files
    }

    /// The content of a file, nil when there is none.
    public func fetch(_ resource: RecordResource) async throws -> [UInt8]? {
        try read(resource)
    }

    func read(_ resource: RecordResource) throws(RecordError) -> [UInt8]? {
        try files.read(Path.join(published, resource.path), maximumBytes: resource.maximumBytes)
    }
}

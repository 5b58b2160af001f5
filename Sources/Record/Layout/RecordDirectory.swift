/// The places of a record on disk.
///
/// `published/` is the record as the standards lay it out, to be served, copied or mirrored as it is. `private/` holds
/// what concerns its writer alone: the key, the lock and the journal.
public struct RecordDirectory: Sendable, Hashable {
    /// The directory of the record.
    public let path: String

    /// The record at a path. Nothing is looked at.
    public init(_ path: String) { self.path = path }

    /// What others may see: checkpoint, tiles and entries.
    public var published: String { Path.join(path, "published") }
    /// What they may not.
    public var privatePart: String { Path.join(path, "private") }
    /// The file of the private key, mode 0600.
    public var key: String { Path.join(privatePart, "key") }
    /// The file whose lock the one writer holds.
    var lock: String { Path.join(privatePart, "lock") }
    /// Batches that are durable, but whose tiles may not be yet.
    var journal: String { Path.join(privatePart, "journal") }
    /// Files being written, before they get their names.
    var staging: String { Path.join(privatePart, "staging") }

    /// The file of a resource.
    func file(_ resource: RecordResource) -> String { Path.join(published, resource.path) }
}

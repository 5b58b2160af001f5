/// The checkpoints that were accepted here, by the full key that signed them: the memory that a rewritten history cannot
/// rewrite.
public struct CheckpointArchive: Sendable {
    /// How many checkpoints of one key are kept; the newest ones are.
    static let kept = 64

    private let path: String
    private let files: any FileLayer

    /// The archive in a directory, which is made when something is accepted.
    public init(_ path: String, files: any FileLayer = SystemFiles()) {
        self.path = path
        self.files = files
    }

    /// Where a user's archive belongs: below `XDG_STATE_HOME`, or `~/.local/state` (XDG base directories); nil when the
    /// environment names neither.
    public static func userDirectory(environment: [String: String]) -> String? {
        let own = "parley/checkpoints"
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return Path.join(state, own) }
        return environment["HOME"].map { Path.join($0, ".local/state/" + own) }
    }

    /// The checkpoints accepted for a key, smallest first.
    ///
    /// A file that is no checkpoint by this key is an error, not passed over: the memory was tampered with.
    public func accepted(for key: VerifierKey) throws(RecordError) -> [SignedCheckpoint] {
        let directory = directory(of: key)
        var found: [SignedCheckpoint] = []
        for name in try files.list(directory) ?? [] where UInt64(name) != nil {
            let path = Path.join(directory, name)
            guard let bytes = try files.read(path, maximumBytes: SignedNote.maximumBytes) else { continue }
            let signed = try SignedCheckpoint(bytes)
            try signed.verify(by: key)
            found.append(signed)
        }
        return found.sorted { $0.checkpoint.size < $1.checkpoint.size }
    }

    /// Remembers a checkpoint that was verified against all of ``accepted(for:)``.
    public func accept(_ signed: SignedCheckpoint, for key: VerifierKey) throws(RecordError) {
        let directory = directory(of: key)
        try files.makeDirectories(directory, permissions: 0o700)
        let named = Path.join(directory, "key")
        if try files.read(named, maximumBytes: 4096) == nil {
            try files.replaceDurably(named, with: Array("\(key)\n".utf8))
        }
        let earlier = try accepted(for: key)
        if earlier.contains(where: { $0.isSameStatement(as: signed) }) { return }
        try files.replaceDurably(Path.join(directory, String(signed.checkpoint.size)), with: signed.bytes)
        for old in earlier.dropLast(Self.kept - 1) {
            try files.remove(Path.join(directory, String(old.checkpoint.size)))
        }
    }

    private func directory(of key: VerifierKey) -> String {
        Path.join(path, TreeHash.plain(Array(key.description.utf8)).hexadecimal)
    }
}

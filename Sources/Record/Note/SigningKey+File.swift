extension SigningKey {
    /// Reads a key from its file.
    ///
    /// A file that others may read is refused, as a key in it can no longer be called private.
    public init(readingFrom path: String, files: any FileLayer = SystemFiles()) throws(RecordError) {
        guard let bytes = try files.read(path, maximumBytes: 4096) else { throw .missing(path: path) }
        guard try files.permissions(path) & 0o077 == 0 else {
            throw .directory(path: path, reason: "can be read by others: its mode must be 0600")
        }
        try self.init(fileText: String(decoding: bytes, as: UTF8.self))
    }

    /// Writes the key to a new file of mode 0600, durably; an existing file is never replaced.
    public func write(to path: String, files: any FileLayer = SystemFiles()) throws(RecordError) {
        let file = try files.create(path, permissions: 0o600)
        try file.write(Array(fileText.utf8))
        try file.synchronise()
        try file.close()
        try files.synchroniseDirectory(Path.parent(of: path))
    }
}

extension RecordWriter {
    /// Closes this record and continues it in a new one: with the same private key, or a new one.
    ///
    /// The new record is made first, then this one is closed with an entry that names it, then the new one begins with
    /// an entry that names this one's final checkpoint. Broken off anywhere, the same call, on this record opened again
    /// and with the same arguments, takes it up where it was.
    ///
    /// - Parameters:
    ///   - directory: where the new record goes.
    ///   - origin: its name, which must differ from this one's: two histories never share a name.
    ///   - key: its key, if not the present private key under the new name; ignored when the new record has been made.
    ///   - time: RFC 3339, milliseconds, UTC.
    public func rotate(
        into directory: RecordDirectory, origin: String, key newKey: SigningKey? = nil, time: String,
        limits: Limits = Limits(), files: any FileLayer = SystemFiles()
    ) async throws(RecordError) -> RecordWriter {
        guard !origin.utf8.elementsEqual(key.name.utf8) else {
            throw .inconsistent("the record that continues \(key.name) needs another name")
        }
        let sameKey = try key.renamed(origin)
        let next = try await Self.createOrOpen(directory, key: newKey ?? sameKey, limits: limits, files: files)
        guard next.key.name.utf8.elementsEqual(origin.utf8) else {
            throw .directory(path: directory.path, reason: "holds the record \(next.key.name), not \(origin)")
        }
        if !isClosed {
            let entry = RotationEntry.closed(nextKey: next.key.verifierKey)
            _ = try await append(closing: [try entry.bytes(time: time, salt: Self.salt())])
        }
        if await next.checkpoint.checkpoint.size == 0 {
            let final = checkpoint.keeping([key.verifierKey])
            let entry = RotationEntry.continued(previousKey: key.verifierKey, finalCheckpoint: final)
            try await next.append(try entry.bytes(time: time, salt: Self.salt()))
        }
        return next
    }

    private static func createOrOpen(
        _ directory: RecordDirectory, key: SigningKey, limits: Limits, files: any FileLayer
    ) async throws(RecordError) -> RecordWriter {
        if try Journal.segments(in: directory, files: files)?.isEmpty == false {
            return try await open(directory, limits: limits, files: files)
        }
        return try await create(at: directory, key: key, limits: limits, files: files)
    }

    /// 128 random bits, so that a hash gives nothing away to guessing.
    private static func salt() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return generator.next().bigEndianBytes + generator.next().bigEndianBytes
    }
}

import Accord
import Record

extension PrivateRecord {
    /// Opens the private record of a node, makes its first one where there is none, and takes up a change of day that was broken off.
    ///
    /// - Throws: `RecordError.locked` while another process has it open, else what is wrong with it.
    static func open(directory: NodeDirectory, identity: SigningKey, clock: NodeClock) async throws -> PrivateRecord {
        let restored = try RestoredRecords(directory)
        let known = try origins(in: directory, party: identity.name)
        let today = try RecordOrigin(
            writer: identity.name, scope: .privateRecord, dayOfUnixSeconds: clock.now())
        func made(_ writer: RecordWriter, _ origin: RecordOrigin) -> PrivateRecord {
            PrivateRecord(directory: directory, identity: identity, clock: clock, writer: writer, origin: origin)
        }
        guard let last = known.last else {
            return made(try await create(today, in: directory, identity), today)
        }
        let previous = known.dropLast().last
        if restored.contains(last.description) {
            let beside = try numbered(last, last.number + 1)
            let next = beside.isOlder(than: today) ? today : beside
            let writer = try await create(next, in: directory, identity)
            try await RestoredRecords.tie(writer, to: last, in: directory, clock: clock)
            return made(writer, next)
        }
        let place = RecordDirectory(directory.ownRecord(last.description))
        let writer = try await RecordWriter.open(place)
        guard await writer.checkpoint.checkpoint.size == 0, let previous else {
            guard writer.key.verifierKey.publicKey != identity.verifierKey.publicKey else { return made(writer, last) }
            // The key was changed since: what comes now stands in a record of the new one.
            let beside = try numbered(last, last.number + 1)
            let next = beside.isOlder(than: today) ? today : beside
            let opened = try await writer.rotate(
                into: RecordDirectory(directory.ownRecord(next.description)), origin: next.description,
                key: identity.renamed(next.description), time: EntryTime(unixSeconds: clock.now()).text)
            try await writer.finish()
            return made(opened, next)
        }
        if restored.contains(previous.description) {
            try await RestoredRecords.tie(writer, to: previous, in: directory, clock: clock)
            return made(writer, last)
        }
        try await writer.finish()
        let old = try await RecordWriter.open(RecordDirectory(directory.ownRecord(previous.description)))
        let next = try await old.rotate(
            into: place, origin: last.description, time: EntryTime(unixSeconds: clock.now()).text)
        try await old.finish()
        return made(next, last)
    }

    /// The private records there are, oldest first.
    static func origins(in directory: NodeDirectory, party: String) throws(RecordError) -> [RecordOrigin] {
        let names = try SystemFiles().list(directory.ownRecord("parley/\(party)/private")) ?? []
        return names.compactMap { try? RecordOrigin(parsing: "parley/\(party)/private/\($0)") }
            .sorted { $0.isOlder(than: $1) }
    }

    private static func create(
        _ origin: RecordOrigin, in directory: NodeDirectory, _ identity: SigningKey
    ) async throws -> RecordWriter {
        try await RecordWriter.create(
            at: RecordDirectory(directory.ownRecord(origin.description)), key: identity.renamed(origin.description))
    }

    private static func numbered(_ origin: RecordOrigin, _ number: Int) throws -> RecordOrigin {
        try RecordOrigin(writer: origin.writer, scope: origin.scope, day: origin.day, number: number)
    }
}

extension RecordOrigin {
    /// Whether it is older than another of the same writer and scope.
    fileprivate func isOlder(than other: RecordOrigin) -> Bool { (day, number) < (other.day, other.number) }
}

import Accord
import Record

extension OwnRecord {
    /// The names of our records in this channel, the oldest first, as they lie on the disk.
    func origins() throws -> [RecordOrigin] {
        let folder = context.directory.ownRecord("parley/\(context.party)/to/\(peer)/\(scope.name)")
        let names = try SystemFiles().list(folder) ?? []
        return names.compactMap { name in
            let origin = try? RecordOrigin(parsing: "parley/\(context.party)/to/\(peer)/\(scope.name)/\(name)")
            return origin.flatMap { ChannelScope($0) == scope ? $0 : nil }
        }.sorted { $0.isBefore($1) }
    }

    /// Opens the newest record, or makes the first one, and mends what a crash may have left.
    func open() async throws {
        guard writer == nil else { return }
        if let opening { return try await opening.value }
        let task = Task { try await openNewest() }
        opening = task
        defer { opening = nil }
        try await task.value
    }

    private func openNewest() async throws {
        let known = try origins()
        guard let newest = known.last else {
            try await begin(nil)
            return
        }
        for earlier in known.dropLast() { try await shelve(earlier) }
        let restored = try RestoredRecords(context.directory)
        if restored.contains(newest.description) {
            // The peer may hold more of it than the backup did: it is served as it is, and what comes now stands in another.
            try await shelve(newest)
            let next = try following(newest)
            let place = directory(next)
            try SystemFiles().makeDirectories(place.path, permissions: 0o700)
            let opened = try await RecordWriter.create(
                at: place, key: try context.identity.renamed(next.description))
            try await RestoredRecords.tie(opened, to: newest, in: context.directory, clock: context.clock)
            await take(opened, as: next)
            return
        }
        var opened = try await RecordWriter.open(directory(newest))
        // A crash on the way from one record to the next leaves the next one made and empty: the same step again.
        if let previous = known.dropLast().last, await opened.checkpoint.checkpoint.size == 0 {
            if restored.contains(previous.description) {
                try await RestoredRecords.tie(opened, to: previous, in: context.directory, clock: context.clock)
            } else {
                try await opened.finish()
                let before = try await RecordWriter.open(directory(previous))
                opened = try await rotate(before, into: newest)
            }
        }
        guard opened.key.verifierKey.publicKey != context.identity.verifierKey.publicKey else {
            await take(opened, as: newest)
            return
        }
        // The key was changed since: what comes now stands in a record of the new one.
        let next = try following(newest)
        opened = try await rotate(opened, into: next)
        try await shelve(newest)
        await take(opened, as: next)
    }

    private func rotate(_ writer: RecordWriter, into next: RecordOrigin) async throws -> RecordWriter {
        do {
            let opened = try await writer.rotate(
                into: directory(next), origin: next.description,
                key: try context.identity.renamed(next.description), time: time(context.clock.now()))
            try await writer.finish()
            return opened
        } catch {
            try? await writer.finish()
            throw error
        }
    }

    /// Lets the peer read a record that is not written to any more.
    private func shelve(_ origin: RecordOrigin) async throws {
        let place = directory(origin)
        let checkpoint = try? await DirectorySource(place).newestCheckpoint()
        context.shelf.put(
            origin, key: try SigningKey(readingFrom: place.key).verifierKey, directory: place, newest: checkpoint)
    }

    /// The name of the record after one that can't be written to any more.
    private func following(_ origin: RecordOrigin) throws -> RecordOrigin {
        let today = try todaysOrigin(context.clock.now())
        guard !origin.isBefore(today) else { return today }
        return try RecordOrigin(writer: origin.writer, scope: origin.scope, day: origin.day, number: origin.number + 1)
    }

    /// The writer for entries of a moment: a new one when the day is over.
    func openWriter(at now: Double) async throws -> RecordWriter {
        try await open()
        guard let current = writer, isNewDay(now) else {
            guard let writer else { throw StationError.peer(name: peer, reason: "our record can't be opened") }
            return writer
        }
        return try await begin(current)
    }

    /// Whether the record at hand is of an earlier day. A clock that was put back makes no new record.
    func isNewDay(_ now: Double) -> Bool {
        guard let origin, let today = try? todaysOrigin(now) else { return false }
        return origin.day < today.day
    }

    /// Gives up a writer that has stopped; the next batch opens the record anew.
    func abandonWriter() async {
        let stopped = writer
        writer = nil
        try? await stopped?.finish()
    }

    @discardableResult
    private func begin(_ current: RecordWriter?) async throws -> RecordWriter {
        let now = context.clock.now()
        let next = try todaysOrigin(now)
        let opened: RecordWriter
        if let current {
            opened = try await current.rotate(into: directory(next), origin: next.description, time: time(now))
            context.shelf.publish(current.key.name, await current.checkpoint)
            try await current.finish()
        } else {
            let place = directory(next)
            try SystemFiles().makeDirectories(place.path, permissions: 0o700)
            opened = try await RecordWriter.create(at: place, key: try context.identity.renamed(next.description))
        }
        await take(opened, as: next)
        return opened
    }

    private func take(_ opened: RecordWriter, as origin: RecordOrigin) async {
        writer = opened
        self.origin = origin
        context.shelf.put(
            origin, key: opened.key.verifierKey, directory: opened.directory, newest: await opened.checkpoint)
        context.shelf.publish(origin.description, await opened.checkpoint)
        writersContinuation.yield(opened)
    }

    private func todaysOrigin(_ now: Double) throws -> RecordOrigin {
        try RecordOrigin(
            writer: context.party, scope: scope.originScope(reader: peer), dayOfUnixSeconds: now)
    }

    private func directory(_ origin: RecordOrigin) -> RecordDirectory {
        RecordDirectory(context.directory.ownRecord(origin.description))
    }

    private func time(_ now: Double) -> String { EntryTime(unixSeconds: now).text }
}

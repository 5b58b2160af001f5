import Accord
import Record
import Synchronization

/// The records that this station writes for its peers, as the peer port serves them: each to its one reader.
final class RecordShelf: Sendable {
    /// A record and what tells of its new checkpoints.
    struct Item: Sendable {
        var origin: RecordOrigin
        var key: VerifierKey
        var source: DirectorySource
        var watch: CheckpointWatch
    }

    private let items = Mutex<[String: Item]>([:])

    /// Puts a record on the shelf.
    func put(_ origin: RecordOrigin, key: VerifierKey, directory: RecordDirectory, newest: SignedCheckpoint?) {
        let source = DirectorySource(directory)
        let item = Item(origin: origin, key: key, source: source, watch: CheckpointWatch(source))
        if let newest { item.watch.publish(newest.bytes) }
        items.withLock { if $0[origin.description] == nil { $0[origin.description] = item } }
    }

    /// Tells those who follow a record that it has grown.
    func publish(_ origin: String, _ checkpoint: SignedCheckpoint) {
        items.withLock { $0[origin] }?.watch.publish(checkpoint.bytes)
    }

    /// A record, if it is for this reader.
    func item(_ origin: String, reader: String) -> Item? {
        items.withLock { $0[origin] }.flatMap { $0.origin.reader == reader ? $0 : nil }
    }

    /// The records for a reader under a scope, the oldest first.
    func items(reader: String, scope: ChannelScope) -> [Item] {
        items.withLock { Array($0.values) }
            .filter { $0.origin.reader == reader && ChannelScope($0.origin) == scope }
            .sorted { $0.origin.isBefore($1.origin) }
    }

    /// Takes the records of a channel off the shelf.
    func remove(reader: String, scope: ChannelScope) {
        let gone = items(reader: reader, scope: scope)
        items.withLock { for item in gone { $0[item.origin.description] = nil } }
        for item in gone { item.watch.finish() }
    }

    /// Ends every stream: the port is to be closed.
    func finish() {
        let watches = items.withLock { $0.values.map(\.watch) }
        for watch in watches { watch.finish() }
    }

    /// Lets every stream show a sign of life.
    func beat() {
        let watches = items.withLock { $0.values.map(\.watch) }
        for watch in watches { watch.beat() }
    }
}

extension RecordOrigin {
    /// Whether it comes before another of the same writer, reader and scope.
    func isBefore(_ other: RecordOrigin) -> Bool {
        day == other.day ? number < other.number : day < other.day
    }
}

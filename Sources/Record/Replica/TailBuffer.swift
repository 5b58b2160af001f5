/// Puts together what a live stream of a record brings, entry by entry and checkpoint by checkpoint, into pieces that a
/// replica can check and store. Pure.
///
/// A stream may break, repeat, skip or lie: this only keeps the order. What does not fit is answered with
/// ``Action/catchUp``, upon which the replica reads the tiles instead.
public struct TailBuffer: Sendable {
    /// What to do with what came.
    public enum Action: Sendable, Equatable {
        /// Nothing yet.
        case wait
        /// Give these entries and the checkpoint over them to ``Replica/receive(firstIndex:entries:checkpoint:)``.
        case store(firstIndex: UInt64, entries: [[UInt8]], checkpoint: SignedCheckpoint)
        /// Something is missing: call ``Replica/catchUp(from:)``, then ``TailBuffer/reset(nextIndex:)``.
        case catchUp
        /// The same, towards this checkpoint: give it to ``Replica/notePromise(_:)`` first, so that it can't be taken back.
        case catchUpTowards(SignedCheckpoint)
        /// The checkpoint covers nothing new: give it to ``Replica/compare(_:)``, as it may be of another history.
        case compare(SignedCheckpoint)
    }

    private let maximumEntries: Int
    private let maximumBytes: Int
    private var firstIndex: UInt64
    private var entries: [[UInt8]] = []
    private var bytes = 0

    /// A buffer that expects the entry at `nextIndex`, and holds no more than this many entries and bytes.
    public init(nextIndex: UInt64, maximumEntries: Int = 65_536, maximumBytes: Int = 64 << 20) {
        firstIndex = nextIndex
        self.maximumEntries = maximumEntries
        self.maximumBytes = maximumBytes
    }

    /// The index of the entry that should come next.
    public var nextIndex: UInt64 { firstIndex + UInt64(entries.count) }

    /// Begins anew, at the entry after the last one that is stored.
    public mutating func reset(nextIndex: UInt64) {
        firstIndex = nextIndex
        entries = []
        bytes = 0
    }

    /// An entry came.
    public mutating func receive(_ entry: [UInt8], at index: UInt64) -> Action {
        guard index >= nextIndex else { return .wait }
        guard index == nextIndex, entries.count < maximumEntries, bytes + entry.count <= maximumBytes else {
            return .catchUp
        }
        entries.append(entry)
        bytes += entry.count
        return .wait
    }

    /// A checkpoint came.
    public mutating func receive(_ checkpoint: SignedCheckpoint) -> Action {
        let size = checkpoint.checkpoint.size
        guard size > firstIndex else { return .compare(checkpoint) }
        guard size <= nextIndex else { return .catchUpTowards(checkpoint) }
        let count = Int(size - firstIndex)
        let covered = Array(entries[..<count])
        defer {
            entries.removeFirst(count)
            bytes -= covered.reduce(0) { $0 + $1.count }
            firstIndex = size
        }
        return .store(firstIndex: firstIndex, entries: covered, checkpoint: checkpoint)
    }
}

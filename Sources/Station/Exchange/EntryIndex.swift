import GRDB

/// The index of all entries but `track/1` and `own-track/1`: in which record each stands, when it was written, by whom.
///
/// The records are the truth; ``rebuild()`` makes all of this again.
actor EntryIndex {
    private let database: DatabasePool

    init(_ database: DatabasePool) { self.database = database }

    /// The entries of a query, in the order in which they came.
    func entries(_ query: EntryQuery) async throws -> [IndexedEntry] { [] }

    /// The entry at a place; nil when the index does not have it.
    func entry(at reference: EntryReference) async throws -> IndexedEntry? { nil }

    /// The first receipt of the peer that covers an entry of ours; nil when none has come yet.
    func receipt(for reference: EntryReference) async throws -> Receipt? { nil }
}

/// Where an entry stands: in which record, and at which place of it.
struct EntryReference: Sendable, Hashable, Codable {
    /// The name of the record.
    var origin: String
    /// The place in it, from 0.
    var index: UInt64
}

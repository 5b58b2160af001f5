import Logging
import Record

/// What every channel of a node is given.
struct ChannelContext: Sendable {
    /// The party that this node is of.
    let party: String
    /// Its identity key.
    let identity: SigningKey
    /// The places on disk.
    let directory: NodeDirectory
    /// The time.
    let clock: NodeClock
    /// The index of entries.
    let index: EntryIndex
    /// Documents by hash.
    let documents: DocumentStore
    /// Where contradictions are kept.
    let evidence: EvidenceStore
    /// What is asked of peers' entries.
    let policy: EntryPolicy
    /// Who the peers are.
    let register: PeerRegister
    /// Makes the clients that talk to them.
    let clients: PeerClientFactory
    /// The records that are served.
    let shelf: RecordShelf
    /// What is measured.
    let metrics: ExchangeMetrics
    /// How fast a peer's entries are taken.
    let pace: IntakePace.Limits
    /// How much of each peer was taken today.
    let quotas: IntakeQuotas
    /// Whether there is so little room on the disk that what may wait has to.
    let isDiskShort: @Sendable () -> Bool
    /// Told of what can't be missed: a peer contradicts itself, and how.
    let onAlarm: @Sendable (_ peer: String, _ reason: String) -> Void
    /// For what goes wrong; never for secrets.
    let logger: Logger
}

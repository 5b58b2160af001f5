import GRDB
import Logging
import Record

/// What every part of a node is given: where it lives, who it is, and whom to tell.
struct NodeContext: Sendable {
    /// The places on disk.
    let directory: NodeDirectory
    /// What `station.json` says.
    let settings: NodeSettings
    /// The time.
    let clock: NodeClock
    /// The identity key of the party, named after it.
    let identity: SigningKey
    /// The keys that the party had before, the oldest first.
    let formerKeys: [VerifierKey]
    /// `station.sqlite`, shared by all parts; each brings its own tables with a migrator of its own.
    let database: DatabasePool
    /// Where what is not shared is written.
    let privateRecord: PrivateRecord
    /// What writes down the own tracks; a part that keeps the list of own aircraft tells it which they are.
    let ownTracks: OwnTrackJournal
    /// The picture as it is shown.
    let board: PictureBoard
    /// What drives the picture.
    let runner: PictureRunner
    /// The pages that listen.
    let hub: EventHub
    /// What is measured.
    let metrics: StationMetrics
    /// How much room the disk has.
    let disk: DiskGuard
    /// Where what people do is written down.
    let log: ActLog
    /// For what goes wrong; never for secrets.
    let logger: Logger

    /// The party that this node is of.
    var party: String { settings.name }
}

import Accord
import Foundation
import Logging
import ServiceLifecycle

/// The line in the running station: a desk for each peer, fed with entries, asked by people, carried out here.
///
/// The desks decide; this actor writes what they decide, tells the pages what changed, and sees to what is owed each second.
actor LineService {
    /// An entry of a peer that could not be taken, for the screen.
    struct Fault: Sendable {
        var reference: EntryReference
        var atUnixSeconds: Double
        var reason: String
    }

    /// This station's party.
    nonisolated let party: String
    nonisolated let clock: NodeClock
    nonisolated let logger: Logger
    let carriers: any LineCarriers
    private let publish: @Sendable (_ json: [UInt8]) -> Void

    var desks: [String: LineDesk] = [:]
    var lines: [String: LineCarrier] = [:]
    var faults: [String: [Fault]] = [:]
    /// What is being written by itself, so that it isn't written twice.
    var owing: [String: Set<String>] = [:]
    /// Escalation steps that the pages were told of.
    var stepsTold: [String: [LineKey: Int]] = [:]
    var wordTold: [String: LineStanding.Word] = [:]
    /// When an entry of before the start last came: nothing is owed while the past is still coming in.
    var historyUnixSeconds: Double

    /// No more faults of one peer are kept; the newest are.
    static let mostFaults = 20
    /// What is settled is kept here so long; the records keep it for good.
    static let keptSeconds = 36.0 * 3_600
    static let historySettlesSeconds = 2.0
    /// Receipts that tell of no message yet are kept so long: by then whatever they cover has come.
    static let receiptsKeptSeconds = 600.0
    /// No watch has so many: what is beyond is not taken, and said so.
    static let mostMessages = 20_000

    /// - Parameter publish: tells the pages, as the event `line`.
    init(
        party: String, clock: NodeClock, carriers: any LineCarriers, logger: Logger,
        publish: @escaping @Sendable (_ json: [UInt8]) -> Void
    ) {
        self.party = party
        self.clock = clock
        self.carriers = carriers
        self.logger = logger
        self.publish = publish
        historyUnixSeconds = clock.now()
    }

    /// The desk of a peer, made where there is none yet.
    func withDesk<Result>(of peer: String, _ body: (inout LineDesk) throws -> Result) rethrows -> Result {
        // Taken out meanwhile: what is changed in place must have one owner, or all of it is copied.
        var desk = desks.removeValue(forKey: peer) ?? LineDesk(lines[peer]?.terms ?? .init(party: party, peer: peer))
        defer { desks[peer] = desk }
        return try body(&desk)
    }

    /// Tells the pages what changed.
    func tell(_ peer: String, _ changes: LineDesk.Changes) {
        guard !changes.isEmpty, let desk = desks[peer] else { return }
        let now = clock.now()
        var writer = JSONWriter()
        writer.object {
            $0.field("peer", peer)
            $0.key("line")
            desk.writeHead(lines[peer], faults: faults[peer] ?? [], at: now, to: &$0)
            $0.array("messages") { list in
                for key in desk.inOrder(changes.messages) { desk.write(key, at: now, to: &list) }
            }
            if let arrived = changes.arrived, arrived.side == .theirs { $0.field("arrived", arrived.identifier) }
        }
        publish(writer.bytes)
    }
}

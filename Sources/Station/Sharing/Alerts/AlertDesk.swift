import Accord
import Synchronization

/// The alerts across parties, both ways, and who has seen them.
final class AlertDesk: EntryHandler {
    /// One alert.
    struct Shared: Sendable {
        /// The other party.
        var peer: String
        /// Under which agreement.
        var agreement: String
        /// What it says.
        var body: AlertBody
        /// Whether it is ours.
        var isOurs: Bool
        /// When it was written, Unix seconds.
        var writtenUnixSeconds: Double
        /// Where it stands in the record.
        var reference: EntryReference
        /// When it was stored here, by our clock, Unix seconds; nil: it is ours.
        var receivedUnixSeconds: Double?
        /// Whether it came long after it was written: it is no news, and calls nobody.
        var isLate = false
        /// When the reader's station had stored it, as it signed; nil: it hasn't said so.
        var storedUnixSeconds: Double?
        /// Who of the reader's people pressed that it is seen; nil: nobody yet.
        var seenBy: Person?
        /// When that was written.
        var seenUnixSeconds: Double?
        /// Whether it is over.
        var isOver = false
        /// Whether its agreement did not let it be written when it came: it is shown, and calls nobody.
        var isOutside = false

        /// What tells it from others.
        var key: String { AlertDesk.key(peer, agreement, body.alert, isOurs) }
    }

    let types: Set<String> = [AlertBody.type, AlertSeenBody.type, AlertEndedBody.type]
    private let alerts = Mutex(Remembered<Shared>(most: AlertDesk.most))
    private let tell: @Sendable () -> Void

    /// Alerts that are remembered of each side of each peer; of those that are over the oldest go first.
    private static let most = 500

    /// Whether what came was outside the standing of its agreement, given whether it speaks of distress.
    typealias OutsideCheck = @Sendable (_ received: ReceivedEntry, _ isDistress: Bool) async -> Bool

    private let isOutside: OutsideCheck

    /// - Parameters:
    ///   - tell: called when something has changed.
    ///   - isOutside: asked of each alert of a peer.
    init(tell: @escaping @Sendable () -> Void, isOutside: @escaping OutsideCheck = { _, _ in false }) {
        self.tell = tell
        self.isOutside = isOutside
    }

    private static func key(_ peer: String, _ agreement: String, _ alert: String, _ isOurs: Bool) -> String {
        "\(isOurs ? "sent" : "received")|\(peer)|\(agreement)|\(alert)"
    }

    /// All that is remembered, the newest first.
    var all: [Shared] { alerts.withLock { $0.newest() } }

    /// An alert of a peer; nil: there is none.
    func received(_ alert: String, from peer: String, under agreement: String) -> Shared? {
        alerts.withLock { $0[Self.key(peer, agreement, alert, false)] }
    }

    /// Our alerts for a peer that are not over: after a restart those of before, which nobody else would end.
    func open(for peer: String, under agreement: String) -> [String] {
        alerts.withLock { alerts in
            alerts.values.filter { $0.isOurs && !$0.isOver && $0.peer == peer && $0.agreement == agreement }
                .map(\.body.alert).sorted()
        }
    }

    func take(_ received: ReceivedEntry) async {
        var isOutside = false
        if let body = try? received.entry.body(AlertBody.self) {
            isOutside = await self.isOutside(received, EntryPermission.isDistress(body))
        }
        take(
            received.entry, received.scope, peer: received.peer, at: received.reference, received,
            isOutside: isOutside)
    }

    func take(_ sent: SentEntry) async {
        take(sent.entry, sent.scope, peer: sent.peer, at: sent.reference, nil)
    }

    /// - Parameter received: how it came; nil: it is ours.
    private func take(
        _ entry: Entry, _ scope: ChannelScope, peer: String, at reference: EntryReference, _ received: ReceivedEntry?,
        isOutside: Bool = false
    ) {
        guard case .agreement(let agreement) = scope else { return }
        let isOurs = received == nil
        if let body = try? entry.body(AlertBody.self) {
            var shared = Shared(
                peer: peer, agreement: agreement, body: body, isOurs: isOurs, writtenUnixSeconds: entry.atUnixSeconds,
                reference: reference, receivedUnixSeconds: received?.receivedUnixSeconds,
                isLate: received?.isLate ?? false)
            shared.isOutside = isOutside
            alerts.withLock { [shared] in
                $0.keep(shared, as: shared.key, of: .init(peer: peer, isOurs: isOurs)) { $0.isOver }
            }
        } else if let body = try? entry.body(AlertSeenBody.self) {
            // Whoever writes it has seen an alert of the other's record.
            change(Self.key(peer, agreement, body.alert, !isOurs)) {
                $0.seenBy = body.by
                $0.seenUnixSeconds = entry.atUnixSeconds
            }
        } else if let body = try? entry.body(AlertEndedBody.self) {
            change(Self.key(peer, agreement, body.alert, isOurs)) { $0.isOver = true }
        }
        tell()
    }

    func seen(by peer: String, origin: String, size: UInt64, atUnixSeconds: Double) async {
        let isChanged = alerts.withLock { alerts in
            alerts.changeAll { alert in
                guard alert.isOurs, alert.peer == peer, alert.reference.origin == origin, alert.reference.index < size,
                    alert.storedUnixSeconds == nil
                else { return false }
                alert.storedUnixSeconds = atUnixSeconds
                return true
            }
        }
        if isChanged { tell() }
    }

    /// A person has seen an alert of a peer, and its agreement lets nothing be sent any more: it is known here.
    func see(_ alert: Shared, by person: Person, atUnixSeconds seconds: Double) {
        change(alert.key) {
            $0.seenBy = person
            $0.seenUnixSeconds = seconds
        }
        tell()
    }

    private func change(_ key: String, _ body: (inout Shared) -> Void) {
        alerts.withLock { $0.change(key, body) }
    }
}

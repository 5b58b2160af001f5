import Accord
import Synchronization

/// Which zones of which agreements are active, by their times and by the word of those who may say so.
final class ZoneDesk: EntryHandler {
    let types: Set<String> = [ZoneBody.type]
    private let shelf: AgreementShelf
    private let party: String
    private let words = Mutex(ZoneWords())
    private let watched = Mutex<[String: WatchedZone]>([:])

    init(shelf: AgreementShelf, party: String) {
        self.shelf = shelf
        self.party = party
    }

    func take(_ received: ReceivedEntry) async {
        take(received.entry, received.scope, from: received.peer, receivedUnixSeconds: received.receivedUnixSeconds)
    }

    func take(_ sent: SentEntry) async { take(sent.entry, sent.scope, from: party) }

    private func take(
        _ entry: Entry, _ scope: ChannelScope, from writer: String, receivedUnixSeconds: Double? = nil
    ) {
        guard case .agreement(let agreement) = scope, let body = try? entry.body(ZoneBody.self) else { return }
        let word = ZoneWord(
            body, of: writer, saidUnixSeconds: entry.atUnixSeconds, receivedUnixSeconds: receivedUnixSeconds)
        let agreed = shelf.agreement(agreement).map { Set($0.document.agreement.zones.map(\.identifier)) }
        words.withLock { $0.take(word, on: body.zone, of: agreement, agreed: agreed) }
    }

    /// The last word of those who may give it: the one that holds at a time, else the one that is to come; nil: there is none.
    func word(on zone: AgreedZone, of agreement: String, at time: Double) -> ZoneWord? {
        words.withLock {
            $0.word(on: zone, of: agreement, at: time) ?? $0.coming(on: zone, of: agreement, after: time)
        }
    }

    /// Whether a zone is active at a time: by the last word that was given on it, else by its own times.
    func isActive(_ zone: AgreedZone, of agreement: String, at time: Double) -> Bool {
        guard let word = words.withLock({ $0.word(on: zone, of: agreement, at: time) }) else {
            return zone.isScheduled(atUnixSeconds: time)
        }
        switch word.state {
        case .active: return time <= word.untilUnixSeconds ?? .infinity || zone.isScheduled(atUnixSeconds: time)
        case .released: return time > word.untilUnixSeconds ?? .infinity && zone.isScheduled(atUnixSeconds: time)
        }
    }

    /// The zones that are active at a time, made ready.
    func active(at time: Double) -> [WatchedZone] {
        var found: [WatchedZone] = []
        for standing in shelf.current {
            guard standing.document.agreement.isInTerm(atUnixSeconds: time) else { continue }
            for zone in standing.document.agreement.zones where isActive(zone, of: standing.identifier, at: time) {
                let key = "\(standing.document.sha256)|\(zone.identifier)"
                let ready = watched.withLock { watched in
                    if let known = watched[key] { return known }
                    if watched.count > 1_000 { watched.removeAll() }
                    let made = WatchedZone(zone, of: standing.identifier)
                    watched[key] = made
                    return made
                }
                found.append(ready)
            }
        }
        return found
    }
}

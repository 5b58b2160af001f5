import Accord
import Synchronization

/// Which zones of which agreements are active, by their times and by the word of those who may say so.
final class ZoneDesk: EntryHandler {
    /// What was said last of a zone.
    struct Word: Sendable, Hashable {
        /// Active or released.
        var state: ZoneBody.State
        /// From when, Unix seconds.
        var fromUnixSeconds: Double
        /// Until when; nil: until it is released.
        var untilUnixSeconds: Double?
        /// Whose word it is.
        var party: String
        /// Who gave it.
        var by: Person
        /// When it was written.
        var saidUnixSeconds: Double
    }

    let types: Set<String> = [ZoneBody.type]
    private let shelf: AgreementShelf
    private let party: String
    private let words = Mutex<[String: Word]>([:])
    private let watched = Mutex<[String: WatchedZone]>([:])

    init(shelf: AgreementShelf, party: String) {
        self.shelf = shelf
        self.party = party
    }

    func take(_ received: ReceivedEntry) async { take(received.entry, received.scope, from: received.peer) }

    func take(_ sent: SentEntry) async { take(sent.entry, sent.scope, from: party) }

    private func take(_ entry: Entry, _ scope: ChannelScope, from writer: String) {
        guard case .agreement(let agreement) = scope, let body = try? entry.body(ZoneBody.self) else { return }
        let word = Word(
            state: body.state, fromUnixSeconds: body.from.unixSeconds, untilUnixSeconds: body.until?.unixSeconds,
            party: writer, by: body.by, saidUnixSeconds: entry.atUnixSeconds)
        words.withLock { words in
            let key = "\(agreement)|\(body.zone)|\(writer)"
            // Three parties hear it in records of their own: the latest word of each counts.
            guard words[key]?.saidUnixSeconds ?? -.infinity <= word.saidUnixSeconds else { return }
            words[key] = word
        }
    }

    /// What was said last of a zone by those who may; nil: nothing.
    func word(on zone: AgreedZone, of agreement: String) -> Word? {
        words.withLock { words in
            zone.activators.compactMap { words["\(agreement)|\(zone.identifier)|\($0)"] }
                .max { $0.saidUnixSeconds < $1.saidUnixSeconds }
        }
    }

    /// Whether a zone is active at a time: by the last word that was given on it, else by its own times.
    func isActive(_ zone: AgreedZone, of agreement: String, at time: Double) -> Bool {
        guard let word = word(on: zone, of: agreement), word.fromUnixSeconds <= time else {
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

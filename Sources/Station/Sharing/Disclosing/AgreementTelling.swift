import Accord
import Airspace

/// What this station tells under one agreement: positions of its own aircraft and alerts, each to each peer. A pure machine.
struct AgreementTelling: Sendable {
    /// What is to be written now.
    struct Due: Sendable {
        /// Openings of pseudonyms for the private record, before all else.
        var names: [PseudonymBody] = []
        /// For each peer the entries in their order.
        var entries: [String: [any EntryBody]] = [:]
    }

    /// What a peer was told last of an aircraft.
    struct Told: Sendable {
        /// Our identifier of it.
        var identifier: String
        /// What was told.
        var body: TrackBody
        /// When, Unix seconds.
        var atUnixSeconds: Double
    }

    /// The version whose rules hold.
    private(set) var sha256: String
    /// What each peer has now, by pseudonym.
    private(set) var told: [String: [String: Told]] = [:]
    private var disclosure: Disclosure
    private var ledgers: [String: AlertLedger] = [:]
    private let startUnixSeconds: Double
    private var names: [String: String] = [:]
    /// When each peer was told last of each pseudonym, also of one that had ended in between.
    private var lastTold: [String: [String: Double]] = [:]
    /// What each peer called each aircraft of which it was told until it fell silent, by identifier: when that was.
    private var silent: [String: [String: (name: String, sinceUnixSeconds: Double)]] = [:]
    private var nextForgettingUnixSeconds = -Double.infinity
    private static let forgettingSeconds = 60.0

    init(_ standing: StandingAgreement, party: String, pseudonyms: Pseudonyms, startUnixSeconds: Double) {
        sha256 = standing.document.sha256
        disclosure = Disclosure(standing.document.agreement, party: party, pseudonyms: pseudonyms)
        self.startUnixSeconds = startUnixSeconds
    }

    /// The rules made ready, for asking why nothing is told.
    var book: DisclosureBook { disclosure.book }

    /// What is due in a second. Alerts come before the positions that are finer because of them, so that the record proves itself.
    mutating func step(
        _ states: [OwnTrackState], own: OwnAircraft, concerns: [SharedConcern], under standing: StandingAgreement,
        at now: Double
    ) -> Due {
        if standing.document.sha256 != sha256 {
            sha256 = standing.document.sha256
            disclosure.amend(standing.document.agreement)
        }
        var due = Due()
        var conflicts: [String: Set<String>] = [:]
        for peer in standing.peers {
            var ledger = ledgers[peer] ?? AlertLedger(startUnixSeconds: startUnixSeconds)
            let known = told[peer] ?? [:]
            let named = Dictionary(known.map { ($0.value.identifier, $0.key) }, uniquingKeysWith: { one, _ in one })
            let agreement = book.agreement
            due.entries[peer] = ledger.step(concerns.filter { $0.peer == peer || $0.peer.isEmpty }, at: now) { own in
                guard let name = named[own], let told = known[name] else {
                    // Of one that fell silent its distress alone can still be told, and nothing about where it is.
                    return silent[peer]?[own].map { AlertLedger.Known(name: $0.name, precision: nil, isSilent: true) }
                }
                return AlertLedger.Known(
                    name: name, precision: AlertPrecision(told: told.body, under: agreement))
            }
            conflicts[peer] = ledger.ownInConflict
            ledgers[peer] = ledger
        }
        // What was told just before the station was started again is not known: a rule's interval is waited for.
        guard now < startUnixSeconds || now - startUnixSeconds >= longestIntervalSeconds else { return due }
        let situation = Disclosure.Situation(
            nowUnixSeconds: now, flow: standing.flow, own: own, conflicts: conflicts)
        for action in disclosure.step(states, in: situation) {
            switch action {
            case .name(let body):
                due.names.append(body)
                names[body.pseudonym] = body.track
            case .tell(let peer, let body):
                let last = lastTold[peer]?[body.track] ?? -.infinity
                let identifier = names[body.track] ?? body.track
                let isFine = body.emergency != nil || conflicts[peer]?.contains(identifier) == true
                guard now - last >= intervalSeconds(of: body, isFine: isFine) - 0.001 else { continue }
                lastTold[peer, default: [:]][body.track] = now
                told[peer, default: [:]][body.track] = Told(identifier: identifier, body: body, atUnixSeconds: now)
                silent[peer]?[identifier] = nil
                due.entries[peer, default: []].append(body)
            case .end(let peer, let body):
                if let last = told[peer]?.removeValue(forKey: body.track), body.reason == .silent {
                    silent[peer, default: [:]][last.identifier] = (body.track, now)
                }
                due.entries[peer, default: []].append(body)
            }
        }
        forget(at: now)
        return due
    }

    /// Once a minute: what no rule can ask for any more.
    private mutating func forget(at now: Double) {
        guard now >= nextForgettingUnixSeconds || now < nextForgettingUnixSeconds - Self.forgettingSeconds else {
            return
        }
        nextForgettingUnixSeconds = now + Self.forgettingSeconds
        lastTold = lastTold.mapValues { $0.filter { now - $0.value < 3_600 } }
        silent = silent.mapValues { $0.filter { now - $0.value.sinceUnixSeconds < 3_600 } }
        names = names.filter { disclosure.hasPseudonym($0.value) }
    }

    /// The longest interval of any rule, seconds; no longer than is reasonable to be silent after a start.
    private var longestIntervalSeconds: Double {
        min(disclosure.book.agreement.disclosure.map(\.precision.everySeconds).max() ?? 0, 60)
    }

    /// The interval that the rule of a position has.
    ///
    /// - Parameter isFine: whether that of a conflict holds. The grids don't tell: they may be the same, and only the pace another.
    private func intervalSeconds(of body: TrackBody, isFine: Bool) -> Double {
        guard let rule = disclosure.book.agreement.disclosure.first(where: { $0.identifier == body.rule }) else {
            return 0
        }
        return (isFine ? rule.conflictPrecision ?? rule.precision : rule.precision).everySeconds
    }
}

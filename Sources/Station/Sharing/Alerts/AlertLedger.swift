import Accord
import Airspace

/// What this station has told one peer of under one agreement, and what it is to tell next: a pure machine.
///
/// An alert is told when it comes, again under a new name when it worsens, and its end. Numbers that only move on are not told each
/// second: both sides compute them from the same tracks.
struct AlertLedger: Sendable {
    private struct Told: Sendable {
        var alert: String
        var concern: SharedConcern
        var misses = 0
    }

    /// What the peer has of an aircraft of ours.
    struct Known: Sendable {
        /// Its pseudonym.
        var name: String
        /// How exactly an alert may speak of it; nil: no rule gives any number.
        var precision: AlertPrecision?
        /// Whether it fell silent, and the peer is told nothing more of where it is: only distress can be told of it.
        var isSilent = false
    }

    private var told: [String: Told] = [:]
    private var count = 0
    private let prefix: String

    /// Seconds without the concern that end an alert, so that it doesn't flicker.
    private static let releasing = 3
    /// More alerts than this are not open at once with one peer.
    private static let most = 500

    /// - Parameter startUnixSeconds: when the station started: names of alerts are unique in a record over restarts.
    init(startUnixSeconds: Double) {
        prefix = String(Int(max(0, min(startUnixSeconds * 10, 1e15))), radix: 36)
    }

    /// Our aircraft in a conflict with one of the peer's that the peer has been told of.
    var ownInConflict: Set<String> {
        Set(told.values.filter { $0.concern.kind == .conflict || $0.concern.kind == .loss }.compactMap(\.concern.own))
    }

    /// The entries of a second.
    ///
    /// - Parameters:
    ///   - concerns: what concerns this peer now.
    ///   - known: what the peer has of an aircraft of ours; nil: it is told nothing of it, and so nothing of the alert.
    mutating func step(
        _ concerns: [SharedConcern], at time: Double, known has: (String) -> Known?
    ) -> [any EntryBody] {
        var bodies: [any EntryBody] = []
        var present: Set<String> = []
        for concern in concerns {
            present.insert(concern.key)
            let known = told[concern.key]
            if let known, !concern.isWorse(than: known.concern) {
                told[concern.key]?.misses = 0
                continue
            }
            var own: Known?
            if let identifier = concern.own {
                own = has(identifier)
                guard let own, !own.isSilent || concern.kind == .distress else { continue }
            }
            guard known != nil || told.count < Self.most else { continue }
            if let known { bodies.append(AlertEndedBody(alert: known.alert)) }
            count += 1
            let alert = "\(prefix)-\(count)"
            told[concern.key] = Told(alert: alert, concern: concern)
            bodies.append(Self.body(alert, concern, own: own, at: time))
        }
        for key in told.keys.sorted() where !present.contains(key) {
            guard var known = told[key] else { continue }
            known.misses += 1
            told[key] = known.misses >= Self.releasing ? nil : known
            if known.misses >= Self.releasing { bodies.append(AlertEndedBody(alert: known.alert)) }
        }
        return bodies
    }

    /// What is told of a concern: of an aircraft of ours no more than the peer is told of it otherwise.
    private static func body(_ alert: String, _ concern: SharedConcern, own: Known?, at time: Double) -> AlertBody {
        let exact = AlertBody(
            alert: alert, kind: concern.kind, level: concern.level,
            tracks: [concern.foreign, own?.name].compactMap { $0 }, secondsToLoss: concern.seconds,
            horizontalNM: concern.horizontalNM, verticalFt: concern.verticalFt, zone: concern.zone,
            time: EntryTime(unixSeconds: time))
        if let own { return own.precision?.rounded(exact) ?? AlertPrecision.bare(exact) }
        // It is the peer's own aircraft: a hundredth of a mile and a tenth of a second are enough.
        var rounded = exact
        rounded.secondsToLoss = exact.secondsToLoss.map { ($0 * 10).rounded() / 10 }
        rounded.horizontalNM = exact.horizontalNM.map { ($0 * 100).rounded() / 100 }
        rounded.verticalFt = exact.verticalFt.map { $0.rounded() }
        return rounded
    }
}

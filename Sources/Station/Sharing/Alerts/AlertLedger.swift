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
    ///   - pseudonym: what the peer knows an aircraft of ours as; nil: it is told nothing of it, and so nothing of the alert.
    mutating func step(
        _ concerns: [SharedConcern], at time: Double, pseudonym: (String) -> String?
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
            var names: [String] = []
            if let foreign = concern.foreign { names.append(foreign) }
            if let own = concern.own {
                guard let name = pseudonym(own) else { continue }
                names.append(name)
            }
            guard known != nil || told.count < Self.most else { continue }
            if let known { bodies.append(AlertEndedBody(alert: known.alert)) }
            count += 1
            let alert = "\(prefix)-\(count)"
            told[concern.key] = Told(alert: alert, concern: concern)
            bodies.append(
                AlertBody(
                    alert: alert, kind: concern.kind, level: concern.level, tracks: names,
                    secondsToLoss: concern.seconds.map { ($0 * 10).rounded() / 10 },
                    horizontalNM: concern.horizontalNM.map { ($0 * 100).rounded() / 100 },
                    verticalFt: concern.verticalFt.map { $0.rounded() }, zone: concern.zone,
                    time: EntryTime(unixSeconds: time)))
        }
        for key in told.keys.sorted() where !present.contains(key) {
            guard var known = told[key] else { continue }
            known.misses += 1
            told[key] = known.misses >= Self.releasing ? nil : known
            if known.misses >= Self.releasing { bodies.append(AlertEndedBody(alert: known.alert)) }
        }
        return bodies
    }
}

import Airspace
import Foundation
import Separation

/// Finds out which disclosed aircraft this station's own receivers see too, so that each is shown once.
///
/// A disclosed track carries no address. It is taken for a track of our own picture when that one alone was where, as high as and as fast
/// as several disclosed positions in a row say, each at its own time and within what its precision leaves open, and no other disclosed
/// track may mean the same one. Where two would do, where no velocity is told, and where a place may mean miles, nothing is guessed and
/// both are shown: an aircraft that is wrongly taken for another would be in no conflict any more.
struct SharedAircraft: Sendable {
    /// Seconds in a row that make a link.
    static let confirmingSeconds = 5
    /// Disclosed positions in a row that make a link.
    static let confirmingPositions = 3
    /// Seconds in a row that end one.
    static let releasingSeconds = 3

    private struct Link: Sendable {
        var own: String
        var hits = 0
        var positions = 0
        var positionUnixSeconds = 0.0
        var misses = 0
        var isMade = false
    }

    private var links: [String: Link] = [:]
    private var past = PastSky()

    /// The own track that a disclosed one is, by identifiers.
    func own(of foreign: String) -> String? { links[foreign].flatMap { $0.isMade ? $0.own : nil } }

    /// One second: which disclosed tracks are which of our own.
    ///
    /// - Parameters:
    ///   - own: tracks of our receivers, carried to `time`; what is known to be ours must not be among them.
    ///   - foreign: disclosed tracks, each at its own time.
    mutating func match(own: [AlertTrack], foreign: [ForeignTrack], at time: Double) {
        if foreign.contains(where: { $0.ageSeconds(at: time) > PastSky.stepSeconds }) {
            past.note(own, at: time)
        } else {
            past.forget()
        }
        let sky = OwnSky(own, past: past, at: time)
        let taken = Dictionary(
            links.filter { $0.value.isMade }.map { ($0.value.own, $0.key) }, uniquingKeysWith: { one, _ in one })
        var candidates: [Int: [(own: String, closeness: Double)]] = [:]
        var claims: [String: Int] = [:]
        var holds: Set<Int> = []
        for (index, track) in foreign.enumerated() {
            if let closeness = sky.closeness(of: track, to: track.pseudonym), closeness <= Self.ambiguous {
                // The rule gave its address, and it is where we see it: no guess is needed. A name alone is not believed.
                links[track.identifier] = Link(own: track.pseudonym, isMade: true)
                holds.insert(index)
                continue
            }
            for (other, closeness) in sky.near(track, within: Self.ambiguous) {
                let link = links[track.identifier]
                if link?.own == other, closeness <= Self.holding { holds.insert(index) }
                // One that is linked already is accounted for.
                if let linked = taken[other], linked != track.identifier { continue }
                candidates[index, default: []].append((other, closeness))
                if link?.isMade != true || closeness <= 1 { claims[other, default: 0] += 1 }
            }
        }
        var present: Set<String> = []
        for (index, track) in foreign.enumerated() {
            present.insert(track.identifier)
            let found = candidates[index] ?? []
            var only: String?
            if found.count == 1, claims[found[0].own] == 1, found[0].closeness <= 1, track.mayBeGuessed {
                only = found[0].own
            }
            update(track, only: only, isHeld: holds.contains(index))
        }
        links = links.filter { present.contains($0.key) }
    }

    private mutating func update(_ foreign: ForeignTrack, only: String?, isHeld: Bool) {
        let identifier = foreign.identifier
        let position = foreign.state.timeUnixSeconds
        guard var link = links[identifier], link.isMade || link.own == only else {
            links[identifier] = only.map { Link(own: $0, hits: 1, positions: 1, positionUnixSeconds: position) }
            return
        }
        if link.isMade {
            link.misses = isHeld ? 0 : link.misses + 1
            links[identifier] = link.misses >= Self.releasingSeconds ? nil : link
            return
        }
        link.hits += 1
        if position != link.positionUnixSeconds { link.positions += 1 }
        link.positionUnixSeconds = position
        link.isMade = link.hits >= Self.confirmingSeconds && link.positions >= Self.confirmingPositions
        links[identifier] = link
    }

    /// In units of what the disclosed one may be off by: as near as this, another one makes a guess doubtful.
    private static let ambiguous = 2.0
    /// As near as this a link holds on: no jitter may part what was found.
    private static let holding = 1.25
}

import Airspace
import Foundation
import Separation

/// Finds out which disclosed aircraft this station's own receivers see too, so that each is shown once.
///
/// A disclosed track carries no address. It is taken for a track of our own picture when, for some seconds on end, that one alone lies
/// within what the disclosed place, level and velocity may mean, and no other disclosed track may mean the same one. Where two would do,
/// nothing is guessed and both are shown. A link that was found holds until the two part.
struct SharedAircraft: Sendable {
    /// Seconds in a row that make a link.
    static let confirmingSeconds = 5
    /// Seconds in a row that end one.
    static let releasingSeconds = 3

    private struct Link: Sendable {
        var own: String
        var hits = 0
        var misses = 0
        var isMade = false
    }

    private var links: [String: Link] = [:]

    /// The own track that a disclosed one is, by identifiers.
    func own(of foreign: String) -> String? { links[foreign].flatMap { $0.isMade ? $0.own : nil } }

    /// One second: which disclosed tracks are which of our own.
    ///
    /// - Parameters:
    ///   - own: tracks of our receivers, carried forward; what is known to be ours must not be among them.
    ///   - foreign: disclosed tracks, carried forward, with their uncertainty.
    mutating func match(own: [AlertTrack], foreign: [AlertTrack]) {
        let places = own.map { EarthCentred(footOf: $0.state.position) }
        let order = places.indices.sorted { places[$0].z < places[$1].z }
        let heights = order.map { places[$0].z }
        let taken = Dictionary(
            links.filter { $0.value.isMade }.map { ($0.value.own, $0.key) }, uniquingKeysWith: { one, _ in one })

        var candidates: [Int: [Int]] = [:]
        var claims: [Int: Int] = [:]
        var holds: Set<Int> = []
        let named = Dictionary(own.indices.map { (own[$0].identifier, $0) }, uniquingKeysWith: { one, _ in one })
        for (index, track) in foreign.enumerated() {
            let place = EarthCentred(footOf: track.state.position)
            if let pseudonym = track.identifier.split(separator: ":").last, let other = named[String(pseudonym)],
                Self.closeness(track, own[other], chord: (place - places[other]).length) != nil
            {
                // The rule gave its address, and it is where we see it: no guess is needed. A name alone is not believed.
                links[track.identifier] = Link(own: own[other].identifier, isMade: true)
                holds.insert(index)
                continue
            }
            let reach = 2 * (track.uncertaintyMetres + Self.receiverMetres)
            var rank = heights.lowerBound(of: place.z - reach)
            while rank < order.count, heights[rank] <= place.z + reach {
                let other = order[rank]
                rank += 1
                guard let closeness = Self.closeness(track, own[other], chord: (place - places[other]).length)
                else { continue }
                if links[track.identifier]?.own == own[other].identifier, closeness <= 2 { holds.insert(index) }
                // One that is linked already is accounted for.
                if let linked = taken[own[other].identifier], linked != track.identifier { continue }
                candidates[index, default: []].append(other)
                if links[track.identifier]?.isMade != true || closeness <= 1 { claims[other, default: 0] += 1 }
            }
        }
        var present: Set<String> = []
        for (index, track) in foreign.enumerated() {
            present.insert(track.identifier)
            let found = candidates[index] ?? []
            let only = found.count == 1 && claims[found[0]] == 1 ? own[found[0]].identifier : nil
            update(track.identifier, only: only, isHeld: holds.contains(index))
        }
        links = links.filter { present.contains($0.key) }
    }

    private mutating func update(_ foreign: String, only: String?, isHeld: Bool) {
        guard var link = links[foreign] else {
            if let only { links[foreign] = Link(own: only, hits: 1) }
            return
        }
        if link.isMade {
            link.misses = isHeld ? 0 : link.misses + 1
            links[foreign] = link.misses >= Self.releasingSeconds ? nil : link
            return
        }
        guard let only, only == link.own else {
            links[foreign] = only.map { Link(own: $0, hits: 1) }
            return
        }
        link.hits += 1
        link.isMade = link.hits >= Self.confirmingSeconds
        links[foreign] = link
    }

    /// How well two agree, in units of what the disclosed one may be off by; nil: beyond twice that they can't be one.
    private static func closeness(_ foreign: AlertTrack, _ own: AlertTrack, chord: Double) -> Double? {
        guard !own.isOnGround else { return nil }
        var worst = chord / (foreign.uncertaintyMetres + receiverMetres)
        let one = foreign.state.level.boundsFeet
        let other = own.state.level.boundsFeet
        let gap = max(one.lowerBound - other.upperBound, other.lowerBound - one.upperBound, 0)
        worst = max(worst, gap / (foreign.levelUncertaintyFeet + receiverFeet))
        if let speed = foreign.state.groundSpeedMetresPerSecond, let track = foreign.state.trackDegrees,
            let ownSpeed = own.state.groundSpeedMetresPerSecond, let ownTrack = own.state.trackDegrees
        {
            let turn = abs((track - ownTrack).remainder(dividingBy: 360)) * .pi / 180
            let square = speed * speed + ownSpeed * ownSpeed - 2 * speed * ownSpeed * cos(turn)
            worst = max(worst, max(square, 0).squareRoot() / velocityMetresPerSecond)
        }
        return worst <= 2 ? worst : nil
    }

    /// How far off our own receivers may put an aircraft: latency and accuracy.
    private static let receiverMetres = 300.0
    private static let receiverFeet = 125.0
    private static let velocityMetresPerSecond = 25.0
}

extension Array<Double> {
    /// The first index whose value is not below `value`; the array ascends.
    fileprivate func lowerBound(of value: Double) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

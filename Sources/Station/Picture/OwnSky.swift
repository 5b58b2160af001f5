import Airspace
import Foundation
import Separation

/// Our own tracks of a second, ordered so that those near a place are found.
struct OwnSky {
    private let tracks: [AlertTrack]
    private let places: [EarthCentred]
    private let order: [Int]
    private let heights: [Double]
    private let named: [String: Int]
    private let past: PastSky
    private let time: Double

    init(_ tracks: [AlertTrack], past: PastSky, at time: Double) {
        self.tracks = tracks
        self.past = past
        self.time = time
        let places = tracks.map { EarthCentred(footOf: $0.state.position) }
        let order = places.indices.sorted { places[$0].z < places[$1].z }
        self.places = places
        self.order = order
        heights = order.map { places[$0].z }
        named = Dictionary(tracks.indices.map { (tracks[$0].identifier, $0) }, uniquingKeysWith: { one, _ in one })
    }

    /// How well a disclosed track agrees with one of ours, by its identifier; nil: there is none, or nobody knows where it was then.
    func closeness(of foreign: ForeignTrack, to identifier: String) -> Double? {
        guard let index = named[identifier] else { return nil }
        return closeness(
            foreign, EarthCentred(footOf: foreign.state.position), index, doubt: foreign.uncertaintyThen)
    }

    /// Ours that a disclosed track may be, and how well each agrees; none for one that may be anywhere, which would cost a look at all.
    func near(_ foreign: ForeignTrack, within most: Double) -> [(String, Double)] {
        let doubt = foreign.uncertaintyThen
        guard doubt.metres <= 2 * ForeignTrack.guessedMetres else { return [] }
        let age = foreign.ageSeconds(at: time)
        let place = EarthCentred(footOf: foreign.state.position)
        let reach =
            most * (doubt.metres + Self.receiverMetres) + age * Self.fastestMetresPerSecond
        var found: [(String, Double)] = []
        var rank = heights.lowerBound(of: place.z - reach)
        while rank < order.count, heights[rank] <= place.z + reach {
            let index = order[rank]
            rank += 1
            guard (place - places[index]).length <= reach,
                let closeness = closeness(foreign, place, index, doubt: doubt),
                closeness <= most
            else { continue }
            found.append((tracks[index].identifier, closeness))
        }
        return found
    }

    /// In units of what the disclosed one may be off by, at the time that it speaks of.
    private func closeness(
        _ foreign: ForeignTrack, _ place: EarthCentred, _ index: Int, doubt: (metres: Double, feet: Double)
    ) -> Double? {
        guard !tracks[index].isOnGround, let own = state(index, secondsAgo: foreign.ageSeconds(at: time)) else {
            return nil
        }
        var worst = (place - EarthCentred(footOf: own.position)).length / (doubt.metres + Self.receiverMetres)
        let one = foreign.state.level.boundsFeet
        let other = own.level.boundsFeet
        let gap = max(one.lowerBound - other.upperBound, other.lowerBound - one.upperBound, 0)
        worst = max(worst, gap / (doubt.feet + Self.receiverFeet))
        if let speed = foreign.state.groundSpeedMetresPerSecond, let track = foreign.state.trackDegrees,
            let ownSpeed = own.groundSpeedMetresPerSecond, let ownTrack = own.trackDegrees
        {
            let turn = abs((track - ownTrack).remainder(dividingBy: 360)) * .pi / 180
            let square = speed * speed + ownSpeed * ownSpeed - 2 * speed * ownSpeed * cos(turn)
            worst = max(worst, max(square, 0).squareRoot() / Self.velocityMetresPerSecond)
        }
        return worst
    }

    private func state(_ index: Int, secondsAgo: Double) -> KinematicState? {
        let present = tracks[index]
        guard secondsAgo > PastSky.stepSeconds else { return present.state.moved(to: time - secondsAgo) }
        return past.state(of: present.identifier, at: time - secondsAgo)
    }

    /// How far off our own receivers may put an aircraft: latency and accuracy.
    private static let receiverMetres = 300.0
    private static let receiverFeet = 125.0
    private static let velocityMetresPerSecond = 25.0
    /// What nothing that is worth keeping apart flies faster than, m/s.
    private static let fastestMetresPerSecond = 700.0
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

extension ForeignTrack {
    /// How long ago, by our clock, it was where it is told to have been, seconds.
    func ageSeconds(at time: Double) -> Double { max(0, time - state.timeUnixSeconds + clockOffsetSeconds) }

    /// How far it may have been off where it is told to have been, then.
    var uncertaintyThen: (metres: Double, feet: Double) {
        uncertainty(at: state.timeUnixSeconds - max(0, clockOffsetSeconds))
    }

    /// Whether it says enough to be known again: within a mile and a half, at a level, and with a velocity.
    var mayBeGuessed: Bool {
        guard case .pressure = state.level, state.groundSpeedMetresPerSecond != nil, state.trackDegrees != nil else {
            return false
        }
        return uncertaintyThen.metres <= Self.guessedMetres
    }

    /// What may be further off is not taken for anything.
    static var guessedMetres: Double { 1.5 * LengthUnit.nauticalMiles.metres }
}

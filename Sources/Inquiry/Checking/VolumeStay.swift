import Airspace
import Separation

/// For how long one track was inside of a volume, for sure and at most.
struct VolumeStay {
    private let track: UncertainTrack
    private let volume: Volume
    private let window: ClosedRange<Int>?
    private(set) var sureSeconds = 0
    private(set) var possibleSeconds = 0
    private(set) var unmeasuredSeconds = 0
    private(set) var reasons: [Finding.Reason] = []
    private(set) var missing: [ClosedRange<Int>] = []
    private(set) var sureReference: Int?
    private(set) var isComplete = false
    private var known: (distance: Double, foot: EarthCentred)?

    init(_ observed: ObservedTrack, _ volume: Volume, window: ClaimWindow, gapSeconds: Double) {
        track = observed.uncertain(gapSeconds: gapSeconds, excluding: ClaimChecker.unusable.union(.mixedDatum))
        self.volume = volume
        if let closed = window.closed {
            let first = Int(closed.lowerBound.rounded(.up))
            let last = Int(closed.upperBound.rounded(.down))
            self.window = first <= last ? first...last : nil
        } else if let span = track.secondsSpanned {
            let first = max(span.lowerBound, window.from.map { Int($0.rounded(.up)) } ?? .min)
            let last = min(span.upperBound, window.to.map { Int($0.rounded(.down)) } ?? .max)
            let isUsable = first <= last && last - first <= ApproachMeasurement.longestWindowSeconds
            self.window = isUsable ? first...last : nil
        } else {
            self.window = nil
        }
        isComplete = window.closed != nil && self.window != nil
    }

    mutating func measure() {
        guard let window else {
            reasons = [.noData]
            return
        }
        let factor = ApproachMeasurement.simultaneousFactor(reports: window.count)
        for second in window {
            switch track.place(at: second) {
            case .success(let place): take(place, factor: factor)
            case .failure(let error): miss(second, error.reason)
            }
        }
    }

    private mutating func take(_ place: UncertainPlace, factor: Double) {
        let foot = EarthCentred(footOf: place.place.position)
        let error = factor * place.radius95Metres + place.boundedMetres
        let distance = signedDistance(place.place.position, foot, error: error)
        let level = place.place.altitudeFeet
        let lower = volume.lower?.pressureBoundsFeet ?? -Double.infinity ... -Double.infinity
        let upper = volume.upper?.pressureBoundsFeet ?? Double.infinity...Double.infinity
        let isSureLevel = level - place.levelFeet >= lower.upperBound && level + place.levelFeet <= upper.lowerBound
        let isPossibleLevel = level + place.levelFeet >= lower.lowerBound && level - place.levelFeet <= upper.upperBound
        if distance <= -error, isSureLevel {
            sureSeconds += 1
            if sureReference == nil { sureReference = place.reference }
        }
        // Between two seconds it may have been half a second's flight further on.
        if distance <= error + place.halfSecondMetres, isPossibleLevel { possibleSeconds += 1 }
    }

    /// How far from the outline, below zero inside; only as exact as needed to tell the side while it is further away than the error.
    private mutating func signedDistance(_ position: GeodeticPosition, _ foot: EarthCentred, error: Double) -> Double {
        if let known {
            let moved = (foot - known.foot).length * 1.001
            if abs(known.distance) - moved > error + 500 {
                return known.distance < 0 ? known.distance + moved : known.distance - moved
            }
        }
        let distance = volume.footprint.signedDistanceMetres(from: position)
        known = (distance, foot)
        return distance
    }

    private mutating func miss(_ second: Int, _ reason: NoPlace) {
        unmeasuredSeconds += 1
        isComplete = false
        if let last = missing.last, last.upperBound == second - 1 {
            missing[missing.count - 1] = last.lowerBound...second
        } else {
            missing.append(second...second)
        }
        switch reason {
        case .gap: note(.gap)
        case .flawed(let flags):
            if flags.contains(.frozen) { note(.frozen) }
            if flags.contains(.jump) { note(.jump) }
            if flags.contains(.clock) { note(.clock) }
            if flags.contains(.mixedDatum) { note(.mixedDatum) }
        }
    }

    private mutating func note(_ reason: Finding.Reason) {
        if !reasons.contains(reason) { reasons.append(reason) }
    }
}

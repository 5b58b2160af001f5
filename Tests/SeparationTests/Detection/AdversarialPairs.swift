import Airspace
import TestSupport

/// Pairs that are drawn to be hard: built backwards from where they meet.
struct AdversarialPairs {
    /// What makes a pair hard.
    enum Kind: CaseIterable {
        case random, tangent, equalVelocity, nearlyEqualVelocity, bothHover, oneHovers, headOn, overPole, fromPole
        case antimeridian, exactlyAtMinimum, veryFast, overtaking, verticalTangent, sameTrackBehind, slowTangent, now
    }

    var random = SeededRandom(seed: 2026)
    let lookahead = 300.0

    mutating func pair(_ kind: Kind) -> SlowReference {
        var latitude = random.uniform(-89, 89)
        var longitude = random.uniform(-180, 180)
        var time = random.uniform(0, lookahead)
        var offset = random.uniform(0, 20_000)
        var speeds = (random.uniform(0, 300), random.uniform(0, 300))
        var tracks = (random.uniform(0, 360), random.uniform(0, 360))
        var rates = (random.uniform(-15, 15), random.uniform(-15, 15))
        var heightDifference = random.uniform(-400, 400)
        var aside = random.uniform(0, 360)
        switch kind {
        case .random: break
        case .tangent:
            offset = 9260 + [-35, -25, -1, -0.1, 0.1, 1, 25, 35][Int(random.uniform(0, 8))]
            heightDifference = 0
            rates = (0, 0)
            let velocity = relative(tracks, speeds)
            aside = velocity + 90
        case .equalVelocity:
            speeds.1 = speeds.0
            tracks.1 = tracks.0
            rates.1 = rates.0
            offset = 9260 + random.uniform(-60, 60)
        case .nearlyEqualVelocity:
            speeds.1 = speeds.0 + random.uniform(-0.5, 0.5)
            tracks.1 = tracks.0 + random.uniform(-0.5, 0.5)
            rates = (0, 0)
            heightDifference = random.uniform(-300, 300)
            offset = 9260 + random.uniform(-60, 60)
        case .bothHover:
            speeds = (0, 0)
            offset = 9260 + random.uniform(-60, 60)
        case .oneHovers: speeds.0 = 0
        case .headOn:
            speeds = (463, 463)
            tracks.1 = tracks.0 + 180
            rates = (0, 0)
        case .overPole:
            latitude = random.uniform(0, 1) < 0.5 ? random.uniform(89.5, 90) : random.uniform(-90, -89.5)
        case .fromPole: time = 0
        case .antimeridian:
            longitude = 180 + random.uniform(-0.3, 0.3)
            latitude = random.uniform(-75, 75)
        case .exactlyAtMinimum:
            time = 0
            offset = 9260
            heightDifference = random.uniform(0, 1) < 0.5 ? 304.8 : random.uniform(-300, 300)
            rates = random.uniform(0, 1) < 0.5 ? (0, 0) : rates
        case .veryFast: speeds = (random.uniform(1000, 12_000), random.uniform(0, 8_000))
        case .overtaking:
            tracks.1 = tracks.0
            speeds = (250, random.uniform(230, 249))
        case .verticalTangent:
            heightDifference = 304.8 + random.uniform(-0.5, 0.5)
            rates = (0, 0)
            offset = random.uniform(0, 9000)
        case .sameTrackBehind:
            tracks.1 = tracks.0
            speeds.1 = speeds.0
            aside = tracks.0
            offset = 9260 + random.uniform(-60, 60)
        case .slowTangent:
            // So slow a passage that the curvature of the earth counts.
            speeds = (463, 463 + random.uniform(-4, 4))
            tracks.1 = tracks.0 + random.uniform(-0.6, 0.6)
            rates = (0, 0)
            heightDifference = 0
            time = random.uniform(100, 200)
            offset = 9260 + random.uniform(-12, 12)
            aside = relative(tracks, speeds) + 90
        case .now: time = 0
        }
        let meeting = GeodeticPosition(
            latitudeDegrees: latitude, longitudeDegrees: shortWayDegrees(longitude))
        let beside = Geodesic.direct(from: meeting, azimuthDegrees: aside, distanceMetres: offset)
        // A track beside is parallel to one here when the azimuths are turned alike along the line between.
        let turn = beside.azimuthDegrees - aside
        let altitude = random.uniform(3000, 12_000)
        var one = back(meeting, tracks.0, speeds.0, time)
        one.altitudeMetres = altitude - rates.0 * time
        one.verticalRate = rates.0
        var other = back(beside.position, tracks.1 + turn, speeds.1, time)
        other.altitudeMetres = altitude + heightDifference - rates.1 * time
        other.verticalRate = rates.1
        if kind == .fromPole {
            one.latitudeDegrees = random.uniform(0, 1) < 0.5 ? 90 : -90
            other.latitudeDegrees = one.latitudeDegrees > 0 ? random.uniform(88.9, 90) : random.uniform(-90, -88.9)
        }
        return SlowReference(one: one, other: other, lookahead: lookahead)
    }

    private func relative(_ tracks: (Double, Double), _ speeds: (Double, Double)) -> Double {
        let first = HorizontalVelocity(trackDegrees: tracks.0, metresPerSecond: speeds.0)
        let second = HorizontalVelocity(trackDegrees: tracks.1, metresPerSecond: speeds.1)
        return HorizontalVelocity(east: first.east - second.east, north: first.north - second.north).trackDegrees
    }

    /// Where one was that passes a place on a track `time` later.
    private func back(
        _ place: GeodeticPosition, _ track: Double, _ speed: Double, _ time: Double
    ) -> SlowReference.Aircraft {
        let start = Geodesic.direct(from: place, azimuthDegrees: track, distanceMetres: -speed * time)
        return SlowReference.Aircraft(
            latitudeDegrees: start.position.latitudeDegrees, longitudeDegrees: start.position.longitudeDegrees,
            trackDegrees: bearingDegrees(start.azimuthDegrees), groundSpeed: speed)
    }
}

extension SeededRandom {
    /// A number from `low` on and below `high`, from the upper 53 bits of the next.
    mutating func uniform(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * Double(next() >> 11) * 0x1p-53
    }
}

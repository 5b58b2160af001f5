import Airspace
import Foundation
import Separation
import TestSupport

/// Two aircraft that fly curves past each other, so that the truth is known at any time.
struct SimulatedEncounter {
    /// The kinds of error, alone and together.
    enum ErrorKind: String, CaseIterable, Sendable {
        case receiver, receiverBias, precision, delay, clocks, gaps, all
    }

    static let windowSeconds = 90
    static let start = 1_446_542_400
    private static let stepsPerSecond = 20
    private static let spareSeconds = 20

    let frame: LocalFrame
    let pathA: [(east: Double, north: Double)]
    let pathB: [(east: Double, north: Double)]
    private let speeds: (a: Double, b: Double)

    init(using random: inout SeededRandom) {
        frame = LocalFrame(
            at: GeodeticPosition(
                latitudeDegrees: Double.random(in: -75...75, using: &random),
                longitudeDegrees: Double.random(in: -180...180, using: &random)))
        let total = (Self.windowSeconds + 2 * Self.spareSeconds) * Self.stepsPerSecond
        func fly(_ random: inout SeededRandom, near: (Double, Double)) -> ([(east: Double, north: Double)], Double) {
            let speed = Double.random(in: 40...260, using: &random)
            let acceleration = Double.random(in: 0...UncertainTrack.ordinaryAcceleration, using: &random)
            let period = Double.random(in: 20...120, using: &random)
            let phase = Double.random(in: 0...(2 * .pi), using: &random)
            var heading = Double.random(in: 0...(2 * .pi), using: &random)
            var place = (east: 0.0, north: 0.0)
            var path: [(east: Double, north: Double)] = []
            for step in 0..<total {
                path.append(place)
                let time = Double(step) / Double(Self.stepsPerSecond)
                heading += acceleration / speed * sin(2 * .pi * time / period + phase) / Double(Self.stepsPerSecond)
                place.east += speed * sin(heading) / Double(Self.stepsPerSecond)
                place.north += speed * cos(heading) / Double(Self.stepsPerSecond)
            }
            // So that both are near each other about the middle.
            let middle = path[total / 2]
            return (path.map { ($0.east - middle.east + near.0, $0.north - middle.north + near.1) }, speed)
        }
        let apart = Double.random(in: 0...9_000, using: &random)
        let bearing = Double.random(in: 0...(2 * .pi), using: &random)
        let (one, speedA) = fly(&random, near: (0, 0))
        let (other, speedB) = fly(&random, near: (apart * sin(bearing), apart * cos(bearing)))
        pathA = one
        pathB = other
        speeds = (speedA, speedB)
    }

    func point(_ path: [(east: Double, north: Double)], at seconds: Double) -> (east: Double, north: Double) {
        let exact = (seconds + Double(Self.spareSeconds)) * Double(Self.stepsPerSecond)
        let step = min(max(Int(exact), 0), path.count - 2)
        let part = min(max(exact - Double(step), 0), 1)
        return (
            path[step].east + (path[step + 1].east - path[step].east) * part,
            path[step].north + (path[step + 1].north - path[step].north) * part
        )
    }

    /// The closest approach in the window, metres.
    var trueMetres: Double {
        var closest = Double.infinity
        for step in 0...(Self.windowSeconds * Self.stepsPerSecond) {
            let time = Double(step) / Double(Self.stepsPerSecond)
            let (a, b) = (point(pathA, at: time), point(pathB, at: time))
            closest = min(closest, hypot(a.east - b.east, a.north - b.north))
        }
        return closest
    }

    /// What is reported of it with errors of a kind, and the interval that is made of that.
    func interval(_ kind: ErrorKind, using random: inout SeededRandom) -> ApproachInterval {
        let has = { (kinds: Set<ErrorKind>) in kind == .all || kinds.contains(kind) }
        let clock = has([.clocks]) ? 2.0 : 0
        let skew = Double.random(in: -clock...clock, using: &random)
        let a = track("a", pathA, speed: speeds.a, skew: 0, has, &random)
        let b = track("b", pathB, speed: speeds.b, skew: skew, has, &random)
        let window = Self.start...(Self.start + Self.windowSeconds)
        return ApproachMeasurement.measure(a, b, seconds: window, clockSeconds: clock)
    }

    private func track(
        _ name: String, _ path: [(east: Double, north: Double)], speed: Double, skew: Double,
        _ has: (Set<ErrorKind>) -> Bool, _ random: inout SeededRandom
    ) -> UncertainTrack {
        let isNoisy = has([.receiver, .receiverBias])
        let radius = isNoisy ? PositionUncertainty.broadcastRadius95Metres : 0
        let sigma = radius / (2 * log(20.0)).squareRoot()
        let bias = has([.receiverBias]) ? (normal(&random) * sigma, normal(&random) * sigma) : (0, 0)
        let grid = has([.precision]) ? 926.0 : 0
        let delay = has([.delay]) ? 0.5 : 0
        let longest = has([.gaps]) ? 15 : 1
        var reports: [UncertainReport] = []
        var second = -Self.spareSeconds + 5
        while second <= Self.windowSeconds + Self.spareSeconds - 5 {
            let stampedLate = Double.random(in: -delay...delay, using: &random)
            var place = point(path, at: Double(second) + stampedLate + skew)
            if isNoisy, !has([.receiverBias]) || has([.receiver]) {
                // Together with a bias, each carries half of the variance.
                let share = has([.receiverBias]) ? 0.5.squareRoot() : 1
                place.east += normal(&random) * sigma * share + bias.0 * share
                place.north += normal(&random) * sigma * share + bias.1 * share
            } else {
                place.east += bias.0
                place.north += bias.1
            }
            if grid > 0 {
                place.east = (place.east / grid).rounded() * grid
                place.north = (place.north / grid).rounded() * grid
            }
            let position = GeodeticPosition(frame.earthCentred(east: place.east, north: place.north))
            reports.append(
                UncertainReport(
                    MeasuredReport(
                        timeUnixSeconds: Double(Self.start + second), identifier: name, position: position,
                        pressureAltitudeFeet: 30_000),
                    uncertainty: PositionUncertainty(radius95Metres: radius, gridMetres: grid, timeSeconds: delay),
                    groundSpeedMetresPerSecond: speed))
            second += Int.random(in: 1...longest, using: &random)
        }
        return UncertainTrack(identifier: name, reports: reports, gapSeconds: 15)
    }

    /// Box and Muller's way to a normal number.
    private func normal(_ random: inout SeededRandom) -> Double {
        (-2 * log(Double.random(in: 1e-300...1, using: &random))).squareRoot()
            * cos(2 * .pi * Double.random(in: 0..<1, using: &random))
    }
}

extension SimulatedEncounter {
    /// The interval of what is reported without any error, for an uncertainty that is only stated.
    func exact(_ uncertainty: PositionUncertainty, clockSeconds: Double) -> ApproachInterval {
        let tracks = [("a", pathA), ("b", pathB)].map { name, path in
            let reports = (0...Self.windowSeconds).map { second in
                let place = point(path, at: Double(second))
                return UncertainReport(
                    MeasuredReport(
                        timeUnixSeconds: Double(Self.start + second), identifier: name,
                        position: GeodeticPosition(frame.earthCentred(east: place.east, north: place.north)),
                        pressureAltitudeFeet: 30_000),
                    uncertainty: uncertainty)
            }
            return UncertainTrack(identifier: name, reports: reports, gapSeconds: 15)
        }
        let window = Self.start...(Self.start + Self.windowSeconds)
        return ApproachMeasurement.measure(tracks[0], tracks[1], seconds: window, clockSeconds: clockSeconds)
    }
}

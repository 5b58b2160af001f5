import Airspace

extension ApproachMeasurement {
    /// Two aircraft at one second, with the bounds of their distance.
    struct Pair {
        let a: UncertainPlace
        let b: UncertainPlace
        let metres: Double
        let verticalFeet: Double
        let levelFeet: Double
        let lowMetres: Double
        let highMetres: Double
        let parts: ApproachInterval.Parts
        private let way: EarthCentred
        private let timeA: Double
        private let timeB: Double

        var second: Int { a.second }

        /// Beyond this a chord no longer points along the geodesic well enough for velocities to be projected on it, metres.
        private static let projectedMetres = 100_000.0

        init(_ a: UncertainPlace, _ b: UncertainPlace, factor: Double, clockSeconds: Double) {
            self.a = a
            self.b = b
            way = b.foot - a.foot
            let chord = way.length
            metres =
                chord <= ChordDistance.rangeMetres
                ? ChordDistance.arcMetres(chordSquared: chord * chord)
                : a.place.position.distanceMetres(to: b.place.position)
            verticalFeet = roundedToHundredthFeet(abs(a.place.altitudeFeet - b.place.altitudeFeet))
            levelFeet = a.levelFeet + b.levelFeet
            // Clocks that are apart shift one of the two: the faster, to be on the safe side.
            let isFasterA = a.velocity.length >= b.velocity.length
            timeA = a.timeSeconds + (isFasterA ? clockSeconds : 0)
            timeB = b.timeSeconds + (isFasterA ? 0 : clockSeconds)
            let receiver = factor * Self.combined(a, b)
            let rounding = a.roundingMetres + b.roundingMetres
            let curve = a.curveMetres + b.curveMetres + a.turnMetres(timeA) + b.turnMetres(timeB)
            let undirected = a.undirectedMetres + b.undirectedMetres
            let certain = receiver + rounding + curve + undirected
            lowMetres = max(0, metres - Self.along(way, a, b, timeA, timeB, metres) - certain)
            let farthest = Self.farthest(way, a, b, timeA, timeB, metres)
            highMetres = farthest + certain
            parts = ApproachInterval.Parts(
                receiverMetres: receiver, roundingMetres: rounding, timeMetres: farthest - metres + undirected,
                curveMetres: curve)
        }

        /// The part of the way to the next second in which the levels may be closer than a limit, 0 to 1; nil: none of it.
        func part(to next: Pair, verticalWithinFeet limit: Double) -> ClosedRange<Double>? {
            let reach = limit + max(levelFeet, next.levelFeet)
            let start = a.place.altitudeFeet - b.place.altitudeFeet
            let end = next.a.place.altitudeFeet - next.b.place.altitudeFeet
            let change = end - start
            guard change != 0 else { return abs(start) < reach ? 0...1 : nil }
            let one = (-reach - start) / change
            let other = (reach - start) / change
            let from = max(0, min(one, other))
            let until = min(1, max(one, other))
            return from <= until ? from...until : nil
        }

        /// How close the two can have come between this second and the next, metres, at least.
        func lowMetres(to next: Pair, part: ClosedRange<Double>, factor: Double) -> Double {
            guard metres < ChordDistance.rangeMetres else { return min(lowMetres, next.lowMetres) }
            let step = next.way - way
            let square = step.dot(step)
            let nearest = square > 0 ? -way.dot(step) / square : 0
            let here = way + step * min(max(nearest, part.lowerBound), part.upperBound)
            let distance = ChordDistance.arcMetres(chordSquared: here.dot(here))
            let time = max(
                Self.along(here, a, b, timeA, timeB, distance),
                Self.along(here, next.a, next.b, next.timeA, next.timeB, distance))
            let receiver = factor * max(Self.combined(a, b), Self.combined(next.a, next.b))
            let rounding =
                max(a.roundingMetres, next.a.roundingMetres) + max(b.roundingMetres, next.b.roundingMetres)
                + max(a.undirectedMetres, next.a.undirectedMetres) + max(b.undirectedMetres, next.b.undirectedMetres)
            let curve =
                a.curveToNextMetres + b.curveToNextMetres + max(a.turnMetres(timeA), next.a.turnMetres(next.timeA))
                + max(b.turnMetres(timeB), next.b.turnMetres(next.timeB))
            return max(0, distance - time - receiver - rounding - curve)
        }

        /// The 95 % radius of the error between the two.
        private static func combined(_ a: UncertainPlace, _ b: UncertainPlace) -> Double {
            (a.radius95Metres * a.radius95Metres + b.radius95Metres * b.radius95Metres).squareRoot()
        }

        /// By how much time stamps can shorten the distance: what is flown along the line between the two.
        private static func along(
            _ way: EarthCentred, _ a: UncertainPlace, _ b: UncertainPlace, _ timeA: Double, _ timeB: Double,
            _ metres: Double
        ) -> Double {
            let length = way.length
            guard length > 0, metres < projectedMetres else {
                return a.velocity.length * timeA + b.velocity.length * timeB
            }
            let unit = way * (1 / length)
            return abs(a.velocity.dot(unit)) * timeA + abs(b.velocity.dot(unit)) * timeB
        }

        /// How far apart the two can be for their time stamps: a distance is longest at a corner of what is possible.
        private static func farthest(
            _ way: EarthCentred, _ a: UncertainPlace, _ b: UncertainPlace, _ timeA: Double, _ timeB: Double,
            _ metres: Double
        ) -> Double {
            guard metres < projectedMetres else {
                return metres + a.velocity.length * timeA + b.velocity.length * timeB
            }
            let shiftA = a.velocity * timeA
            let shiftB = b.velocity * timeB
            var longest = 0.0
            for corner in [way + shiftA + shiftB, way + shiftA - shiftB, way - shiftA + shiftB, way - shiftA - shiftB] {
                longest = max(longest, corner.length)
            }
            return metres + max(0, longest - way.length)
        }
    }
}

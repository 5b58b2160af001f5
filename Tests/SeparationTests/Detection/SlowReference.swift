import Airspace

/// Two aircraft followed the slow way: the geodesic direct problem for each at every instant, the geodesic distance between
/// them, fine samples, and bisection. It shares no kernel with what it judges.
struct SlowReference {
    /// One aircraft.
    struct Aircraft: Sendable {
        var latitudeDegrees = 0.0
        var longitudeDegrees = 0.0
        var trackDegrees = 0.0
        var groundSpeed = 0.0
        var altitudeMetres = 0.0
        var verticalRate = 0.0

        func position(after seconds: Double) -> GeodeticPosition {
            Geodesic.direct(
                from: GeodeticPosition(latitudeDegrees: latitudeDegrees, longitudeDegrees: longitudeDegrees),
                azimuthDegrees: trackDegrees, distanceMetres: groundSpeed * seconds
            ).position
        }
    }

    /// What it finds.
    struct Answer {
        /// How far the pair gets below the horizontal minimum while it is below the vertical one, metres; negative: how far it stays
        /// above. The vertical distance counts in the same scale: a metre is worth horizontal minimum / vertical minimum.
        var depthMetres: Double
        /// The ratio now: below 1 is a loss.
        var ratioNow: Double
        var lossStart: Double?
        var lossEnd: Double?
        var cpaAt: Double
        var cpaHorizontal: Double
    }

    var one: Aircraft
    var other: Aircraft
    var horizontalMetres = 9260.0
    var verticalMetres = 304.8
    var lookahead = 300.0

    func horizontal(_ seconds: Double) -> Double {
        let first = one.position(after: seconds)
        let second = other.position(after: seconds)
        return first.distanceMetres(to: second)
    }

    func vertical(_ seconds: Double) -> Double {
        abs(one.altitudeMetres - other.altitudeMetres + (one.verticalRate - other.verticalRate) * seconds)
    }

    /// The larger of both distances in units of its minimum: below 1 is a loss.
    func ratio(_ seconds: Double) -> Double {
        max(horizontal(seconds) / horizontalMetres, vertical(seconds) / verticalMetres)
    }

    func answer() -> Answer {
        let relative = one.groundSpeed + other.groundSpeed + 1
        let climbing = abs(one.verticalRate - other.verticalRate) + 0.01
        let step = min(1, 0.4 * horizontalMetres / relative, 0.4 * verticalMetres / climbing)
        let count = Int((lookahead / step).rounded(.up))
        let times = (0...count).map { min(Double($0) * step, lookahead) }
        let ratios = times.map(ratio)
        let horizontals = times.map(horizontal)
        let best = smallest(times, ratios, ratio)
        let cpa = smallest(times, horizontals, horizontal)
        var answer = Answer(
            depthMetres: (1 - best.value) * horizontalMetres, ratioNow: ratios[0], cpaAt: cpa.time,
            cpaHorizontal: cpa.value)
        guard best.value < 1 else { return answer }
        // The first loss: from the first sample below 1, or the lowest point where no sample is.
        let below = ratios.indices.first { ratios[$0] < 1 }
        let inside = below.map { times[$0] } ?? best.time
        let before = times.last { $0 < inside && ratio($0) >= 1 }
        let after = times.first { $0 > inside && ratio($0) >= 1 }
        answer.lossStart = before.map { bisect(outside: $0, inside: inside) } ?? 0
        answer.lossEnd = after.map { bisect(outside: $0, inside: inside) } ?? lookahead
        return answer
    }

    private func bisect(outside: Double, inside: Double) -> Double {
        var outside = outside
        var inside = inside
        for _ in 0..<50 {
            let middle = (outside + inside) / 2
            if ratio(middle) < 1 { inside = middle } else { outside = middle }
        }
        return inside
    }

    /// The smallest value of a function that has been sampled: golden section about every sample that its neighbours do not undercut.
    private func smallest(
        _ times: [Double], _ values: [Double], _ function: (Double) -> Double
    ) -> (time: Double, value: Double) {
        var best = (time: times[0], value: values[0])
        let lowest = values.min() ?? 0
        for index in values.indices where values[index] <= lowest * 1.5 + 1e-9 {
            let left = max(index - 1, 0)
            let right = min(index + 1, values.count - 1)
            guard values[index] <= values[left], values[index] <= values[right] else { continue }
            if values[index] < best.value { best = (times[index], values[index]) }
            // A plateau, such as two at the same speed and level, has no deeper place.
            guard max(values[left], values[right]) > values[index] * (1 + 1e-10) else { continue }
            var low = times[left]
            var high = times[right]
            for _ in 0..<44 {
                let third = (high - low) * 0.381_966_011_250_105
                if function(low + third) <= function(high - third) { high -= third } else { low += third }
            }
            for time in [times[index], (low + high) / 2, times[left], times[right]] {
                let value = function(time)
                if value < best.value { best = (time, value) }
            }
        }
        return best
    }
}

import Airspace
import Separation

/// What an index is measured against: every aircraft with every other, four at a time, as fast as plain code goes.
///
/// Motion is straight in earth-centred axes, with the same widening as the detector's; what is left is then compared exactly,
/// so that both find the same conflicts.
struct AllPairs {
    /// Four aircraft side by side.
    private struct Four {
        var x = SIMD4<Float>(repeating: .infinity)
        var y = SIMD4<Float>.zero
        var z = SIMD4<Float>.zero
        var velocityX = SIMD4<Float>.zero
        var velocityY = SIMD4<Float>.zero
        var velocityZ = SIMD4<Float>.zero
        var level = SIMD4<Float>.zero
        var rate = SIMD4<Float>.zero
        var slack = SIMD4<Float>.zero
    }

    private var fours: [Four]
    private let count: Int
    private let lookahead: Float
    private let horizontal: Float
    private let vertical: Float

    init(_ sky: Sky) {
        let snapshot = sky.snapshot
        count = snapshot.count
        lookahead = Float(sky.lookahead.seconds)
        horizontal = Float(sky.minima.horizontal.metres)
        vertical = Float(sky.minima.vertical.metres) + 0.1
        fours = Array(repeating: Four(), count: (count + 3) / 4)
        for index in 0..<count {
            let position = GeodeticPosition(
                latitudeDegrees: snapshot.latitudesDegrees[index], longitudeDegrees: snapshot.longitudesDegrees[index])
            let frame = LocalFrame(at: position)
            let speed = snapshot.groundSpeedsMetresPerSecond[index]
            let way = speed * sky.lookahead.seconds
            let dip = frame.up * (speed * way / 12_734_000)
            let velocity =
                frame.earthCentred(
                    HorizontalVelocity(trackDegrees: snapshot.tracksDegrees[index], metresPerSecond: speed)) - dip
            let block = index / 4
            let lane = index % 4
            fours[block].x[lane] = Float(frame.origin.x)
            fours[block].y[lane] = Float(frame.origin.y)
            fours[block].z[lane] = Float(frame.origin.z)
            fours[block].velocityX[lane] = Float(velocity.x)
            fours[block].velocityY[lane] = Float(velocity.y)
            fours[block].velocityZ[lane] = Float(velocity.z)
            fours[block].level[lane] = Float(snapshot.lowestLevelsMetres[index])
            fours[block].rate[lane] = Float(snapshot.verticalRatesMetresPerSecond[index])
            fours[block].slack[lane] = Float(way * way / 50_000_000 + 2)
        }
    }

    /// The pairs that may meet.
    func candidates() -> [(Int, Int)] {
        var found: [(Int, Int)] = []
        let fours = fours.span
        for first in 0..<count {
            let block = fours[unchecked: first >> 2]
            let lane = first & 3
            var own = Four()
            own.x = SIMD4(repeating: block.x[lane])
            own.y = SIMD4(repeating: block.y[lane])
            own.z = SIMD4(repeating: block.z[lane])
            own.velocityX = SIMD4(repeating: block.velocityX[lane])
            own.velocityY = SIMD4(repeating: block.velocityY[lane])
            own.velocityZ = SIMD4(repeating: block.velocityZ[lane])
            own.level = SIMD4(repeating: block.level[lane])
            own.rate = SIMD4(repeating: block.rate[lane])
            own.slack = SIMD4(repeating: block.slack[lane])
            for number in (first >> 2)..<fours.count {
                let hits = meets(own, fours[unchecked: number])
                // Most blocks have none: one test for all four.
                guard SIMD4<Int32>.zero.replacing(with: -1, where: hits).min() < 0 else { continue }
                for other in 0..<4 where hits[other] && number * 4 + other > first {
                    found.append((first, number * 4 + other))
                }
            }
        }
        return found
    }

    @inline(__always)
    private func meets(_ one: Four, _ other: Four) -> SIMDMask<SIMD4<Int32>> {
        let x = one.x - other.x
        let y = one.y - other.y
        let z = one.z - other.z
        let velocityX = one.velocityX - other.velocityX
        let velocityY = one.velocityY - other.velocityY
        let velocityZ = one.velocityZ - other.velocityZ
        let rate = one.rate - other.rate + 1e-10
        let level = one.level - other.level
        let perRate = 1 / rate
        let enter = (-vertical - level) * perRate
        let leave = (vertical - level) * perRate
        let start = larger(smaller(enter, leave), .zero)
        let end = smaller(larger(enter, leave), SIMD4(repeating: lookahead))
        let speedSquared = velocityX * velocityX + velocityY * velocityY + velocityZ * velocityZ + 1e-10
        let closing = x * velocityX + y * velocityY + z * velocityZ
        let time = smaller(larger(-closing / speedSquared, start), end)
        let nearX = x + velocityX * time
        let nearY = y + velocityY * time
        let nearZ = z + velocityZ * time
        let reach = horizontal + one.slack + other.slack
        return (start .<= end) .& (nearX * nearX + nearY * nearY + nearZ * nearZ .< reach * reach)
    }

    @inline(__always)
    private func smaller(_ one: SIMD4<Float>, _ other: SIMD4<Float>) -> SIMD4<Float> {
        one.replacing(with: other, where: other .< one)
    }

    @inline(__always)
    private func larger(_ one: SIMD4<Float>, _ other: SIMD4<Float>) -> SIMD4<Float> {
        one.replacing(with: other, where: other .> one)
    }
}

import Foundation
import Separation
import TestSupport
import Testing

@Suite("Closest approach: by hand")
struct ClosestApproachTests {
    static let minima = ProtectedCylinder(.enRoute)

    private func motion(_ x: Double, _ y: Double, _ z: Double, _ vx: Double, _ vy: Double, _ vz: Double)
        -> RelativeMotion
    {
        RelativeMotion(east: x, north: y, up: z, eastRate: vx, northRate: vy, upRate: vz)
    }

    @Test("head-on at one level: in when 5 NM apart, out when 5 NM past")
    func headOn() throws {
        let closing = motion(0, 46_300, 0, 0, -400, 0)
        let loss = try #require(closing.lossInterval(Self.minima))
        #expect(abs(loss.entrySeconds - (46_300 - 9_260) / 400) < 1e-9)
        #expect(abs(loss.exitSeconds - (46_300 + 9_260) / 400) < 1e-9)
        #expect(closing.horizontalClosestApproach == (seconds: 115.75, metres: 0))
        #expect(loss.within(lookaheadSeconds: 92) == nil)
        let ahead = try #require(loss.within(lookaheadSeconds: 100))
        #expect(ahead.exitSeconds == 100)
    }

    @Test("exactly at a minimum is not a loss, just below is", arguments: [-1.0, 1])
    func strict(side: Double) {
        #expect(!motion(9_260 * side, 0, 0, 0, 0, 0).isInLoss(Self.minima))
        #expect(motion(9_260 * side, 0, 0, 0, 0, 0).lossInterval(Self.minima) == nil)
        #expect(!motion(0, 0, 304.8 * side, 0, 0, 0).isInLoss(Self.minima))
        #expect(motion(0, 0, 304.8 * side, 0, 0, 0).lossInterval(Self.minima) == nil)
        #expect(motion(0, 9_259.999 * side, 304.799, 0, 0, 0).isInLoss(Self.minima))
        let standing = motion(0, 9_259.999 * side, 304.799, 0, 0, 0).lossInterval(Self.minima)
        #expect(standing == LossInterval(entrySeconds: -.infinity, exitSeconds: .infinity))
    }

    @Test("a tangent along any axis is not a loss; an inch inside is")
    func tangent() throws {
        for (x, y, vx, vy) in [(9_260.0, -50_000.0, 0.0, 231.7), (-9_260, 50_000, 0, -0.3), (50_000, 9_260, -171.3, 0)]
        {
            #expect(motion(x, y, 0, vx, vy, 0).lossInterval(Self.minima) == nil)
            let inside = motion(x * (1 - 1e-9), y * (1 - 1e-9), 0, vx, vy, 0)
            #expect(try #require(inside.lossInterval(Self.minima)).entrySeconds > 0)
        }
    }

    @Test("climbing through: the vertical interval decides")
    func climb() throws {
        let climbing = motion(1_000, 0, -3_048, 0, 0, 10)
        let loss = try #require(climbing.lossInterval(Self.minima))
        #expect(abs(loss.entrySeconds - 274.32) < 1e-9)
        #expect(abs(loss.exitSeconds - 335.28) < 1e-9)
    }

    @Test("in loss now means that the interval encloses now, for any motion")
    func enclosesNow() {
        var random = SeededRandom(seed: 5)
        var checked = 0
        var wrong = 0
        for index in 0..<200_000 {
            let grazing = index.isMultiple(of: 2)
            let angle = Double.random(in: 0..<(2 * .pi), using: &random)
            let radius = grazing ? 9_260.0.nextDown : .random(in: 0..<12_000, using: &random)
            let rate = Double.random(in: -6...3, using: &random)
            let speed = pow(10, rate)
            let x = radius * cos(angle)
            let y = radius * cos(angle - .pi / 2)
            // Every other grazing line is all but at right angles to the way to the other.
            let across = grazing && index.isMultiple(of: 4) ? angle + .pi / 2 : .random(in: 0...6, using: &random)
            let state = motion(
                x, y, .random(in: -305...305, using: &random), speed * cos(across),
                speed * cos(across - .pi / 2), .random(in: -10...10, using: &random))
            guard state.isInLoss(Self.minima) else { continue }
            let loss = state.lossInterval(Self.minima)
            checked += 1
            if (loss?.entrySeconds ?? 1) >= 0 || (loss?.exitSeconds ?? -1) <= 0 { wrong += 1 }
        }
        #expect(checked > 50_000)
        #expect(wrong == 0)
    }

    @Test("at the ends of the interval one of the minima is met exactly")
    func ends() {
        var random = SeededRandom(seed: 9)
        var found = 0
        for _ in 0..<50_000 {
            let state = motion(
                .random(in: -60_000...60_000, using: &random), .random(in: -60_000...60_000, using: &random),
                .random(in: -3_000...3_000, using: &random), .random(in: -500...500, using: &random),
                .random(in: -500...500, using: &random), .random(in: -20...20, using: &random))
            guard let loss = state.lossInterval(Self.minima) else { continue }
            found += 1
            for end in [loss.entrySeconds, loss.exitSeconds] where end.isFinite {
                let horizontal = state.horizontalMetres(after: end) - 9_260
                let vertical = state.verticalMetres(after: end) - 304.8
                #expect(max(horizontal, vertical) < 1e-6)
                #expect(min(abs(horizontal), abs(vertical)) < 1e-6)
            }
            let least = state.closestApproach(Self.minima, lookaheadSeconds: 1e9)
            if loss.exitSeconds > 0 { #expect(least.normSquared < 1) }
        }
        #expect(found > 1_000)
    }
}

import Accord
import Airspace
import Foundation
import TestSupport
import Testing

/// The true aircraft is where a peer must expect it.
struct DisclosedUncertaintyTests {
    /// Random flights, told by a rule and carried forward by the peer: the truth is never further off than was added.
    @Test(arguments: [true, false])
    func holdsTheTruth(withVelocity: Bool) {
        var generator = SeededRandom(seed: withVelocity ? 3 : 4)
        for _ in 0..<2_000 {
            let start = GeodeticPosition(
                latitudeDegrees: .random(in: -70...70, using: &generator),
                longitudeDegrees: .random(in: -180...180, using: &generator))
            let speed: Double = Double.random(in: 0...250, using: &generator)
            let heading: Double = Double.random(in: 0..<360, using: &generator)
            let grid: Double = [185.2, 926.0, 1852].randomElement(using: &generator) ?? 926
            let timeGrid: Double = [1.0, 5, 10].randomElement(using: &generator) ?? 5
            let time = Double.random(in: 0...1_000, using: &generator)
            let told = DisclosureGrid.position(start, gridMetres: grid)
            let toldTime = DisclosureGrid.value(time, step: timeGrid)
            let now: Double = time + Double.random(in: 0...30, using: &generator) + timeGrid / 2
            // The truth: flown in steps, turning at up to 25° of bank.
            let turn = Double.random(in: -1...1, using: &generator) * DisclosedUncertainty.turnAcceleration
            var truth = start
            var course = heading
            let steps = 60
            let step = (now - time) / Double(steps)
            for _ in 0..<steps {
                truth = Geodesic.direct(from: truth, azimuthDegrees: course, distanceMetres: speed * step).position
                course += speed > 1 ? turn / speed * step * 180 / .pi : 0
            }
            // What the peer believes.
            var believed = told
            if withVelocity {
                let knots = DisclosureGrid.value(
                    speed / SpeedUnit.knots.metresPerSecond, step: DisclosureGrid.speedStepKt)
                believed =
                    Geodesic.direct(
                        from: told,
                        azimuthDegrees: DisclosureGrid.value(heading, step: DisclosureGrid.trackStepDegrees),
                        distanceMetres: knots * SpeedUnit.knots.metresPerSecond * (now - toldTime)
                    ).position
            }
            let knots = DisclosureGrid.value(speed / SpeedUnit.knots.metresPerSecond, step: DisclosureGrid.speedStepKt)
            let uncertainty = DisclosedUncertainty(
                gridMetres: grid, levelGridFeet: 500, timeGridSeconds: timeGrid, ageSeconds: now - toldTime,
                speedMetresPerSecond: withVelocity ? knots * SpeedUnit.knots.metresPerSecond : nil,
                climbFeetPerSecond: nil)
            #expect(believed.distanceMetres(to: truth) <= uncertainty.horizontalMetres + 1)
        }
    }

    @Test func growsWithEverythingThatIsUnknown() {
        func metres(_ grid: Double, _ timeGrid: Double, _ age: Double, _ speed: Double?) -> Double {
            DisclosedUncertainty(
                gridMetres: grid, levelGridFeet: 500, timeGridSeconds: timeGrid, ageSeconds: age,
                speedMetresPerSecond: speed, climbFeetPerSecond: nil
            ).horizontalMetres
        }
        #expect(metres(0, 0, 60, nil) == 15_000)
        #expect(metres(926, 0, 0, 200) == 926 * 0.5.squareRoot())
        #expect(metres(926, 5, 10, nil) > metres(926, 5, 5, nil))
        #expect(metres(926, 5, 10, nil) > metres(926, 5, 10, 200))
        #expect(metres(926, 10, 10, 200) > metres(926, 5, 10, 200))
        let noLevel = DisclosedUncertainty(
            gridMetres: 0, levelGridFeet: nil, timeGridSeconds: 0, ageSeconds: 0, speedMetresPerSecond: nil,
            climbFeetPerSecond: nil)
        #expect(noLevel.verticalFeet == .infinity)
    }
}

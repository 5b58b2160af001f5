import Airspace

@testable import Exercise

/// Scenarios whose truth is known by hand.
enum Sample {
    static let middle = GeodeticPosition(latitudeDegrees: 35, longitudeDegrees: 38)

    /// A place so many metres east and north of the middle.
    static func place(_ east: Double, _ north: Double) -> GeodeticPosition {
        let way = HorizontalVelocity(east: east, north: north)
        return Geodesic.direct(from: middle, azimuthDegrees: way.trackDegrees, distanceMetres: way.metresPerSecond)
            .position
    }

    /// A flight from one place to another, at FL200.
    static func flight(
        _ name: String, from start: (Double, Double), to end: (Double, Double), track: Double,
        metresPerSecond: Double = 200
    ) -> RehearsedFlight {
        RehearsedFlight(
            name: name, start: place(start.0, start.1), startTrackDegrees: track, startLevelFeet: 20_000,
            startMetresPerSecond: metresPerSecond,
            legs: [
                RehearsedLeg(
                    to: place(end.0, end.1), levelFeet: 20_000, metresPerSecond: metresPerSecond, card: "approach")
            ])
    }

    /// Two flights past each other, opposite, `apart` metres between their lines.
    static func passing(
        apart: Double, minimum: Double = 3 * 1852, errors: RehearsalErrors = .none, watch: WatchRule? = nil
    ) -> RehearsalScenario {
        RehearsalScenario(
            first: flight("first", from: (-20_000, 0), to: (30_000, 0), track: 90),
            second: flight("second", from: (20_000, apart), to: (-30_000, apart), track: 270), minimumMetres: minimum,
            verticalFeet: 1_000, watch: watch ?? WatchRule(bufferMetres: minimum), errors: errors, durationSeconds: 180)
    }

    /// One run of a scenario, to be flown step by step.
    static func pair(_ scenario: RehearsalScenario, run: Int = 0, seed: UInt64 = 1) -> GroupFlight {
        let frame = scenario.frame
        return GroupFlight(
            scenario, routes: scenario.flights.map { PlaneRoute($0, in: frame) },
            draw: RunDraw(run, seed: seed, scenario: scenario), watch: nil)
    }
}

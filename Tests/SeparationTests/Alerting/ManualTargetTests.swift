import Airspace
import Separation
import Testing

@Suite("Targets entered by hand")
struct ManualTargetTests {
    private let here = GeodeticPosition(latitudeDegrees: 49, longitudeDegrees: 2)

    private func target(
        speed: Double? = nil, track: Double? = nil, error: Double = 500, class aircraftClass: AircraftClass = .unknown,
        feet: Double? = 35_000
    ) throws -> ManualTarget {
        try ManualTarget(
            identifier: "manual-1", aircraftClass: aircraftClass, timeUnixSeconds: AlertScene.start, position: here,
            level: feet.map { .pressure(feet: $0) } ?? .unknown, groundSpeedMetresPerSecond: speed, trackDegrees: track,
            errorMetres: error, source: "radar", enteredBy: "watch officer")
    }

    @Test("With speed and track it is carried along; the uncertainty grows by a fifth of the way")
    func carried() throws {
        let target = try target(speed: 200, track: 90)
        let state = target.state(at: AlertScene.start + 100)
        #expect(abs(state.position.distanceMetres(to: here) - 20_000) < 0.01)
        #expect(target.uncertaintyMetres(at: AlertScene.start + 100) == 500 + 0.2 * 200 * 100)
        #expect(target.uncertaintyMetres(at: AlertScene.start - 100) == 500)
    }

    @Test("Without speed it stays, and may be anywhere that its class can reach")
    func unknownSpeed() throws {
        let drone = try target(class: .drone)
        #expect(drone.state(at: AlertScene.start + 60).position == here)
        #expect(drone.uncertaintyMetres(at: AlertScene.start + 60) == 500 + 60 * 60)
        let unknown = try target().uncertaintyMetres(at: AlertScene.start + 60)
        #expect(unknown > drone.uncertaintyMetres(at: AlertScene.start + 60))
        #expect(try target(speed: 50).uncertaintyMetres(at: AlertScene.start + 60) == 500 + 50 * 60)
    }

    @Test("Bearing and range lead along the geodesic, and the bearing's error counts across")
    func bearingAndRange() throws {
        let target = try ManualTarget(
            identifier: "m", timeUnixSeconds: 0, from: here, bearingDegrees: 45, rangeMetres: 30_000,
            bearingErrorDegrees: 2, errorMetres: 300, source: "tower", enteredBy: "watch officer")
        let line = Geodesic.inverse(from: here, to: target.position)
        #expect(abs(line.distanceMetres - 30_000) < 0.001)
        #expect(abs(line.initialAzimuthDegrees - 45) < 1e-6)
        let across = 30_000 * 2 * Double.pi / 180
        #expect(abs(target.errorMetres - (300 * 300 + across * across).squareRoot()) < 1e-6)
    }

    @Test("The protected distance is widened by the uncertainty")
    func widened() throws {
        // 12 km abeam, same way: 5 NM is kept, 5 NM and the uncertainty is not once that exceeds 2,740 m.
        let target = try target(speed: 230, track: 90, error: 0)
        let flyer = Flyer("a", north: 12_000, track: 90)
        var monitor = try ConflictMonitor(rules: .everywhere)
        var firstAlert: Double?
        for second in stride(from: 0.0, through: 120, by: 1) {
            let time = AlertScene.start + second
            let picture = monitor.step(
                at: time, tracks: [flyer.track(at: second, start: AlertScene.start), target.track(at: time)])
            #expect(picture.alerts.allSatisfy { !$0.prediction.isInLoss })
            if firstAlert == nil, picture.alerts.contains(where: { $0.level != .none }) { firstAlert = second }
        }
        // It grows by 46 m a second.
        let alert = try #require(firstAlert)
        #expect(abs(alert - (12_000 - 9_260) / 46) < 4)
    }

    @Test("What can't be is refused in plain words")
    func refusals() {
        #expect(throws: SeparationError.self) { try target(speed: -1) }
        #expect(throws: SeparationError.self) { try target(track: 400) }
        #expect(throws: SeparationError.self) { try target(error: .nan) }
        #expect(throws: SeparationError.self) {
            try ManualTarget(
                identifier: "m", timeUnixSeconds: 0, from: here, bearingDegrees: 361, rangeMetres: 1, errorMetres: 0,
                source: "tower", enteredBy: "watch officer")
        }
        #expect(throws: SeparationError.self) {
            try ManualTarget(
                identifier: "m", timeUnixSeconds: 0, position: here, errorMetres: 0, source: "", enteredBy: "w")
        }
    }
}

import Airspace
import TestSupport
import Testing

@testable import Separation

/// The index against the comparison of every pair: exactly the same conflicts, wherever the traffic is.
@Suite struct SweepIndexTests {
    #if DEBUG
        private let count = 150
    #else
        private let count = 900
    #endif

    /// Where traffic is put.
    enum Place: CaseIterable {
        case midLatitude, northPole, southPole, antimeridian, cubeCorner, cubeEdge, wholeEarth, oneSpot, twoSpots, line
    }

    /// How fast it is.
    enum Speeds: CaseIterable {
        case alike, hovering, mixed, someVeryFast, drones
    }

    private func snapshot(_ place: Place, _ speeds: Speeds, seed: UInt64) throws -> SkySnapshot {
        var random = SeededRandom(seed: seed)
        var snapshot = SkySnapshot()
        let spread: Double = speeds == .drones || speeds == .hovering ? 60_000 : 900_000
        for number in 0..<count {
            var centre = GeodeticPosition(latitudeDegrees: 47, longitudeDegrees: 10)
            var distance = spread * random.uniform(0, 1).squareRoot()
            let bearing = random.uniform(0, 360)
            switch place {
            case .midLatitude: break
            case .northPole: centre = GeodeticPosition(latitudeDegrees: 90, longitudeDegrees: 0)
            case .southPole: centre = GeodeticPosition(latitudeDegrees: -90, longitudeDegrees: 77)
            case .antimeridian: centre = GeodeticPosition(latitudeDegrees: -17, longitudeDegrees: 180)
            case .cubeCorner: centre = GeodeticPosition(latitudeDegrees: 35.4, longitudeDegrees: -135)
            case .cubeEdge: centre = GeodeticPosition(latitudeDegrees: -45.1, longitudeDegrees: 90)
            case .wholeEarth: distance = random.uniform(0, 20_000_000)
            case .oneSpot: distance = random.uniform(0, 3000)
            case .twoSpots:
                distance = random.uniform(0, 5000) + (random.uniform(0, 1) < 0.5 ? 0 : 20_003_000)
            case .line:
                distance = random.uniform(-1, 1) * spread * 3
            }
            let position = Geodesic.direct(
                from: centre, azimuthDegrees: place == .line ? 33 : bearing, distanceMetres: distance
            ).position
            let speed: Double
            switch speeds {
            case .alike: speed = random.uniform(200, 250)
            case .hovering: speed = random.uniform(0, 1) < 0.8 ? 0 : random.uniform(0, 1)
            case .mixed: speed = random.uniform(0, 1) < 0.5 ? random.uniform(0, 30) : random.uniform(150, 600)
            case .someVeryFast:
                speed = random.uniform(0, 1) < 0.02 ? random.uniform(2000, 12_000) : random.uniform(0, 60)
            case .drones: speed = random.uniform(10, 30)
            }
            let altitude = speeds == .drones ? random.uniform(0, 120) : random.uniform(0, 12_000)
            let unknown = random.uniform(0, 1) < 0.03
            try snapshot.append(
                "\(number)", latitudeDegrees: position.latitudeDegrees, longitudeDegrees: position.longitudeDegrees,
                trackDegrees: random.uniform(0, 360), groundSpeedMetresPerSecond: speed,
                lowestLevelMetres: unknown ? 0 : altitude, highestLevelMetres: unknown ? 15_000 : altitude,
                verticalRateMetresPerSecond: random.uniform(0, 1) < 0.5 ? 0 : random.uniform(-12, 12),
                gaps: unknown ? .level : [])
        }
        return snapshot
    }

    private func everyPair(_ snapshot: SkySnapshot, _ minima: Minima, _ lookahead: TimeSpan) -> [PredictedConflict] {
        let thresholds = ConflictThresholds(minima, lookahead: lookahead)
        var conflicts: [PredictedConflict] = []
        for first in 0..<snapshot.count {
            for second in (first + 1)..<max(first + 1, snapshot.count) {
                if let conflict = PairKernel.prediction(first, second, snapshot, thresholds) {
                    conflicts.append(conflict)
                }
            }
        }
        return conflicts
    }

    @Test(arguments: Place.allCases, Speeds.allCases) func findsWhatEveryPairFinds(_ place: Place, _ speeds: Speeds)
        throws
    {
        var detector = ConflictDetector()
        let small = Minima(horizontal: Length(150, .metres), vertical: Length(15, .metres))
        for (minima, seconds) in [(Minima.enRoute, 300.0), (small, 60), (.enRoute, 0)] {
            let snapshot = try snapshot(place, speeds, seed: 5)
            let lookahead = TimeSpan(seconds: seconds)
            let found = try detector.detect(in: snapshot, minima: minima, lookahead: lookahead)
            let expected = everyPair(snapshot, minima, lookahead)
            let foundSet = Set(found)
            #expect(foundSet.count == found.count, "a pair was found twice")
            #expect(foundSet == Set(expected), "\(foundSet.count) found, \(expected.count) expected")
            if place == .oneSpot, minima == .enRoute, seconds > 0 { #expect(expected.count > count) }
        }
    }

    @Test func takesAnEmptySkyAndASingleAircraft() throws {
        var detector = ConflictDetector()
        var snapshot = SkySnapshot()
        #expect(try detector.detect(in: snapshot, minima: .enRoute, lookahead: TimeSpan(seconds: 300)).isEmpty)
        try snapshot.append(
            "a",
            KinematicState(
                timeUnixSeconds: 0, position: GeodeticPosition(latitudeDegrees: 1, longitudeDegrees: 2), level: .unknown
            ))
        #expect(snapshot.gaps == [[.velocity, .verticalRate, .level]])
        #expect(try detector.detect(in: snapshot, minima: .enRoute, lookahead: TimeSpan(seconds: 300)).isEmpty)
    }

    @Test func moreConflictsThanAllowedEndThePass() throws {
        var detector = ConflictDetector()
        let snapshot = try snapshot(.oneSpot, .alike, seed: 1)
        let lookahead = TimeSpan(seconds: 300)
        let all = try detector.detect(in: snapshot, minima: .enRoute, lookahead: lookahead)
        #expect(throws: DetectionFault.tooManyConflicts(limit: all.count - 1)) {
            try detector.detect(in: snapshot, minima: .enRoute, lookahead: lookahead, limit: all.count - 1)
        }
        // And the detector can be used again.
        #expect(try detector.detect(in: snapshot, minima: .enRoute, lookahead: lookahead, limit: all.count) == all)
    }

    @Test func optionsOutOfBoundsAreRefused() throws {
        var detector = ConflictDetector()
        let snapshot = try snapshot(.midLatitude, .alike, seed: 1)
        for seconds in [-1, 3601, Double.nan, .infinity] {
            #expect(throws: DetectionFault.self) {
                try detector.detect(in: snapshot, minima: .enRoute, lookahead: TimeSpan(seconds: seconds))
            }
        }
        for metres in [0, 200_001, Double.nan] {
            let minima = Minima(horizontal: Length(metres, .metres), vertical: Length(1000, .feet))
            #expect(throws: DetectionFault.self) {
                try detector.detect(in: snapshot, minima: minima, lookahead: TimeSpan(seconds: 60))
            }
        }
    }
}

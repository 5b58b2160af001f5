public import Accord
import Airspace

/// A flight on the plane that touches the earth at the middle of the scenario, metres east and north.
///
/// At a distance r of the middle the plane's scale is off by less than (r / R)²: 0.009 % at 60 km. So the rehearsal flies in
/// the plane and looks there for the moment of the closest approach, and measures the approach itself on WGS-84.
struct PlaneRoute: Sendable {
    var startEast: Double
    var startNorth: Double
    var directionEast: Double
    var directionNorth: Double
    var levelFeet: Double
    var metresPerSecond: Double
    var pointEast: [Double]
    var pointNorth: [Double]
    var pointLevelFeet: [Double]
    var pointMetresPerSecond: [Double]
    var performance: FlightPerformance
    var escape: EscapeManoeuvre

    init(_ flight: RehearsedFlight, in frame: LocalFrame) {
        let start = frame.local(EarthCentred(footOf: flight.start))
        let heading = HorizontalVelocity(trackDegrees: flight.startTrackDegrees, metresPerSecond: 1)
        startEast = start.east
        startNorth = start.north
        directionEast = heading.east
        directionNorth = heading.north
        levelFeet = flight.startLevelFeet
        metresPerSecond = flight.startMetresPerSecond
        let points = flight.legs.map { frame.local(EarthCentred(footOf: $0.to)) }
        pointEast = points.map(\.east)
        pointNorth = points.map(\.north)
        pointLevelFeet = flight.legs.map(\.levelFeet)
        pointMetresPerSecond = flight.legs.map(\.metresPerSecond)
        performance = flight.performance
        escape = flight.escape
    }
}

extension RehearsalScenario {
    /// No place of a scenario is further from its middle, metres: there the plane's scale is off by less than 0.09 %.
    public static let greatestRadiusMetres = 100 * 1852.0

    /// No more pairs are rehearsed.
    public static let greatestPairs = 64

    /// Every place of the scenario.
    var places: [GeodeticPosition] {
        flights.flatMap { flight in [flight.start] + flight.legs.map(\.to) }
    }

    /// The frame at the middle of all places.
    var frame: LocalFrame {
        let sum = places.reduce(EarthCentred(x: 0, y: 0, z: 0)) { $0 + EarthCentred(footOf: $1) }
        guard sum.length > 1 else {
            return LocalFrame(at: flights.first?.start ?? GeodeticPosition(latitudeDegrees: 0, longitudeDegrees: 0))
        }
        return LocalFrame(at: GeodeticPosition(sum * (WGS84.semiMajorAxisMetres / sum.length)))
    }

    /// What is wrong with it, in plain words of both languages; empty when it can be flown.
    public var faults: [BilingualText] {
        var faults: [BilingualText] = []
        func add(_ english: String, _ russian: String) {
            faults.append(BilingualText(english: english, russian: russian))
        }
        let middle = GeodeticPosition(frame.origin)
        if places.contains(where: { $0.distanceMetres(to: middle) > Self.greatestRadiusMetres }) {
            add(
                "a place is more than 100 NM from the middle of the exercise",
                "точка удалена от середины тренировки более чем на 100 морских миль")
        }
        if !pairs.allSatisfy({ flights.indices.contains($0.first) && flights.indices.contains($0.second) })
            || !(1...Self.greatestPairs).contains(pairs.count) || flights.count < 2
        {
            add(
                "1 to \(Self.greatestPairs) pairs of flights keep a distance from each other",
                "расстояние друг от друга выдерживают от 1 до \(Self.greatestPairs) пар экипажей")
        }
        for flight in flights {
            let speeds = [flight.startMetresPerSecond] + flight.legs.map(\.metresPerSecond)
            if !speeds.allSatisfy({ (10...1_000).contains($0) }) {
                add(
                    "\(flight.name) flies at 20 to 1,940 kt",
                    "\(flight.name): скорость должна быть от 20 до 1940 узлов")
            }
            let bank = flight.performance.bankDegrees
            if !(1...80).contains(bank) {
                add("\(flight.name) banks by 1° to 80°", "\(flight.name): крен должен быть от 1° до 80°")
            }
        }
        if !(1...14_400).contains(durationSeconds) {
            add("a run lasts 1 s to 4 h", "прогон длится от 1 с до 4 ч")
        }
        if !(minimumMetres > 0 && minimumMetres <= ChordDistance.rangeMetres) {
            add(
                "the minimum is above 0 and at most 20 NM",
                "минимум должен быть больше 0 и не больше 20 морских миль")
        }
        return faults
    }
}

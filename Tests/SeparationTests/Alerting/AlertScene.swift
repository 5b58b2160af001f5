import Airspace
import Separation

/// An aircraft that flies straight, for the tests of alerting.
struct Flyer {
    var identifier: String
    var position: GeodeticPosition
    var trackDegrees: Double
    var metresPerSecond: Double
    var feet: Double?
    var feetPerMinute = 0.0
    var aircraftClass = AircraftClass.airliner
    var squawk: String?
    var isOnGround = false
    var flaws: QualityFlags = []
    /// It is not heard any more after this many seconds.
    var silentAfterSeconds = Double.infinity

    /// At `start` metres east and north of 49° N 2° E.
    init(
        _ identifier: String, east: Double = 0, north: Double = 0, track: Double, speed: Double = 230,
        feet: Double? = 35_000
    ) {
        self.identifier = identifier
        let centre = GeodeticPosition(latitudeDegrees: 49, longitudeDegrees: 2)
        let velocity = HorizontalVelocity(east: east, north: north)
        position =
            Geodesic.direct(
                from: centre, azimuthDegrees: velocity.trackDegrees, distanceMetres: velocity.metresPerSecond
            ).position
        trackDegrees = track
        metresPerSecond = speed
        self.feet = feet
    }

    /// Two that collide head-on `seconds` from the start.
    static func collision(in seconds: Double, speed: Double = 230, names: (String, String) = ("a", "b")) -> [Flyer] {
        let metres = speed * seconds
        return [
            Flyer(names.0, east: -metres, track: 90, speed: speed),
            Flyer(names.1, east: metres, track: 270, speed: speed),
        ]
    }

    func track(at seconds: Double, start: Double) -> AlertTrack {
        let end = Geodesic.direct(
            from: position, azimuthDegrees: trackDegrees, distanceMetres: metresPerSecond * seconds)
        let level = feet.map { Level.pressure(feet: $0 + feetPerMinute / 60 * seconds) } ?? .unknown
        return AlertTrack(
            identifier: identifier,
            state: KinematicState(
                timeUnixSeconds: start + seconds, position: end.position, level: level,
                groundSpeedMetresPerSecond: metresPerSecond, trackDegrees: end.azimuthDegrees,
                verticalRateMetresPerSecond: feetPerMinute * 0.3048 / 60),
            lastReportUnixSeconds: start + min(seconds, silentAfterSeconds), aircraftClass: aircraftClass,
            isOnGround: isOnGround, squawk: squawk, flaws: flaws)
    }
}

/// Runs a monitor over flyers and keeps every picture.
struct AlertScene {
    static let start = 1_700_000_000.0

    var monitor: ConflictMonitor
    var pictures: [AlertPicture] = []

    init(_ rules: AlertRules) throws {
        monitor = try ConflictMonitor(rules: rules)
    }

    /// One cycle at each whole second of `seconds`.
    mutating func run(_ flyers: [Flyer], seconds: ClosedRange<Int>) {
        for second in seconds {
            let tracks = flyers.map { $0.track(at: Double(second), start: Self.start) }
            pictures.append(monitor.step(at: Self.start + Double(second), tracks: tracks))
        }
    }

    /// The level of an alert by second.
    func levels(_ identifier: AlertIdentifier) -> [AlertLevel] {
        pictures.map { picture in picture.alerts.first { $0.identifier == identifier }?.level ?? .none }
    }

    /// Every event, as `second kind`.
    var story: [String] {
        pictures.flatMap { picture in
            picture.events.map { "\(Int($0.timeUnixSeconds - Self.start)) \($0.kind.rawValue) \($0.subject)" }
        }
    }
}

extension AlertRules {
    /// 5 NM and 1,000 ft, alerting everywhere.
    static var everywhere: AlertRules {
        AlertRules(
            minima: ClassMinima(.enRoute),
            volumes: [AlertVolume(name: "all", volume: Volume(footprint: .everywhere))])
    }

    /// 5 NM and 1,000 ft, alerting within `radiusMetres` of 49° N 2° E between two levels.
    static func circle(
        radiusMetres: Double, from lowerFeet: Double? = nil, to upperFeet: Double? = nil
    ) -> AlertRules {
        let centre = GeodeticPosition(latitudeDegrees: 49, longitudeDegrees: 2)
        return AlertRules(
            minima: ClassMinima(.enRoute),
            volumes: [
                AlertVolume(
                    name: "circle",
                    volume: Volume(
                        footprint: .circle(centre: centre, radiusMetres: radiusMetres),
                        lower: lowerFeet.map { Altitude(feet: $0, datum: .pressure) },
                        upper: upperFeet.map { Altitude(feet: $0, datum: .pressure) }))
            ])
    }
}

/// The alert of the pair a and b.
let pairAB = AlertIdentifier("a", "b")

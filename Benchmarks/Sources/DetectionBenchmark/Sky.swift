import Airspace
import Separation

/// Random skies of a given density, the same on every machine.
struct Sky {
    /// What kind of traffic.
    enum Traffic {
        /// 200 to 250 m/s, FL100 to FL400, a third climbing or descending, one to 1,000 km².
        case airliners
        /// 10 to 30 m/s, ground to 120 m, one to a square kilometre.
        case drones
    }

    var snapshot = SkySnapshot()
    var minima: Minima
    var lookahead: TimeSpan

    init(_ traffic: Traffic, count: Int, seed: UInt64 = 1) throws {
        var random = SplitMix(seed: seed)
        let squareMetres: Double
        switch traffic {
        case .airliners:
            squareMetres = 1e9
            minima = .enRoute
            lookahead = TimeSpan(seconds: 300)
        case .drones:
            squareMetres = 1e6
            minima = Minima(horizontal: Length(150, .metres), vertical: Length(15, .metres))
            lookahead = TimeSpan(seconds: 60)
        }
        // Even over a cap around 47° N 10° E: by the sphere's area, evenly in the cosine of the distance.
        let radius = 6_371_000.0
        let depth = Double(count) * squareMetres / (2 * .pi * radius * radius)
        let centre = GeodeticPosition(latitudeDegrees: 47, longitudeDegrees: 10)
        snapshot.reserveCapacity(count)
        for number in 0..<count {
            let part = random.uniform(0, min(depth, 2)) / 2
            let position = Geodesic.direct(
                from: centre, azimuthDegrees: random.uniform(0, 360),
                distanceMetres: 2 * radius * Self.arcSine(part.squareRoot())
            ).position
            let level: ClosedRange<Double>
            let speed: ClosedRange<Double>
            let rate: Double
            switch traffic {
            case .airliners:
                level = 3048...12192
                speed = 200...250
                rate = random.uniform(0, 3) < 1 ? random.uniform(-10, 10) : 0
            case .drones:
                level = 0...120
                speed = 10...30
                rate = random.uniform(0, 3) < 1 ? random.uniform(-2, 2) : 0
            }
            let altitude = random.uniform(level.lowerBound, level.upperBound)
            try snapshot.append(
                String(number, radix: 16), latitudeDegrees: position.latitudeDegrees,
                longitudeDegrees: position.longitudeDegrees,
                trackDegrees: random.uniform(0, 360),
                groundSpeedMetresPerSecond: random.uniform(speed.lowerBound, speed.upperBound),
                lowestLevelMetres: altitude, highestLevelMetres: altitude, verticalRateMetresPerSecond: rate)
        }
    }
}

extension Sky {
    /// The arc sine of 0 to 1, from the bearing of a velocity.
    private static func arcSine(_ sine: Double) -> Double {
        HorizontalVelocity(east: sine, north: max(0, 1 - sine * sine).squareRoot()).trackDegrees * .pi / 180
    }
}

/// A small generator of our own, so that the skies are the same everywhere (Steele, Lea and Flood 2014).
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func uniform(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * Double(next() >> 11) * 0x1p-53
    }
}

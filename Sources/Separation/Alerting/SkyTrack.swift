import Airspace

/// A track made ready for geometry: foot point and velocity in earth-centred axes, levels in feet.
struct SkyTrack: Sendable {
    /// Foot point.
    var place: EarthCentred
    /// Velocity over the ground; zero when speed or track is not known.
    var velocity: EarthCentred
    /// Ground speed, metres per second; 0 when not known.
    var speed: Double
    /// The lowest pressure altitude that it may have, feet.
    var lowestFeet: Double
    /// The highest one; equal to the lowest when the level is known.
    var highestFeet: Double
    /// Rate of climb, feet per second; 0 when not known.
    var climbFeetPerSecond: Double
    /// How far off its place may be, metres.
    var uncertaintyMetres: Double
    /// How far off its level may be, feet.
    var levelUncertaintyFeet: Double

    /// Whether its pressure altitude is known.
    var isLevelKnown: Bool { lowestFeet == highestFeet }

    /// Nil for a track with numbers that nothing can have: it takes no part.
    init?(_ track: AlertTrack) {
        let state = track.state
        let bounds = state.level.boundsFeet
        let speed = state.groundSpeedMetresPerSecond ?? 0
        let climb = (state.verticalRateMetresPerSecond ?? 0) / LengthUnit.feet.metres
        guard GeodeticPosition(valid: state.position.latitudeDegrees, state.position.longitudeDegrees) != nil,
            bounds.lowerBound.isFinite, bounds.upperBound.isFinite, speed.isFinite, speed >= 0, climb.isFinite,
            track.uncertaintyMetres.isFinite, track.uncertaintyMetres >= 0,
            track.levelUncertaintyFeet.isFinite, track.levelUncertaintyFeet >= 0
        else { return nil }
        let frame = LocalFrame(at: state.position)
        place = frame.origin
        if let degrees = state.trackDegrees, degrees.isFinite {
            velocity = frame.earthCentred(HorizontalVelocity(trackDegrees: degrees, metresPerSecond: speed))
            self.speed = speed
        } else {
            velocity = EarthCentred(x: 0, y: 0, z: 0)
            self.speed = 0
        }
        lowestFeet = bounds.lowerBound
        highestFeet = bounds.upperBound
        climbFeetPerSecond = climb
        uncertaintyMetres = track.uncertaintyMetres
        levelUncertaintyFeet = track.levelUncertaintyFeet
    }
}

/// How two aircraft stand to each other now, and how that changes while both fly straight.
///
/// Both are projected along the normal half-way between them. A motion along a geodesic differs from its projection by about
/// x³/6R² when it leads x away from there: 5 m after 80 km, so the prediction is good to some 20 m at 300 s and 270 m/s.
struct PairGeometry: Sendable {
    /// The first as seen from the second, straight lines, metres. `up` is 0 when it is not known that they are apart.
    var motion: RelativeMotion
    /// The frame half-way between the two, in which `motion` is.
    var frame: LocalFrame
    /// Horizontal distance now, metres.
    var horizontalMetres: Double
    /// Difference of levels now, feet, rounded to 0.01 ft; nil: a level is not known.
    var verticalFeet: Double?
    /// The least difference that the levels may have, feet: `verticalFeet` when both are known.
    var leastVerticalFeet: Double

    init(_ first: SkyTrack, _ second: SkyTrack) {
        let middle = (first.place + second.place) * 0.5
        frame = LocalFrame(at: GeodeticPosition(middle))
        let way = first.place - second.place
        let rate = first.velocity - second.velocity
        let isKnown = first.isLevelKnown && second.isLevelKnown
        let above = roundedToHundredthFeet(first.lowestFeet - second.highestFeet)
        let below = roundedToHundredthFeet(second.lowestFeet - first.highestFeet)
        // Where levels overlap nothing says that they are apart, nor that a rate takes them apart.
        let gap = above > 0 ? above : below > 0 ? -below : 0
        let climb = first.climbFeetPerSecond - second.climbFeetPerSecond
        motion = RelativeMotion(
            east: way.dot(frame.east), north: way.dot(frame.north), up: gap * LengthUnit.feet.metres,
            eastRate: rate.dot(frame.east), northRate: rate.dot(frame.north),
            upRate: isKnown || gap != 0 ? climb * LengthUnit.feet.metres : 0)
        let chord = way.length
        horizontalMetres =
            chord < ChordDistance.rangeMetres
            ? ChordDistance.metres(first.place, second.place)
            : (motion.east * motion.east + motion.north * motion.north).squareRoot()
        leastVerticalFeet = abs(gap)
        verticalFeet = isKnown ? leastVerticalFeet : nil
    }
}

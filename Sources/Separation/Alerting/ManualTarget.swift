public import Airspace

/// A target that does not broadcast, entered by hand and carried forward with growing uncertainty.
///
/// It has no clock: `track(at:)` says where it is taken to be, and how far off it may be, at any picture time.
public struct ManualTarget: Sendable, Hashable {
    /// Its identifier in the picture; the caller keeps it unique.
    public var identifier: String
    /// What it is called on the display; nil: nothing.
    public var callsign: String?
    /// Its class, as far as it is known.
    public var aircraftClass: AircraftClass
    /// When it was there, Unix seconds.
    public var timeUnixSeconds: Double
    /// Where it was.
    public var position: GeodeticPosition
    /// Its pressure altitude, as far as it is known.
    public var level: Level
    /// Its ground speed, metres per second; nil: not known.
    public var groundSpeedMetresPerSecond: Double?
    /// Its direction of motion, degrees from true north; nil: not known.
    public var trackDegrees: Double?
    /// How far off the place may have been when it was observed, metres.
    public var errorMetres: Double
    /// Where the observation comes from: a radar, a voice report, a watcher.
    public var source: String
    /// Who entered it.
    public var enteredBy: String

    /// A target at a place.
    ///
    /// - Throws: `SeparationError.manualTarget`, in plain words for whoever entered it.
    public init(
        identifier: String, callsign: String? = nil, aircraftClass: AircraftClass = .unknown, timeUnixSeconds: Double,
        position: GeodeticPosition, level: Level = .unknown, groundSpeedMetresPerSecond: Double? = nil,
        trackDegrees: Double? = nil, errorMetres: Double, source: String, enteredBy: String
    ) throws(SeparationError) {
        self.identifier = identifier
        self.callsign = callsign
        self.aircraftClass = aircraftClass
        self.timeUnixSeconds = timeUnixSeconds
        self.position = position
        self.level = level
        self.groundSpeedMetresPerSecond = groundSpeedMetresPerSecond
        self.trackDegrees = trackDegrees
        self.errorMetres = errorMetres
        self.source = source
        self.enteredBy = enteredBy
        if let reason = fault { throw SeparationError.manualTarget(reason: reason) }
    }

    /// A target at a bearing and a range from a point. The error of the bearing adds to `errorMetres` in quadrature.
    ///
    /// - Throws: `SeparationError.manualTarget`, in plain words for whoever entered it.
    public init(
        identifier: String, callsign: String? = nil, aircraftClass: AircraftClass = .unknown, timeUnixSeconds: Double,
        from point: GeodeticPosition, bearingDegrees: Double, rangeMetres: Double, bearingErrorDegrees: Double = 0,
        level: Level = .unknown, groundSpeedMetresPerSecond: Double? = nil, trackDegrees: Double? = nil,
        errorMetres: Double, source: String, enteredBy: String
    ) throws(SeparationError) {
        guard bearingDegrees.isFinite, (0...360).contains(bearingDegrees) else {
            throw SeparationError.manualTarget(reason: "a bearing is 0° to 360° true")
        }
        guard rangeMetres.isFinite, (0...1_000_000).contains(rangeMetres) else {
            throw SeparationError.manualTarget(reason: "a range is 0 to 1,000 km")
        }
        guard bearingErrorDegrees.isFinite, (0...90).contains(bearingErrorDegrees) else {
            throw SeparationError.manualTarget(reason: "the error of a bearing is 0° to 90°")
        }
        let across = rangeMetres * bearingErrorDegrees * radiansPerDegree
        try self.init(
            identifier: identifier, callsign: callsign, aircraftClass: aircraftClass, timeUnixSeconds: timeUnixSeconds,
            position: Geodesic.direct(from: point, azimuthDegrees: bearingDegrees, distanceMetres: rangeMetres)
                .position,
            level: level, groundSpeedMetresPerSecond: groundSpeedMetresPerSecond, trackDegrees: trackDegrees,
            errorMetres: (errorMetres * errorMetres + across * across).squareRoot(), source: source,
            enteredBy: enteredBy)
    }

    /// Why it can't be entered; nil: it can.
    private var fault: String? {
        if identifier.isEmpty { return "it needs an identifier" }
        if source.isEmpty { return "it needs a source: who or what saw it" }
        if enteredBy.isEmpty { return "it needs the name of whoever enters it" }
        if !timeUnixSeconds.isFinite { return "it needs a time" }
        if GeodeticPosition(valid: position.latitudeDegrees, position.longitudeDegrees) == nil {
            return "its place is no place on earth"
        }
        if !errorMetres.isFinite || !(0...200_000).contains(errorMetres) { return "its error is 0 to 200 km" }
        if let speed = groundSpeedMetresPerSecond, !speed.isFinite || !(0...1_500).contains(speed) {
            return "its speed is 0 to 1,500 m/s"
        }
        if let track = trackDegrees, !track.isFinite || !(0...360).contains(track) {
            return "its track is 0° to 360° true"
        }
        return nil
    }
}

/// `track/1`: Where an aircraft of the writer's party was, as far as a rule of the agreement lets it be told.
public struct TrackBody: EntryBody {
    /// The type of its entries.
    public static let type = "track/1"

    /// The pseudonym, or the identifier where the rule gives it.
    public var track: String
    /// When the aircraft was there.
    public var time: EntryTime
    /// Degrees north, WGS-84.
    public var lat: Double
    /// Degrees east.
    public var lon: Double
    /// Its level, feet; where the rule gives it.
    public var levelFt: Double?
    /// What the level is measured from; nil: pressure, 1013.25 hPa.
    public var datum: LevelDatum?
    /// Ground speed, knots; where the rule gives it.
    public var speedKt: Double?
    /// Where it goes, degrees true; where the rule gives it.
    public var trackDegrees: Double?
    /// Rate of climb, feet a minute; where the rule gives it.
    public var verticalFpm: Double?
    /// The grid that the position is rounded to, nautical miles.
    public var gridNM: Double
    /// The grid that the level is rounded to, feet.
    public var levelGridFt: Double
    /// The grid that the time is rounded to, seconds.
    public var timeGridSeconds: Double
    /// How long it was held back, seconds.
    public var delaySeconds: Double
    /// The rule that allowed it.
    public var rule: String
    /// The emergency that it is in.
    public var emergency: SharedEmergency?

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case track, time, lat, lon, levelFt, datum, speedKt, trackDegrees, verticalFpm, gridNM, levelGridFt
        case timeGridSeconds, delaySeconds, rule, emergency
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(
        track: String, time: EntryTime, lat: Double, lon: Double, levelFt: Double? = nil, datum: LevelDatum? = nil,
        speedKt: Double? = nil, trackDegrees: Double? = nil, verticalFpm: Double? = nil, gridNM: Double,
        levelGridFt: Double, timeGridSeconds: Double, delaySeconds: Double, rule: String,
        emergency: SharedEmergency? = nil
    ) {
        self.track = track
        self.time = time
        self.lat = lat
        self.lon = lon
        self.levelFt = levelFt
        self.datum = datum
        self.speedKt = speedKt
        self.trackDegrees = trackDegrees
        self.verticalFpm = verticalFpm
        self.gridNM = gridNM
        self.levelGridFt = levelGridFt
        self.timeGridSeconds = timeGridSeconds
        self.delaySeconds = delaySeconds
        self.rule = rule
        self.emergency = emergency
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(track, "track")
        FieldCheck.position(lat, lon)
        FieldCheck.level(levelFt)
        FieldCheck.range(speedKt, "speedKt", 0...3_000)
        FieldCheck.range(trackDegrees, "trackDegrees", 0...360)
        FieldCheck.range(verticalFpm, "verticalFpm", -60_000...60_000)
        FieldCheck.range(gridNM, "gridNM", 0...60)
        FieldCheck.range(levelGridFt, "levelGridFt", 0...20_000)
        FieldCheck.range(timeGridSeconds, "timeGridSeconds", 0...600)
        FieldCheck.range(delaySeconds, "delaySeconds", 0...86_400)
        FieldCheck.identifier(rule, "rule")
    }

    /// A position is no later than it is told, as far as clocks of receivers and the grid of times go: one from far ahead would stay in
    /// the picture, and keep out what comes after it, until that time has come.
    public func fault(inEntryWrittenAt atUnixSeconds: Double) -> String? {
        let ahead = time.unixSeconds - atUnixSeconds
        guard ahead > Self.mostSecondsAhead + timeGridSeconds else { return nil }
        return "time is \(Int(ahead.rounded())) s later than the entry itself"
    }

    /// How far the clock of a receiver may be ahead, seconds.
    public static let mostSecondsAhead = 600.0
}

/// `track-ended/1`: Nothing further is told of a track.
public struct TrackEndedBody: EntryBody {
    /// The type of its entries.
    public static let type = "track-ended/1"
    /// Why nothing further is told.
    public enum Reason: String, Sendable, Codable, CaseIterable {
        /// It left the place, the levels or the times of the rule.
        case left
        /// There is no rule for it any more.
        case noRule = "no-rule"
        /// Our own receivers have lost it.
        case silent
        /// The agreement is suspended.
        case suspended
    }

    /// Its pseudonym.
    public var track: String
    /// Why.
    public var reason: Reason

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case track, reason
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(track: String, reason: Reason) {
        self.track = track
        self.reason = reason
    }

    /// What is out of range.
    public var fault: String? { FieldCheck.identifier(track, "track") }
}

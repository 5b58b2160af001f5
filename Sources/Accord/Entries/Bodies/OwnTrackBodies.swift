/// `own-track/1`: A track as this station itself holds it, at full precision.
public struct OwnTrackBody: EntryBody {
    /// The type of its entries.
    public static let type = "own-track/1"
    /// The ``source`` of simulated flights, which are no aircraft.
    public static let simulator = "simulator"

    /// The identifier.
    public var track: String
    /// The call sign.
    public var callsign: String?
    /// When the aircraft was there.
    public var time: EntryTime
    /// Degrees north, WGS-84.
    public var lat: Double
    /// Degrees east.
    public var lon: Double
    /// Level, feet.
    public var levelFt: Double?
    /// What the level is measured from; nil: pressure.
    public var datum: LevelDatum?
    /// Ground speed, knots.
    public var speedKt: Double?
    /// Where it goes, degrees true.
    public var trackDegrees: Double?
    /// Rate of climb, feet a minute.
    public var verticalFpm: Double?
    /// The feed.
    public var source: String
    /// Whether it was on the list of our own.
    public var ours: Bool
    /// Flags of quality; empty when clean.
    public var quality: [String]

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case track, callsign, time, lat, lon, levelFt, datum, speedKt, trackDegrees, verticalFpm, source, ours
        case quality
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(
        track: String, callsign: String? = nil, time: EntryTime, lat: Double, lon: Double, levelFt: Double? = nil,
        datum: LevelDatum? = nil, speedKt: Double? = nil, trackDegrees: Double? = nil, verticalFpm: Double? = nil,
        source: String, ours: Bool, quality: [String]
    ) {
        self.track = track
        self.callsign = callsign
        self.time = time
        self.lat = lat
        self.lon = lon
        self.levelFt = levelFt
        self.datum = datum
        self.speedKt = speedKt
        self.trackDegrees = trackDegrees
        self.verticalFpm = verticalFpm
        self.source = source
        self.ours = ours
        self.quality = quality
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.needed(track, "track", longest: 64)
        FieldCheck.text(callsign, "callsign", longest: 32)
        FieldCheck.position(lat, lon)
        FieldCheck.level(levelFt)
        FieldCheck.range(speedKt, "speedKt", 0...3_000)
        FieldCheck.range(trackDegrees, "trackDegrees", 0...360)
        FieldCheck.range(verticalFpm, "verticalFpm", -60_000...60_000)
        FieldCheck.needed(source, "source", longest: 200)
        FieldCheck.texts(quality, "quality", most: 32)
    }
}

/// `pseudonym/1`: Who a pseudonym is, so that its owner can open it later, with proof.
public struct PseudonymBody: EntryBody {
    /// The type of its entries.
    public static let type = "pseudonym/1"

    /// The pseudonym.
    public var pseudonym: String
    /// The identifier of the aircraft.
    public var track: String
    /// Under which agreement.
    public var agreement: String
    /// 16 random bytes that the pseudonym was made with, base64.
    public var nonce: String

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case pseudonym, track, agreement, nonce
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(pseudonym: String, track: String, agreement: String, nonce: String) {
        self.pseudonym = pseudonym
        self.track = track
        self.agreement = agreement
        self.nonce = nonce
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(pseudonym, "pseudonym")
        FieldCheck.needed(track, "track", longest: 64)
        FieldCheck.identifier(agreement, "agreement")
        FieldCheck.base64(nonce, "nonce", bytes: 16...32)
    }
}

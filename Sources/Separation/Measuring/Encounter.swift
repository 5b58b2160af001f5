public import Airspace

/// A stretch of time in which two tracks were in loss of separation, with its closest approach.
public struct Encounter: Sendable, Hashable {
    /// An aircraft's place at one second.
    public struct Place: Sendable, Hashable {
        /// Where, WGS-84.
        public var position: GeodeticPosition
        /// Pressure altitude, feet.
        public var altitudeFeet: Double

        /// A place.
        public init(position: GeodeticPosition, altitudeFeet: Double) {
            self.position = position
            self.altitudeFeet = altitudeFeet
        }
    }

    /// Identifier of the one, before `b` in the order of their bytes.
    public var a: String
    /// Identifier of the other.
    public var b: String
    /// Call sign of `a` at the closest approach; nil: none was heard.
    public var callsignA: String?
    /// Call sign of `b` at the closest approach; nil: none was heard.
    public var callsignB: String?
    /// The first second of loss, Unix seconds.
    public var start: Int
    /// The last second of loss, Unix seconds.
    public var end: Int
    /// How many seconds of loss.
    public var lossSeconds: Int
    /// The smallest horizontal distance over the losses, metres.
    public var minHorizontalMetres: Double
    /// When that was, the earliest on ties, Unix seconds.
    public var minHorizontalAt: Int
    /// The vertical distance then, feet.
    public var verticalFeetAtMinHorizontal: Double
    /// The smallest slant distance over the losses, metres.
    public var minSlantMetres: Double
    /// When that was, the earliest on ties, Unix seconds.
    public var minSlantAt: Int
    /// The smallest vertical distance over the losses, feet.
    public var minVerticalFeet: Double
    /// What is wrong with the data it rests on; empty: clean.
    public var quality: QualityFlags
    /// Where `a` was at the closest approach.
    public var placeA: Place
    /// Where `b` was at the closest approach.
    public var placeB: Place

    /// An encounter, measured or read back from where it was kept.
    public init(
        a: String, b: String, callsignA: String?, callsignB: String?, start: Int, end: Int, lossSeconds: Int,
        minHorizontalMetres: Double, minHorizontalAt: Int, verticalFeetAtMinHorizontal: Double,
        minSlantMetres: Double, minSlantAt: Int, minVerticalFeet: Double, quality: QualityFlags,
        placeA: Place, placeB: Place
    ) {
        self.a = a
        self.b = b
        self.callsignA = callsignA
        self.callsignB = callsignB
        self.start = start
        self.end = end
        self.lossSeconds = lossSeconds
        self.minHorizontalMetres = minHorizontalMetres
        self.minHorizontalAt = minHorizontalAt
        self.verticalFeetAtMinHorizontal = verticalFeetAtMinHorizontal
        self.minSlantMetres = minSlantMetres
        self.minSlantAt = minSlantAt
        self.minVerticalFeet = minVerticalFeet
        self.quality = quality
        self.placeA = placeA
        self.placeB = placeB
    }
}

extension Encounter {
    /// The order in which encounters are listed: by start, then `a`, then `b`.
    public static func isListedBefore(_ left: Encounter, _ right: Encounter) -> Bool {
        (left.start, left.a, left.b) < (right.start, right.a, right.b)
    }
}

/// One second at which a pair was in loss.
public struct LossSecond: Sendable, Hashable {
    /// The second, Unix seconds.
    public var second: Int
    /// Identifier of the one, before `b` in the order of their bytes.
    public var a: String
    /// Identifier of the other.
    public var b: String
    /// Geodesic distance, metres.
    public var horizontalMetres: Double
    /// Difference of pressure altitude, rounded to 0.01 ft.
    public var verticalFeet: Double
}

public import Airspace

/// Traffic information for one aircraft about another, from their real numbers: what is proposed for a conflict.
public struct TrafficInformation: Sendable, Hashable {
    /// The direction to the other, degrees true, seen from the aircraft that is told.
    public var bearingDegrees: Double
    /// Where the aircraft that is told is going, degrees true.
    public var trackDegrees: Double
    /// Where the other is going, degrees true; nil where unknown.
    public var otherTrackDegrees: Double?
    /// How far the other is.
    public var distance: Length
    /// The other's pressure altitude in feet; nil where unknown: LEVEL UNKNOWN is said.
    public var otherPressureAltitudeFeet: Double?

    /// Traffic information from a geometry.
    public init(
        bearingDegrees: Double, trackDegrees: Double, otherTrackDegrees: Double?, distance: Length,
        otherPressureAltitudeFeet: Double?
    ) {
        self.bearingDegrees = bearingDegrees
        self.trackDegrees = trackDegrees
        self.otherTrackDegrees = otherTrackDegrees
        self.distance = distance
        self.otherPressureAltitudeFeet = otherPressureAltitudeFeet
    }

    /// The message.
    ///
    /// - Throws: `PhraseologyError` where a number is none, such as a bearing that is not finite.
    public func element() throws(PhraseologyError) -> MessageElement {
        guard bearingDegrees.isFinite, trackDegrees.isFinite, distance.value.isFinite else {
            throw PhraseologyError.message(reason: "the position of the traffic is unknown")
        }
        let hour = Int((Self.turn(from: trackDegrees, to: bearingDegrees) / 30).rounded()) % 12
        var values: [String: Value] = [
            "clock": .clock(hour == 0 ? 12 : hour), "dist": .quantity(Quantity(saying: distance)),
            "level": .vertical(level),
        ]
        if let motion { values["dir"] = .choice(motion) }
        return try MessageElement("TI.TRAFFIC", values)
    }

    /// A flight level to the nearest hundred feet; unknown where it is none that can be said.
    private var level: VerticalPosition {
        guard let feet = otherPressureAltitudeFeet, feet.isFinite, (950...99_900).contains(feet) else {
            return .unknown
        }
        return .flightLevel(Int((feet / 100).rounded()))
    }

    /// Opposite and same direction within 45 degrees, crossing otherwise.
    private var motion: String? {
        guard let otherTrackDegrees, otherTrackDegrees.isFinite else { return nil }
        switch Self.turn(from: trackDegrees, to: otherTrackDegrees) {
        case 0..<45, 315...360: return "same"
        case 135...225: return "opposite"
        case 45..<135: return "crossing-left-to-right"
        default: return "crossing-right-to-left"
        }
    }

    private static func turn(from first: Double, to second: Double) -> Double {
        let turn = (second - first).truncatingRemainder(dividingBy: 360)
        return turn < 0 ? turn + 360 : turn
    }
}

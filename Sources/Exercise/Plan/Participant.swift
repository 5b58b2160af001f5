public import Airspace
public import Phraseology

/// Who takes part.
public struct Participant: Sendable, Hashable {
    /// What kind of participant it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A crew in the air.
        case flight
        /// People on the ground with a place of their own.
        case groundUnit = "ground-unit"
        /// Someone who watches and speaks.
        case controller
        /// A civil aircraft or person: a fault, whatever the reason.
        case civil
    }

    /// The identifier in the plan.
    public var identifier: String
    /// The kind.
    public var kind: Kind
    /// Whose it is.
    public var party: String
    /// The call sign on the radio.
    public var callsign: String
    /// The languages it speaks, `en`, `ru`.
    public var languages: [String]
    /// The track's identifier at the watch, where it is known beforehand.
    public var track: String?
    /// Of a ground unit: where it is.
    public var position: GeodeticPosition?
    /// Of a ground unit: who runs it.
    public var operatorName: String?
    /// Of a ground unit: how far from it the surface is dangerous.
    public var dangerRadius: Length?
    /// Of a flight: where it begins.
    public var start: FlightStart?
    /// Of a flight: what it can do.
    public var performance = FlightPerformance()
    /// Of a flight: what it does on an abort.
    public var escapeTurn: EscapeManoeuvre.Turn?
    /// Of a flight: the heading to roll out on, degrees true.
    public var escapeHeadingDegrees: Double?
    /// Of a flight: the level to go to.
    public var escapeLevel: PlannedLevel?

    /// A participant.
    public init(identifier: String, kind: Kind, party: String, callsign: String, languages: [String]) {
        self.identifier = identifier
        self.kind = kind
        self.party = party
        self.callsign = callsign
        self.languages = languages
    }
}

/// Where a flight begins.
public struct FlightStart: Sendable, Hashable {
    /// Where.
    public var position: GeodeticPosition
    /// Heading, degrees true.
    public var headingDegrees: Double
    /// At which level.
    public var level: PlannedLevel
    /// True airspeed.
    public var speed: Speed

    /// A start.
    public init(position: GeodeticPosition, headingDegrees: Double, level: PlannedLevel, speed: Speed) {
        self.position = position
        self.headingDegrees = headingDegrees
        self.level = level
        self.speed = speed
    }
}

/// A level as people write it: a flight level, or a height with what the altimeter is set to.
public struct PlannedLevel: Sendable, Hashable {
    /// As it is said.
    public var said: VerticalPosition

    /// Reads `FL200`, `18000 ft STD`, `5500 m QNH 1013`.
    ///
    /// - Throws: `AirspaceError.quantity` for anything else, a height without a datum included.
    public init(parsing text: some StringProtocol) throws(AirspaceError) {
        guard
            let element = try? MessageElement("MAN.MAINTAIN", arguments: [("level", String(text))]),
            case .vertical(let level)? = element.parameters["level"]
        else { throw AirspaceError.quantity(text: String(text), expected: .levelWithDatum) }
        switch level {
        case .flightLevel: break
        case .height(_, let reference?) where reference.setting == .standard || reference.hectopascals != nil: break
        default: throw AirspaceError.quantity(text: String(text), expected: .levelWithDatum)
        }
        said = level
    }

    /// The height with its datum.
    public var altitude: Altitude {
        switch said {
        case .flightLevel(let level): return Altitude(feet: Double(level) * 100, datum: .pressure)
        case .height(let height, let reference):
            let feet = height.length?.feet ?? 0
            let pressure = Double(reference?.hectopascals ?? 1013)
            switch reference?.setting {
            case .qnh: return Altitude(feet: feet, datum: .qnh(hectopascals: pressure))
            case .qfe: return Altitude(feet: feet, datum: .qfe(hectopascals: pressure))
            default: return Altitude(feet: feet, datum: .pressure)
            }
        case .surface, .unknown: return Altitude(feet: 0, datum: .pressure)
        }
    }

    /// The pressure altitude, feet.
    public var pressureFeet: Double { altitude.pressureBoundsFeet.lowerBound }

    /// What its altimeter is set to, so that two levels can be compared.
    var datumName: String {
        switch altitude.datum {
        case .pressure: "STD"
        case .qnh(let hectopascals): "QNH \(Int(hectopascals))"
        case .qfe(let hectopascals): "QFE \(Int(hectopascals))"
        case .ellipsoid: "WGS-84"
        }
    }
}

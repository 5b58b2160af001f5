import Airspace

extension AircraftObject {
    /// Takes a number; a nested object (`flightdict`) only fills what the outer one left open.
    mutating func take(
        _ value: Double, as member: AircraftMember, _ isNested: Bool, at place: Place, into batch: inout ReportBatch
    ) {
        let knot = SpeedUnit.knots.metresPerSecond
        let footPerMinute = SpeedUnit.feetPerMinute.metresPerSecond
        switch member {
        case .pressureAltitude where !isNested || report.pressureAltitudeFeet == nil:
            report.pressureAltitudeFeet = plausible(
                value, in: PlausibleRange.altitudeFeet, "pressure altitude", at: place, into: &batch)
        case .ellipsoidHeight where !isNested || report.ellipsoidHeightFeet == nil:
            report.ellipsoidHeightFeet = plausible(
                value, in: PlausibleRange.altitudeFeet, "geometric altitude", at: place, into: &batch)
        case .groundSpeed where !isNested || report.groundSpeedMetresPerSecond == nil:
            report.groundSpeedMetresPerSecond = plausible(
                value * knot, in: PlausibleRange.groundSpeedMetresPerSecond, "ground speed", at: place, into: &batch)
        case .track where !isNested || report.trackDegrees == nil:
            report.trackDegrees = plausible(
                value, in: PlausibleRange.trackDegrees, "track", at: place, into: &batch)
        case .pressureRate where !isNested || !hasPressureRate:
            report.verticalRateMetresPerSecond = plausible(
                value * footPerMinute, in: PlausibleRange.verticalRateMetresPerSecond, "vertical rate", at: place,
                into: &batch)
            hasPressureRate = true
        case .geometricRate where report.verticalRateMetresPerSecond == nil:
            report.verticalRateMetresPerSecond = plausible(
                value * footPerMinute, in: PlausibleRange.verticalRateMetresPerSecond, "vertical rate", at: place,
                into: &batch)
        case .latitude where !isNested: latitude = value
        case .longitude where !isNested: longitude = value
        case .time where !isNested: time = UnixTime.seconds(ofUnknownUnit: value)
        case .positionAge where !isNested: secondsSincePosition = value
        case .messageAge where !isNested: secondsSinceMessage = value
        case .positionTime: report.positionUpdatedUnixSeconds = UnixTime.seconds(ofUnknownUnit: value)
        case .squawk where !isNested || report.squawk == nil: report.squawk = Self.squawk(value)
        case .onGround: report.isOnGround = value != 0
        default: break
        }
    }

    /// A transponder code that was written as a number, whose decimal digits are the octal ones.
    private static func squawk(_ value: Double) -> String? {
        guard value >= 0, value <= 7_777, value == value.rounded() else { return nil }
        let digits = String(Int(value))
        guard digits.utf8.allSatisfy({ $0 <= UInt8(ascii: "7") }) else { return nil }
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}

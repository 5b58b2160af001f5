/// The members of an aircraft object that a report is made of.
enum AircraftMember {
    case other, identifier, callsign, time, latitude, longitude, pressureAltitude, ellipsoidHeight, groundSpeed, track
    case pressureRate, geometricRate, squawk, category, onGround, positionAge, messageAge, positionTime, flightDetails

    /// The member of this name, in either vocabulary.
    init(_ bytes: Span<UInt8>, _ name: Range<Int>) {
        self = .other
        switch name.count {
        case 2: if bytes.equals(name, "gs") { self = .groundSpeed }
        case 3: self = Self.ofThree(bytes, name)
        case 4:
            if bytes.equals(name, "gscp") { self = .groundSpeed }
            if bytes.equals(name, "seen") { self = .messageAge }
        case 5: if bytes.equals(name, "track") { self = .track }
        case 6: self = Self.ofSix(bytes, name)
        case 8: self = Self.ofEight(bytes, name)
        case 9: self = Self.ofNine(bytes, name)
        case 10: if bytes.equals(name, "flightdict") { self = .flightDetails }
        case 11:
            if bytes.equals(name, "groundspeed") { self = .groundSpeed }
            if bytes.equals(name, "geoaltitude") { self = .ellipsoidHeight }
        case 13:
            if bytes.equals(name, "vertical_rate") { self = .pressureRate }
            if bytes.equals(name, "last_position") { self = .positionTime }
        default: break
        }
    }

    private static func ofThree(_ bytes: Span<UInt8>, _ name: Range<Int>) -> AircraftMember {
        if bytes.equals(name, "lat") { return .latitude }
        if bytes.equals(name, "lon") { return .longitude }
        if bytes.equals(name, "hex") { return .identifier }
        return bytes.equals(name, "now") ? .time : .other
    }

    private static func ofSix(_ bytes: Span<UInt8>, _ name: Range<Int>) -> AircraftMember {
        if bytes.equals(name, "flight") { return .callsign }
        if bytes.equals(name, "squawk") { return .squawk }
        return bytes.equals(name, "icao24") ? .identifier : .other
    }

    private static func ofEight(_ bytes: Span<UInt8>, _ name: Range<Int>) -> AircraftMember {
        if bytes.equals(name, "alt_baro") { return .pressureAltitude }
        if bytes.equals(name, "alt_geom") { return .ellipsoidHeight }
        if bytes.equals(name, "seen_pos") { return .positionAge }
        if bytes.equals(name, "category") { return .category }
        if bytes.equals(name, "callsign") { return .callsign }
        if bytes.equals(name, "latitude") { return .latitude }
        if bytes.equals(name, "altitude") { return .pressureAltitude }
        return bytes.equals(name, "onground") ? .onGround : .other
    }

    private static func ofNine(_ bytes: Span<UInt8>, _ name: Range<Int>) -> AircraftMember {
        if bytes.equals(name, "baro_rate") { return .pressureRate }
        if bytes.equals(name, "geom_rate") { return .geometricRate }
        if bytes.equals(name, "longitude") { return .longitude }
        return bytes.equals(name, "timestamp") ? .time : .other
    }
}

/// One of the eight points of the compass.
public enum Compass: String, Sendable, Hashable, CaseIterable {
    case north
    case northEast = "north-east"
    case east
    case southEast = "south-east"
    case south
    case southWest = "south-west"
    case west
    case northWest = "north-west"

    /// `N`, `NE`, … in any case.
    init?(abbreviation: String) {
        let short = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"]
        guard let index = short.firstIndex(of: abbreviation.uppercased()) else { return nil }
        self = Compass.allCases[index]
    }
}

/// Where something is: by name, from a named point, or by latitude and longitude.
public enum Place: Sendable, Hashable, CustomStringConvertible {
    /// At a named point.
    case point(Name)
    /// So far from a named point, in this direction from it.
    case from(Quantity, Compass, Name)
    /// Latitude and longitude in whole minutes of arc, north and east positive.
    case coordinates(latitudeMinutes: Int, longitudeMinutes: Int)

    /// Reads `KILO`, `5 NM north of KILO`, `3530N03545E`, `35°30'N 035°45'E`.
    init?(parsing text: String) {
        if let coordinates = Self.coordinates(text) {
            self = coordinates
            return
        }
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        if let of = words.firstIndex(where: { $0.lowercased() == "of" }), of >= 2,
            let compass = Compass(rawValue: words[of - 1].lowercased()) ?? Compass(abbreviation: words[of - 1]),
            let distance = Quantity(parsing: words[..<(of - 1)].joined(), units: CountedUnit.horizontal),
            let name = Name(words[(of + 1)...].joined(separator: " "))
        {
            self = .from(distance, compass, name)
            return
        }
        guard let name = Name(text) else { return nil }
        self = .point(name)
    }

    /// Whether a text is a position in latitude and longitude.
    static func isCoordinates(_ text: String) -> Bool { coordinates(text) != nil }

    private static func coordinates(_ text: String) -> Place? {
        let bare = text.uppercased().filter { !$0.isWhitespace && $0 != "°" && $0 != "'" && $0 != "′" }
        guard bare.count == 11 else { return nil }
        let characters = Array(bare)
        let digits = String(characters[0..<4] + characters[5..<10])
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return coordinates(
            latitude: String(characters[0..<4]), characters[4], longitude: String(characters[5..<10]), characters[10])
    }

    /// Four digits of latitude and five of longitude, with their hemispheres; nil where there is no such place.
    static func coordinates(
        latitude: String, _ northSouth: Character, longitude: String, _ eastWest: Character
    ) -> Place? {
        guard latitude.count == 4, longitude.count == 5, "NS".contains(northSouth), "EW".contains(eastWest),
            let latitudeDegrees = Int(latitude.prefix(2)), let latitudeRest = Int(latitude.suffix(2)),
            latitudeRest < 60,
            let longitudeDegrees = Int(longitude.prefix(3)), let longitudeRest = Int(longitude.suffix(2)),
            longitudeRest < 60
        else { return nil }
        let minutes = (latitudeDegrees * 60 + latitudeRest, longitudeDegrees * 60 + longitudeRest)
        guard minutes.0 <= 90 * 60, minutes.1 <= 180 * 60 else { return nil }
        return .coordinates(
            latitudeMinutes: northSouth == "N" ? minutes.0 : -minutes.0,
            longitudeMinutes: eastWest == "E" ? minutes.1 : -minutes.1)
    }

    /// `KILO`, `5 NM north of KILO`, `3530N03545E`.
    public var description: String {
        switch self {
        case .point(let name): return name.text
        case .from(let distance, let compass, let name): return "\(distance) \(compass.rawValue) of \(name)"
        case .coordinates(let latitude, let longitude):
            let north = padded(abs(latitude) / 60, to: 2) + padded(abs(latitude) % 60, to: 2)
            let east = padded(abs(longitude) / 60, to: 3) + padded(abs(longitude) % 60, to: 2)
            return "\(north)\(latitude < 0 ? "S" : "N")\(east)\(longitude < 0 ? "W" : "E")"
        }
    }
}

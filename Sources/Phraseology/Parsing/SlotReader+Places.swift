extension SlotReader {
    func places(at start: Int) -> [Reading] {
        var readings: [Reading] = coordinates(at: start).map { (.place($0), $1) }
        for (distance, end) in quantities(at: start, units: CountedUnit.horizontal) {
            for entry in lexicon.vocabularies[.compass] ?? [] {
                guard let compass = Compass(rawValue: entry.code), let afterCompass = self.end(of: entry.words, at: end)
                else { continue }
                // «севернее КИЛО» needs no preposition of its own.
                let point = self.end(of: .ofPoint, at: afterCompass) ?? afterCompass
                readings += names(at: point).map { (.place(.from(distance, compass, $0)), $1) }
            }
        }
        // Four digits, a letter, five digits and a letter are a position, never a name.
        return readings
            + names(at: start).filter { !Place.isCoordinates($0.0.text) }.map { (.place(.point($0)), $1) }
    }

    private func coordinates(at start: Int) -> [(Place, Int)] {
        var places: [(Place, Int)] = []
        for (latitude, end) in angles(at: start, degreeDigits: 2, [(.north, 1), (.south, -1)])
        where abs(latitude) <= 90 * 60 {
            for (longitude, end) in angles(at: afterBarrier(end), degreeDigits: 3, [(.east, 1), (.west, -1)])
            where abs(longitude) <= 180 * 60 {
                places.append((.coordinates(latitudeMinutes: latitude, longitudeMinutes: longitude), end))
            }
        }
        return places
    }

    /// Minutes of arc, signed by hemisphere: `3530 N`, `35° 30 NORTH`, THREE FIVE DEGREES THREE ZERO MINUTES NORTH.
    private func angles(at start: Int, degreeDigits: Int, _ hemispheres: [(Term, Int)]) -> [(Int, Int)] {
        guard start < tokens.count else { return [] }
        var magnitudes: [(Int, Int)] = []
        for reading in numerals(at: start) where reading.fraction == nil {
            if reading.digits.count == degreeDigits + 2, let degrees = Int(reading.digits.prefix(degreeDigits)),
                let minutes = Int(reading.digits.suffix(2)), minutes < 60
            {
                magnitudes.append((degrees * 60 + minutes, reading.end))
            }
            guard let degrees = Int(reading.digits), reading.digits.count <= 3,
                let minuteStart = end(of: .degree, at: reading.end), minuteStart < tokens.count
            else { continue }
            for minutes in numerals(at: minuteStart) where minutes.fraction == nil {
                guard let value = Int(minutes.digits), value < 60, minutes.digits.count <= 2 else { continue }
                magnitudes.append((degrees * 60 + value, end(of: .minute, at: minutes.end) ?? minutes.end))
            }
        }
        return magnitudes.flatMap { magnitude, end in
            hemispheres.compactMap { term, sign in self.end(of: term, at: end).map { (magnitude * sign, $0) } }
        }
    }
}

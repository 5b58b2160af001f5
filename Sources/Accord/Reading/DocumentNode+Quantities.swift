public import Airspace

/// The quantities of the sky, as people write them.
extension DocumentNode {
    /// What one of the `init(parsing:)` of the sky's quantities makes of the text.
    public func value<Value>(_ parse: (String) throws(AirspaceError) -> Value) throws(DocumentFault) -> Value {
        let text = try text()
        do throws(AirspaceError) { return try parse(text) } catch { throw fault(error.words) }
    }

    /// A length with its unit, `5 NM`.
    public func length() throws(DocumentFault) -> Length {
        try value { text throws(AirspaceError) in try Length(parsing: text) }
    }

    /// A length above zero.
    public func positiveLength() throws(DocumentFault) -> Length {
        let length = try length()
        guard length.value > 0 else { throw fault("the length must be above zero", "длина должна быть больше нуля") }
        return length
    }

    /// A span of time with its unit, `15 s`, in seconds.
    public func seconds(in range: ClosedRange<Double>) throws(DocumentFault) -> Double {
        let text = try text()
        guard text.contains(where: \.isLetter) else {
            throw fault(
                "“\(text)” has no unit: s, min, h or d is needed",
                "«\(text)» указано без единицы: нужна s, min, h или d")
        }
        let seconds = try value { text throws(AirspaceError) in try TimeSpan(parsing: text) }.seconds
        guard range.contains(seconds) else {
            let limits = (PlainNumber.russian(range.lowerBound), PlainNumber.russian(range.upperBound))
            throw fault(
                "\(text) is not between \(TimeSpan(seconds: range.lowerBound)) and \(TimeSpan(seconds: range.upperBound))",
                "\(text) — вне пределов от \(limits.0) до \(limits.1) с")
        }
        return seconds
    }

    /// A UTC time, `2021-10-07T12:04:14Z`, in Unix seconds.
    public func time() throws(DocumentFault) -> Double {
        try value { text throws(AirspaceError) in try UTCTime.unixSeconds(parsing: text) }
    }

    /// `from` and a later `until`, in Unix seconds.
    public func period() throws(DocumentFault) -> ClosedRange<Double> {
        if let fault = unknownKeys(allowed: ["from", "until"]).first { throw fault }
        let from = try required("from").time()
        let until = try required("until").time()
        guard from < until else {
            throw fault("“until” must be later than “from”", "время «until» должно быть позже времени «from»")
        }
        return from...until
    }

    /// A place, `48.72, 2.38`: degrees north and east.
    public func place() throws(DocumentFault) -> GeodeticPosition {
        let parts: [String] =
            isList ? try texts() : try text().split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let numbers = parts.map { Double($0.filter { !$0.isWhitespace }) }
        guard numbers.count == 2, let latitude = numbers[0], let longitude = numbers[1] else {
            throw fault(
                "latitude and longitude in degrees are needed, such as 48.72, 2.38",
                "нужны широта и долгота в градусах, например 48.72, 2.38")
        }
        do throws(AirspaceError) {
            return try GeodeticPosition(checkingLatitude: latitude, longitude: longitude)
        } catch {
            throw fault(error.words)
        }
    }

    /// A level with its datum: `ground`, `unlimited` (both nil), `FL195`, `3000 ft` (pressure altitude), `3000 ft ellipsoid`,
    /// `3000 ft QNH 1013`, `900 m QFE 998`.
    public func altitude() throws(DocumentFault) -> Altitude? {
        let text = try text()
        let words = text.split(separator: " ").map { $0.lowercased() }
        if words == ["ground"] || words == ["unlimited"] { return nil }
        let expected = BilingualText(
            english:
                "“\(text)” is no level: FL195, 6000 ft, 6000 ft QNH 1013, 900 m ellipsoid, ground or unlimited is needed",
            russian:
                "«\(text)» — не высота: нужно FL195, 6000 ft, 6000 ft QNH 1013, 900 m ellipsoid, ground или unlimited")
        if words.count == 1, words[0].hasPrefix("fl") {
            guard let level = Int(words[0].dropFirst(2)), (0...999).contains(level) else { throw fault(expected) }
            return Altitude(feet: Double(level) * 100, datum: .pressure)
        }
        let datumWords = ["pressure", "ellipsoid", "qnh", "qfe"]
        let split = words.firstIndex(where: datumWords.contains) ?? words.count
        guard let length = try? Length(parsing: words[..<split].joined()), abs(length.feet) <= 150_000 else {
            throw fault(expected)
        }
        let rest = Array(words[split...])
        let pressure = rest.count == 2 ? Double(rest[1]) : nil
        switch rest.first {
        case nil: return Altitude(feet: length.feet, datum: .pressure)
        case "pressure" where rest.count == 1: return Altitude(feet: length.feet, datum: .pressure)
        case "ellipsoid" where rest.count == 1: return Altitude(feet: length.feet, datum: .ellipsoid)
        case "qnh", "qfe":
            guard let pressure, (850...1_100).contains(pressure) else {
                throw fault(
                    "“\(text)” needs its pressure in hectopascals, such as QNH 1013",
                    "к «\(text)» нужно давление в гектопаскалях, например QNH 1013")
            }
            return Altitude(
                feet: length.feet,
                datum: rest[0] == "qnh" ? .qnh(hectopascals: pressure) : .qfe(hectopascals: pressure))
        default: throw fault(expected)
        }
    }

    /// An outline: one of the keys `circle` (`centre`, `radius`) and `polygon` (a list of places).
    public func footprint() throws(DocumentFault) -> Footprint {
        switch (child("circle"), child("polygon")) {
        case (let circle?, nil):
            if let fault = circle.unknownKeys(allowed: ["centre", "radius"]).first { throw fault }
            let radius = try circle.required("radius").positiveLength()
            guard radius.metres <= 1_000_000 else {
                throw try circle.required("radius").fault("a radius is at most 1000 km", "радиус — не более 1000 км")
            }
            return .circle(centre: try circle.required("centre").place(), radiusMetres: radius.metres)
        case (nil, let polygon?):
            var corners: [GeodeticPosition] = []
            let places = try polygon.elements()
            guard (3...500).contains(places.count) else {
                throw polygon.fault("a polygon has 3 to 500 corners", "у многоугольника должно быть от 3 до 500 вершин")
            }
            for corner in places { corners.append(try corner.place()) }
            return .polygon(corners)
        default: throw fault("one outline is needed: circle or polygon", "нужен один контур: circle или polygon")
        }
    }

    /// A volume: an outline, `lower` and `upper`.
    public func volume() throws(DocumentFault) -> Volume {
        Volume(
            footprint: try footprint(), lower: try required("lower").altitude(),
            upper: try required("upper").altitude())
    }

    /// A text in both languages, `{en: …, ru: …}`.
    public func bilingual() throws(DocumentFault) -> BilingualText {
        guard isMapping else {
            throw fault(
                "the text is needed in both languages: {en: …, ru: …}", "текст нужен на обоих языках: {en: …, ru: …}")
        }
        if let fault = unknownKeys(allowed: ["en", "ru"]).first { throw fault }
        return BilingualText(english: try required("en").text(), russian: try required("ru").text())
    }

    /// An identifier: 1 to 64 letters, digits and `. _ : / -`.
    public func identifier() throws(DocumentFault) -> String {
        let text = try text()
        guard FieldCheck.isIdentifier(text) else {
            throw fault(
                "“\(text)” cannot be an identifier: A-Z, a-z, 0-9 and . _ : / - only",
                "«\(text)» не может быть идентификатором: допустимы только A-Z, a-z, 0-9 и . _ : / -")
        }
        return text
    }
}

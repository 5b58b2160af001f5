import Accord
import Airspace
import Phraseology

/// The values of a plan, each with what would be right where it is wrong.
extension DocumentNode {
    /// A name that can stand in the name of a record: parties, plans and agreements.
    func name() throws(DocumentFault) -> String {
        let text = try text(longest: 64)
        guard RecordOrigin.isName(text) else {
            throw fault("“\(text)” is no name: 1 to 32 letters, digits and - _ ., beginning with a letter or digit")
        }
        return text
    }

    /// A name that can be said on the radio.
    func spokenName() throws(DocumentFault) -> String {
        let text = try text(longest: 64)
        guard let name = Name(text) else { throw fault("“\(text)” can't be said as a name on the radio") }
        return name.text
    }

    /// A text in both languages.
    func bilingual() throws(DocumentFault) -> BilingualText {
        BilingualText(english: try required("en").text(longest: 500), russian: try required("ru").text(longest: 500))
    }

    func unixSeconds() throws(DocumentFault) -> Double {
        try value { text throws(AirspaceError) in try UTCTime.unixSeconds(parsing: text) }
    }

    /// `from` and a later `until`.
    func times() throws(DocumentFault) -> ClosedRange<Double> {
        let from = try required("from").unixSeconds()
        let end = try required("until")
        let until = try end.unixSeconds()
        guard from < until else { throw end.fault("it ends before it begins") }
        return from...until
    }

    func length() throws(DocumentFault) -> Length {
        let length = try value { text throws(AirspaceError) in try Length(parsing: text) }
        guard length.value > 0, length.metres <= 1_000_000 else { throw fault("a length above zero is needed here") }
        return length
    }

    func seconds(in range: ClosedRange<Double>) throws(DocumentFault) -> Double {
        let span = try value { text throws(AirspaceError) in try TimeSpan(parsing: text) }
        guard range.contains(span.seconds) else {
            throw fault("a time between \(range.lowerBound) s and \(range.upperBound) s is needed here")
        }
        return span.seconds
    }

    func level() throws(DocumentFault) -> PlannedLevel {
        try value { text throws(AirspaceError) in try PlannedLevel(parsing: text) }
    }

    func speed() throws(DocumentFault) -> Speed {
        let text = try text(longest: 32)
        let bare = text.filter { !$0.isWhitespace }.lowercased()
        for unit in [SpeedUnit.knots, .kilometresPerHour, .metresPerSecond] where bare.hasSuffix(unit.rawValue) {
            guard let value = Double(bare.dropLast(unit.rawValue.count)), value.isFinite else { break }
            let speed = Speed(value, unit)
            if (10...1_000).contains(speed.metresPerSecond) { return speed }
        }
        throw fault("a speed with kt, km/h or m/s is needed here, such as 350 kt")
    }

    /// `35.20, 38.40`: latitude and longitude in degrees, north and east positive.
    func position() throws(DocumentFault) -> GeodeticPosition {
        let parts = try text(longest: 64).split(separator: ",").map { $0.filter { !$0.isWhitespace } }
        guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]) else {
            throw fault("latitude and longitude in degrees are needed here, such as 35.20, 38.40")
        }
        do throws(AirspaceError) {
            return try GeodeticPosition(checkingLatitude: latitude, longitude: longitude)
        } catch {
            throw fault(error.description)
        }
    }

    func footprint() throws(DocumentFault) -> Footprint {
        if let circle = child("circle") {
            let faults = circle.unknownKeys(allowed: ["centre", "radius"])
            if let first = faults.first { throw first }
            return .circle(
                centre: try circle.required("centre").position(),
                radiusMetres: try circle.required("radius").length().metres)
        }
        var corners: [GeodeticPosition] = []
        let polygon = try required("polygon")
        for corner in try polygon.elements() { corners.append(try corner.position()) }
        guard (3...500).contains(corners.count) else { throw polygon.fault("a polygon has 3 to 500 corners") }
        return .polygon(corners)
    }

    func frequency() throws(DocumentFault) -> RadioFrequency {
        let text = try text(longest: 32)
        let element = try? MessageElement("LINE.CONTACT", arguments: [("unit", "KILO"), ("freq", text)])
        guard case .frequency(let frequency)? = element?.parameters["freq"] else {
            throw fault("a frequency is needed here, such as 131.500 MHz")
        }
        return frequency
    }

    func pressureReference() throws(DocumentFault) -> PressureReference {
        let text = try text(longest: 32)
        let element = try? MessageElement("MAN.LEVEL_M", arguments: [("level", "1000 m"), ("ref", text)])
        guard case .reference(let reference)? = element?.parameters["ref"],
            reference.setting == .standard || reference.hectopascals != nil
        else { throw fault("an altimeter setting is needed here, STD or QNH 1013") }
        return reference
    }

    /// A message as commands write it, `COORD.DISTANCE dist=3NM`.
    func message() throws(DocumentFault) -> Phraseology.MessageElement {
        let text = try text(longest: 500)
        let message: LineMessage
        do throws(PhraseologyError) { message = try LineMessage(parsing: text) } catch {
            throw fault(error.description)
        }
        guard message.elements.count == 1, let element = message.elements.first, message.freeText == nil else {
            throw fault("one coded element is needed here, such as COORD.DISTANCE dist=3NM")
        }
        return element
    }

    func exchangeItems() throws(DocumentFault) -> [ExchangeItem] {
        var items: [ExchangeItem] = []
        for element in try elements() { items.append(try element.word(ExchangeItem.self)) }
        return items
    }
}

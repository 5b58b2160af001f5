import Accord
import Airspace
import Phraseology

/// The values of a plan, each with what would be right where it is wrong.
extension DocumentNode {
    /// A name that can stand in the name of a record: parties, plans and agreements.
    func name() throws(DocumentFault) -> String {
        let text = try text(longest: 64)
        guard RecordOrigin.isName(text) else {
            throw fault(
                "“\(text)” is no name: 1 to 32 letters, digits and - _ ., beginning with a letter or digit",
                "«\(text)» — не имя: нужно от 1 до 32 букв, цифр и - _ ., первой — буква или цифра")
        }
        return text
    }

    /// A name that can be said on the radio.
    func spokenName() throws(DocumentFault) -> String {
        let text = try text(longest: 64)
        guard let name = Name(text) else {
            throw fault(
                "“\(text)” can't be said as a name on the radio", "«\(text)» нельзя произнести по радио как имя")
        }
        return name.text
    }

    /// `from` and a later `until`.
    func times() throws(DocumentFault) -> ClosedRange<Double> {
        let from = try required("from").time()
        let end = try required("until")
        let until = try end.time()
        guard from < until else { throw end.fault("it ends before it begins", "конец раньше начала") }
        return from...until
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
        throw fault(
            "a speed with kt, km/h or m/s is needed here, such as 350 kt",
            "здесь нужна скорость с kt, km/h или m/s, например 350 kt")
    }

    func frequency() throws(DocumentFault) -> RadioFrequency {
        let text = try text(longest: 32)
        let element = try? MessageElement("LINE.CONTACT", arguments: [("unit", "KILO"), ("freq", text)])
        guard case .frequency(let frequency)? = element?.parameters["freq"] else {
            throw fault("a frequency is needed here, such as 131.500 MHz", "здесь нужна частота, например 131.500 MHz")
        }
        return frequency
    }

    func pressureReference() throws(DocumentFault) -> PressureReference {
        let text = try text(longest: 32)
        let element = try? MessageElement("MAN.LEVEL_M", arguments: [("level", "1000 m"), ("ref", text)])
        guard case .reference(let reference)? = element?.parameters["ref"],
            reference.setting == .standard || reference.hectopascals != nil
        else {
            throw fault(
                "an altimeter setting is needed here, STD or QNH 1013",
                "здесь нужна установка высотомера, STD или QNH 1013")
        }
        return reference
    }

    /// A message as commands write it, `COORD.DISTANCE dist=3NM`.
    func message() throws(DocumentFault) -> Phraseology.MessageElement {
        let text = try text(longest: 500)
        let message: LineMessage
        do throws(PhraseologyError) { message = try LineMessage(parsing: text) } catch {
            throw fault(error.words(of: text))
        }
        guard message.elements.count == 1, let element = message.elements.first, message.freeText == nil else {
            throw fault(
                "one coded element is needed here, such as COORD.DISTANCE dist=3NM",
                "здесь нужен один элемент с кодом, например COORD.DISTANCE dist=3NM")
        }
        return element
    }

    func exchangeItems() throws(DocumentFault) -> [ExchangeItem] {
        var items: [ExchangeItem] = []
        for element in try elements(most: PlanReader.mostWords, "items") {
            items.append(try element.word(ExchangeItem.self))
        }
        return items
    }
}

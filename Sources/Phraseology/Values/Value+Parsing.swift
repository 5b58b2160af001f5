extension ParameterKind {
    /// Reads a value as commands and records write it.
    ///
    /// - Throws: `PhraseologyError.badValue` naming what would be right.
    public func value(of text: String, name: String) throws(PhraseologyError) -> Value {
        guard text.count <= 160, let value = value(text.trimmingSpaces) else {
            throw PhraseologyError.badValue(name: name, text: String(text.prefix(160)), kind: self)
        }
        return value
    }

    private func value(_ text: String) -> Value? {
        switch self {
        case .clock: Self.clock(text)
        case .number(let bounds): Self.whole(text, in: bounds).map(Value.number)
        case .heading: text.count <= 3 ? Self.whole(text, in: 0...360).map(Value.heading) : nil
        case .degrees: Self.whole(text, in: 1...360).map(Value.number)
        case .quantity(let units): Self.quantity(text, units: units)
        case .level(let reference): Self.level(text, reference: reference).map(Value.vertical)
        case .flightLevel: Self.flightLevel(text)
        case .levels: Self.levels(text)
        case .reference: PressureReference(parsing: text).map(Value.reference)
        case .time: TimeOfDay(parsing: text).map(Value.time)
        case .times: Self.times(text)
        case .frequency: RadioFrequency(parsing: text).map(Value.frequency)
        case .channel: RadioFrequency(parsing: text).map(Value.frequency) ?? Name(text).map(Value.name)
        case .squawk: Self.isSquawk(text) ? .squawk(text) : nil
        case .mach: Self.mach(text)
        case .choice(let choices): choices.first { $0 == Self.hyphenated(text) }.map(Value.choice)
        case .word(let vocabulary, let allowsText):
            Self.word(text, of: vocabulary) ?? (allowsText ? FreeText.value(text) : nil)
        case .aircraftType:
            Self.word(text, of: .aircraftClass)
                ?? Name(text).flatMap { $0.isDesignator ? .name($0) : nil }
        case .name: Name(text).map(Value.name)
        case .pair: Self.pair(text)
        case .place: Place(parsing: text).map(Value.place)
        }
    }

    /// A coded word by its code or by a phrase for it in English or Russian: `north-east`, `NE`, `due to weather`.
    private static func word(_ text: String, of vocabulary: Vocabulary) -> Value? {
        if let code = vocabulary.codes.first(where: { $0 == hyphenated(text) }) { return .choice(code) }
        if let compass = Compass(abbreviation: text), vocabulary.codes.contains(compass.rawValue) {
            return .choice(compass.rawValue)
        }
        let words = Tokenizer.words(of: text)
        for lexicon in [English.lexicon, Russian.lexicon] {
            let phrase = lexicon.vocabularies[vocabulary]?.first { $0.words == words }
            if let phrase { return .choice(phrase.code) }
        }
        return nil
    }

    /// `left to right` and `LEFT_TO_RIGHT` are `left-to-right`.
    private static func hyphenated(_ text: String) -> String {
        String(text.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
    }

    private static func clock(_ text: String) -> Value? {
        if let hour = whole(text, in: 1...12) { return .clock(hour) }
        let lower = text.lowercased()
        for side in Value.Side.allCases where lower.contains(side.rawValue) {
            let rest = lower.split(separator: side.rawValue).joined().filter { $0.isNumber }
            return whole(rest, in: 1...180).map { .offNose(degrees: $0, side: side) }
        }
        return nil
    }

    private static func quantity(_ text: String, units: Set<CountedUnit>) -> Value? {
        guard let quantity = Quantity(parsing: text, units: units), quantity.number.whole <= 99_999 else { return nil }
        return .quantity(quantity)
    }

    private static func level(_ text: String, reference: Bool) -> VerticalPosition? {
        guard let level = VerticalPosition(parsing: text) else { return nil }
        if case .height(_, .some) = level, !reference { return nil }
        return level
    }

    private static func flightLevel(_ text: String) -> Value? {
        let level = VerticalPosition(parsing: text.uppercased().hasPrefix("FL") ? text : "FL" + text)
        guard case .flightLevel? = level else { return nil }
        return level.map(Value.vertical)
    }

    private static func levels(_ text: String) -> Value? {
        let marks = ["..", "/", " to ", " TO ", "-", "–"]
        for mark in marks {
            let parts = text.split(separator: mark)
            guard parts.count == 2, let lower = VerticalPosition(parsing: String(parts[0]).trimmingSpaces),
                let upper = VerticalPosition(parsing: String(parts[1]).trimmingSpaces)
            else { continue }
            return .verticalRange(lower, upper)
        }
        return nil
    }

    private static func times(_ text: String) -> Value? {
        for mark in ["/", "-", "–", "..", " "] {
            let parts = text.split(separator: mark)
            guard parts.count == 2, let from = TimeOfDay(parsing: String(parts[0])),
                let until = TimeOfDay(parsing: String(parts[1]))
            else { continue }
            return .timeRange(from, until)
        }
        return nil
    }

    private static func pair(_ text: String) -> Value? {
        var parts = text.split(whereSeparator: { "/|+&,".contains($0) })
        if parts.count == 1 { parts = text.uppercased().split(separator: " AND ").map { $0[...] } }
        guard parts.count == 2, let first = Name(parts[0]), let second = Name(parts[1]) else { return nil }
        return .pair(first, second)
    }

    private static func mach(_ text: String) -> Value? {
        guard let number = ExactDecimal(text.hasPrefix(".") ? "0" + text : text) else { return nil }
        return isMach(number) ? .mach(number) : nil
    }

    static func isMach(_ number: ExactDecimal) -> Bool {
        number.fractionDigits <= 2 && (0.2...3.99).contains(number.doubleValue)
    }

    static func isSquawk(_ text: some StringProtocol) -> Bool {
        text.count == 4 && text.allSatisfy { ("0"..."7").contains($0) }
    }

    private static func whole(_ text: String, in bounds: ClosedRange<Int>) -> Int? {
        guard !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(text) else { return nil }
        return bounds.contains(number) ? number : nil
    }
}

extension String {
    /// The text without spaces at its ends.
    var trimmingSpaces: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

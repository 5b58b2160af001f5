/// Puts one value into words of a language.
struct ValueWriter {
    let rules: any SpeechRules
    let style: Style

    /// The words for `value` where a wording asks for it in `form`; `kind` tells which vocabulary a choice is of.
    func text(_ value: Value, kind: ParameterKind, in form: GrammaticalCase) -> String {
        switch value {
        case .clock(let hour): return rules.clock(hour, style)
        case .offNose(let degrees, let side): return rules.offNose(degrees: degrees, side: side, style)
        case .number(let number):
            if kind == .degrees {
                return rules.count(ExactDecimal(significand: number), of: .degree, in: form, style)
            }
            return style == .spoken ? rules.number(number) : String(number)
        case .heading(let degrees): return style == .spoken ? rules.heading(degrees) : threeDigits(degrees)
        case .quantity(let quantity): return rules.count(quantity.number, of: quantity.unit, in: form, style)
        case .vertical(let level): return vertical(level, in: form)
        case .reference(let reference): return rules.reference(reference, style)
        case .time(let time): return rules.time(time, in: form, style)
        case .frequency(let frequency): return style == .spoken ? rules.frequency(frequency) : frequency.text
        case .squawk(let code): return style == .spoken ? rules.squawk(code) : code
        case .mach(let number): return rules.mach(number, style)
        case .choice(let code): return word(code, kind: kind)
        case .name(let name): return self.name(name)
        case .place(let place): return self.place(place)
        case .text(let text):
            let quotes = rules.spokenQuotes
            return style == .spoken ? "\(quotes.open) \(text) \(quotes.close)" : "\"\(text)\""
        case .pair(let first, let second): return "\(name(first)) \(rules.joinsPair) \(name(second))"
        case .verticalRange, .timeRange: return value.description
        }
    }

    private func vertical(_ level: VerticalPosition, in form: GrammaticalCase) -> String {
        switch level {
        case .flightLevel(let level): return rules.flightLevel(level, in: form, style)
        case .height(let height, let reference):
            let said = rules.count(height.number, of: height.unit, in: form, style)
            return reference.map { "\(said) \(rules.reference($0, style))" } ?? said
        case .surface: return rules.levelWord(.surface, in: form)
        case .unknown: return rules.levelWord(.unknown, in: form)
        }
    }

    private func word(_ code: String, kind: ParameterKind) -> String {
        let vocabulary: Vocabulary
        switch kind {
        case .word(let asked, _): vocabulary = asked
        case .aircraftType: vocabulary = .aircraftClass
        default: return code
        }
        return rules.vocabularies[vocabulary]?.first { $0.code == code }?.phrases.first ?? code
    }

    private func place(_ place: Place) -> String {
        switch place {
        case .point(let name): return self.name(name)
        case .from(let distance, let compass, let point):
            let said = rules.count(distance.number, of: distance.unit, in: .nominative, style)
            return
                "\(said) \(word(compass.rawValue, kind: .word(.compass, text: false))) \(rules.ofPoint) \(name(point))"
        case .coordinates(let latitude, let longitude):
            return rules.coordinates(latitudeMinutes: latitude, longitudeMinutes: longitude, style)
        }
    }

    /// A name is written as it is; spoken, its codes are spelled and its digits said.
    private func name(_ name: Name) -> String {
        guard style == .spoken else { return name.text }
        return name.text.split(separator: " ").map { word in
            if !word.contains(where: \.isNumber) { return spelledAlone(word) }
            var said: [String] = []
            var rest = word
            while let first = rest.first {
                let digits = rest.prefix { $0.isNumber }
                if digits.isEmpty {
                    said.append(Spelling.word(for: first, inCyrillic: rules.isCyrillic))
                    rest.removeFirst()
                } else {
                    said.append(rules.nameDigits(String(digits)))
                    rest = rest.dropFirst(digits.count)
                }
            }
            return said.joined(separator: " ")
        }.joined(separator: " ")
    }

    private func spelledAlone(_ word: Substring) -> String {
        guard rules.isCyrillic, let entry = Spelling.latin.first(where: { $0.word == word }) else {
            return String(word)
        }
        return entry.cyrillic
    }
}

import Testing

@testable import Phraseology

/// Small domains are tested whole: every number, heading, level, time and frequency, both languages, written and spoken.
@Suite struct EveryValueTests {
    private func expectBothWays(
        _ kind: ParameterKind, _ values: some Sequence<Value>, _ forms: [GrammaticalCase] = [.nominative]
    ) {
        var failures: [String] = []
        for table in [LanguageTable.english, .russian] {
            for style in Style.allCases {
                let writer = ValueWriter(rules: table.rules, style: style)
                for value in values {
                    for form in table.code == "ru" ? forms : [.nominative] {
                        let text = writer.text(value, kind: kind, in: form)
                        let tokens = Tokenizer.tokens(of: text)
                        let readings = SlotReader(lexicon: table.rules.lexicon, tokens: tokens)
                            .readings(kind, part: nil, at: 0).filter { $0.end == tokens.count }
                        let found = Set(readings.map(\.value))
                        if found != [value], failures.count < 10 { failures.append("\(value) “\(text)” \(found)") }
                    }
                }
            }
        }
        #expect(failures.isEmpty)
    }

    @Test func everyWholeNumber() { expectBothWays(.number(0...9_999), (0...9_999).lazy.map { Value.number($0) }) }

    @Test func everyNumberInEveryRussianCase() {
        var failures: [String] = []
        for number in 0...9_999 {
            for form in GrammaticalCase.allCases {
                // Only one and two agree in gender.
                for gender in (1...2).contains(number % 10) ? RussianGender.allCases : [.masculine] {
                    let tokens = Tokenizer.tokens(of: RussianNumerals.cardinal(number, in: form, gender: gender))
                    let reading = NumeralReader(lexicon: Russian.lexicon, tokens: tokens[...]).longest(at: 0)
                    if reading?.whole != number || reading?.end != tokens.count { failures.append("\(number) \(form)") }
                }
            }
        }
        #expect(failures.isEmpty)
    }

    @Test func everyHeading() { expectBothWays(.heading, (0...360).lazy.map { Value.heading($0) }) }

    @Test func everyFlightLevel() {
        expectBothWays(
            .level(reference: false), (10...999).lazy.map { Value.vertical(.flightLevel($0)) }, GrammaticalCase.allCases
        )
    }

    @Test func everyMetreTo20000() {
        let metres = (0...20_000).lazy.map { Value.quantity(Quantity(ExactDecimal(significand: $0), .metre)) }
        expectBothWays(.quantity(CountedUnit.vertical), metres)
    }

    @Test func everyUnitInEveryCase() {
        for unit in CountedUnit.length.union(CountedUnit.speed).union(CountedUnit.verticalRate) {
            let numbers = Array(0...125) + [1_000, 1_011, 2_000, 5_021]
            expectBothWays(
                .quantity([unit]), numbers.map { Value.quantity(Quantity(ExactDecimal(significand: $0), unit)) },
                GrammaticalCase.allCases)
        }
    }

    @Test func everyTenthOfAMileTo100() {
        let miles = (1...999).lazy.map {
            Value.quantity(Quantity(ExactDecimal(significand: $0, fractionDigits: 1), .nauticalMile))
        }
        expectBothWays(.quantity(CountedUnit.horizontal), miles, [.nominative, .genitive, .accusative])
    }

    @Test func everyMinuteOfTheDay() {
        let times = (0..<1_440).lazy.compactMap { TimeOfDay(hour: $0 / 60, minute: $0 % 60).map(Value.time) }
        expectBothWays(.time, times, [.nominative, .genitive, .accusative])
        let seconds = (0..<60).lazy.compactMap { TimeOfDay(hour: 9, minute: 24, second: $0).map(Value.time) }
        expectBothWays(.time, seconds, [.genitive, .accusative])
    }

    @Test func everyFrequency() {
        let channels =
            (stride(from: 118_000, through: 136_975, by: 5).map { $0 } + stride(from: 225_000, through: 400_000, by: 25))
        expectBothWays(.frequency, channels.lazy.compactMap { RadioFrequency(kilohertz: $0).map(Value.frequency) })
        #expect(RadioFrequency(kilohertz: 117_995) == nil && RadioFrequency(kilohertz: 136_980) == nil)
    }

    @Test func everyTransponderCode() {
        let codes = (0..<4_096).lazy.map { number -> Value in
            let digits = String(number, radix: 8)
            return .squawk(String(repeating: "0", count: 4 - digits.count) + digits)
        }
        expectBothWays(.squawk, codes)
    }

    @Test func everyClockPositionAndDegreeOffTheNose() {
        let sides = Value.Side.allCases.flatMap { side in (1...180).map { Value.offNose(degrees: $0, side: side) } }
        expectBothWays(.clock, (1...12).map { Value.clock($0) } + sides)
    }

    @Test func everyMachNumberAndTurn() {
        expectBothWays(.mach, (20...399).lazy.map { Value.mach(ExactDecimal(significand: $0, fractionDigits: 2)) })
        expectBothWays(.degrees, (1...360).lazy.map { Value.number($0) }, [.nominative, .accusative])
    }
}

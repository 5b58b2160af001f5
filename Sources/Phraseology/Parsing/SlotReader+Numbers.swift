extension SlotReader {
    func numbers(at start: Int, in bounds: ClosedRange<Int>) -> [(Int, Int)] {
        numerals(at: start).compactMap { reading in
            guard let number = reading.whole, bounds.contains(number) else { return nil }
            return (number, reading.end)
        }
    }

    func clock(at start: Int) -> [Reading] {
        var readings: [Reading] = []
        for (hour, end) in numbers(at: start, in: 1...12) {
            if let end = self.end(of: .oClock, at: end) { readings.append((.clock(hour), end)) }
        }
        return readings + offNose(at: start)
    }

    /// `30 DEGREES LEFT OF NOSE`, `LEFT 30 DEGREES`, «СЛЕВА ПОД 30».
    private func offNose(at start: Int) -> [Reading] {
        var readings: [Reading] = []
        for (term, side) in [(Term.left, Value.Side.left), (.right, .right)] {
            if let afterSide = end(of: term, at: start) {
                let under = end(of: .offNose, at: afterSide) ?? afterSide
                let isSaid = under != afterSide
                for (degrees, end) in numbers(at: under, in: 1...180) {
                    if let end = self.end(of: .degree, at: end) {
                        readings.append((.offNose(degrees: degrees, side: side), end))
                    } else if isSaid {
                        readings.append((.offNose(degrees: degrees, side: side), end))
                    }
                }
            }
            for (degrees, end) in degrees(at: start) where degrees <= 180 {
                guard let afterSide = self.end(of: term, at: end) else { continue }
                let end = self.end(of: .offNose, at: afterSide) ?? afterSide
                readings.append((.offNose(degrees: degrees, side: side), end))
            }
        }
        return readings
    }

    /// A heading has three digits, always: two could be half of a garbled one.
    func headings(at start: Int) -> [Reading] {
        numerals(at: start).compactMap { reading in
            guard reading.fraction == nil, reading.digits.count == 3, let degrees = Int(reading.digits), degrees <= 360
            else { return nil }
            return (.heading(degrees), end(of: .degree, at: reading.end) ?? reading.end)
        }
    }

    func degrees(at start: Int) -> [(Int, Int)] {
        numbers(at: start, in: 1...360).compactMap { degrees, end in
            self.end(of: .degree, at: end).map { (degrees, $0) }
        }
    }

    func quantities(at start: Int, units: Set<CountedUnit>) -> [(Quantity, Int)] {
        numerals(at: start).compactMap { reading in
            guard let number = reading.decimal, number.whole <= 99_999, number.fractionDigits <= 3,
                let (unit, end) = unit(at: reading.end), units.contains(unit)
            else { return nil }
            return (Quantity(number, unit), end)
        }
    }

    /// The longest unit at `start`: METRES PER SECOND is never METRES.
    func unit(at start: Int) -> (CountedUnit, Int)? {
        guard start < tokens.count else { return nil }
        for entry in lexicon.units[tokens[start].stem] ?? [] {
            if let end = end(of: entry.words, at: start) { return (entry.unit, end) }
        }
        return nil
    }

    func end(of unit: CountedUnit, at start: Int) -> Int? {
        guard let (found, end) = self.unit(at: start), found == unit else { return nil }
        return end
    }

    func squawks(at start: Int) -> [Reading] {
        numerals(at: start).compactMap { reading in
            guard reading.fraction == nil, !reading.hasMultiplier, ParameterKind.isSquawk(reading.digits) else {
                return nil
            }
            return (.squawk(reading.digits), reading.end)
        }
    }

    func machs(at start: Int) -> [Reading] {
        var readings: [Reading] = []
        for reading in numerals(at: start) {
            guard let number = reading.decimal, ParameterKind.isMach(number) else { continue }
            readings.append((.mach(number), reading.end))
        }
        if lexicon.numerals[tokens[start].text] == .decimalMark, start + 1 < tokens.count {
            for reading in numerals(at: start + 1) where reading.fraction == nil && reading.digits.count <= 2 {
                guard let number = ExactDecimal("0." + reading.digits), ParameterKind.isMach(number) else { continue }
                readings.append((.mach(number), reading.end))
            }
        }
        return readings
    }

    func frequencies(at start: Int) -> [Reading] {
        numerals(at: start).compactMap { reading in
            let afterUnit = end(of: .megahertz, at: reading.end)
            guard reading.fraction != nil || afterUnit != nil,
                let frequency = RadioFrequency(megahertz: reading.digits, fraction: reading.fraction ?? "")
            else { return nil }
            return (.frequency(frequency), afterUnit ?? reading.end)
        }
    }
}

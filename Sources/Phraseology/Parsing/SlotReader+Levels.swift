extension SlotReader {
    func levels(at start: Int, reference: Bool) -> [Reading] {
        var readings: [Reading] = []
        if let end = end(of: .surface, at: start) { readings.append((.vertical(.surface), end)) }
        if let end = end(of: .unknown, at: start) { readings.append((.vertical(.unknown), end)) }
        readings += flightLevels(at: start)
        let number = end(of: .altitude, at: start) ?? start
        for (height, end) in quantities(at: number, units: CountedUnit.vertical) {
            guard height.number.isWhole, height.number.whole <= VerticalPosition.greatestHeight else { continue }
            readings.append((.vertical(.height(height, nil)), end))
            guard reference else { continue }
            let next = afterBarrier(end)
            for (setting, end) in references(at: next) {
                readings.append((.vertical(.height(height, setting)), end))
            }
        }
        return readings
    }

    func flightLevels(at start: Int) -> [Reading] {
        guard let number = end(of: .flightLevel, at: start) else { return [] }
        return numerals(at: number).compactMap { reading in
            flightLevel(reading).map { (.vertical(.flightLevel($0)), reading.end) }
        }
    }

    /// Two or three digits; their leading zero may be left out.
    private func flightLevel(_ reading: NumeralReading) -> Int? {
        guard reading.fraction == nil, (2...3).contains(reading.digits.count), let level = Int(reading.digits),
            VerticalPosition.flightLevels.contains(level)
        else { return nil }
        return level
    }

    func references(at start: Int) -> [(PressureReference, Int)] {
        var readings: [(PressureReference, Int)] = []
        if let end = end(of: .standard, at: start), let standard = PressureReference(.standard) {
            readings.append((standard, end))
        }
        for (term, setting) in [(Term.qnh, PressureReference.Setting.qnh), (.qfe, .qfe)] {
            guard let end = end(of: term, at: start) else { continue }
            if let bare = PressureReference(setting) { readings.append((bare, end)) }
            for reading in numerals(at: end) {
                guard reading.fraction == nil, let pressure = Int(reading.digits),
                    let known = PressureReference(setting, hectopascals: pressure)
                else { continue }
                readings.append((known, self.end(of: .hectopascal, at: reading.end) ?? reading.end))
            }
        }
        return readings
    }

    func afterBarrier(_ index: Int) -> Int {
        index < tokens.count && tokens[index].kind == .barrier ? index + 1 : index
    }
}

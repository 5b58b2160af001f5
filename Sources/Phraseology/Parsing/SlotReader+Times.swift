extension SlotReader {
    /// Four or six digits, typed with colons or said, or hours and minutes with their words; then UTC, which may be
    /// left out because no other zone is ever used.
    func times(at start: Int) -> [(TimeOfDay, Int)] {
        var times: [(TimeOfDay, Int)] = []
        if tokens[start].kind == .number, tokens[start].text.contains(":"),
            let time = TimeOfDay(parsing: tokens[start].text)
        {
            times.append((time, start + 1))
        }
        for reading in numerals(at: start) where reading.fraction == nil {
            if let time = TimeOfDay(digits: reading.digits) { times.append((time, reading.end)) }
        }
        times += inWords(at: start)
        return times.map { time, end in (time, self.end(of: .universalTime, at: end) ?? end) }
    }

    private func inWords(at start: Int) -> [(TimeOfDay, Int)] {
        var times: [(TimeOfDay, Int)] = []
        for (hour, end) in counted(.hour, at: start) {
            if let time = TimeOfDay(hour: hour, minute: 0), self.end(of: .universalTime, at: end) != nil {
                times.append((time, end))
            }
            for (minute, end) in counted(.minute, at: end) {
                if let time = TimeOfDay(hour: hour, minute: minute) { times.append((time, end)) }
                for (second, end) in counted(.second, at: end) {
                    if let time = TimeOfDay(hour: hour, minute: minute, second: second) { times.append((time, end)) }
                }
            }
        }
        return times
    }

    private func counted(_ unit: CountedUnit, at start: Int) -> [(Int, Int)] {
        guard start < tokens.count else { return [] }
        return numerals(at: start).compactMap { reading in
            guard reading.fraction == nil, let number = Int(reading.digits), reading.digits.count <= 2 || number == 0
            else {
                return nil
            }
            return end(of: unit, at: reading.end).map { (number, $0) }
        }
    }
}

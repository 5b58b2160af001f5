import Accord
import Airspace
import Separation

extension ClaimChecker {
    /// Whether an aircraft was inside of an area between two levels.
    func entered(_ proposition: Proposition, _ statement: Entered) throws -> Finding {
        guard let volume = statement.volume ?? testimony.zone(statement.name) else {
            return .open(
                proposition,
                BilingualText(
                    english: "No agreement that was given has a zone “\(statement.name)”.",
                    russian: "Ни в одном из представленных соглашений нет зоны «\(statement.name)»."),
                by: .noData)
        }
        switch try NamedAircraft(statement.who, in: tracks, window: statement.window) {
        case .found(_, let tracks):
            return stay(proposition, statement, tracks, volume) ?? unknown(proposition, statement.who)
        case .party(let aircraft):
            // One of its aircraft that was inside is enough; that none was is shown by all of them.
            let found = aircraft.compactMap { stay(proposition, statement, $0, volume) }
            let inside: Finding.Verdict = statement.isSaid ? .supported : .contradicted
            return found.first { $0.verdict == inside } ?? found.first { $0.verdict == .notDeterminable } ?? found.first
                ?? unknown(proposition, statement.who)
        case .ambiguous(let identifiers): return ambiguous(proposition, statement.who, identifiers)
        case .unknown: return unknown(proposition, statement.who)
        }
    }

    /// The finding on one aircraft, by all that have it.
    private func stay(
        _ proposition: Proposition, _ statement: Entered, _ named: [ObservedTrack], _ volume: Volume
    ) -> Finding? {
        var findings: [Finding] = []
        for track in named {
            var stay = VolumeStay(track, volume, window: statement.window, gapSeconds: statement.gapSeconds)
            stay.measure()
            findings.append(Self.finding(proposition, statement, track, stay))
        }
        let decided = findings.filter { $0.verdict != .notDeterminable }
        guard var first = decided.first ?? findings.first else { return nil }
        if let other = decided.first(where: { $0.verdict != first.verdict }) {
            first.verdict = .notDeterminable
            first.limit(by: .recordsDiffer)
            first.sentence =
                BilingualText(english: "The sources differ. ", russian: "Источники расходятся. ") + first.sentence
                + BilingualText(english: " ", russian: " ") + other.sentence
        }
        return first
    }

    private static func finding(
        _ proposition: Proposition, _ statement: Entered, _ track: ObservedTrack, _ stay: VolumeStay
    ) -> Finding {
        let sure = Written.duration(Double(stay.sureSeconds))
        let possible = Written.duration(Double(stay.possibleSeconds))
        let name =
            statement.name.isEmpty ? BilingualText(english: "the area", russian: "районе") : quoted(statement.name)
        var finding = Finding(
            proposition, .notDeterminable,
            BilingualText(
                english:
                    "\(track.identifier) was inside \(name.english) for \(sure.english) for sure and for \(possible.english) at most, of the time that could be measured.",
                russian:
                    "\(track.identifier) находился в \(name.russian): достоверно \(sure.russian), самое большее \(possible.russian) — в пределах измеренного времени."
            ))
        finding.low = Double(stay.sureSeconds)
        finding.high = Double(stay.possibleSeconds + stay.unmeasuredSeconds)
        finding.unit = "s"
        finding.confidence = ApproachMeasurement.confidence
        if stay.sureSeconds > 0 {
            finding.verdict = statement.isSaid ? .supported : .contradicted
            if let record = track.record, let reference = stay.sureReference, reference >= 0 {
                finding.rest(on: EvidenceReference(record: record, index: UInt64(reference)))
            }
        } else if stay.isComplete, stay.possibleSeconds == 0 {
            finding.verdict = statement.isSaid ? .contradicted : .supported
        } else {
            if stay.possibleSeconds > 0 { finding.limit(by: .intervalStraddles) }
            if statement.window.closed == nil { finding.limit(by: .noWindow) }
            for reason in stay.reasons { finding.limit(by: reason) }
            finding.missing = stay.missing.prefix(20).map { seconds in
                let span = Written.span(seconds)
                return BilingualText(
                    english: "\(track.identifier) \(span.english): not seen, or not to be relied on",
                    russian: "\(track.identifier) \(span.russian): данных нет или они ненадёжны")
            }
            finding.settles = [
                BilingualText(
                    english: "another receiver's data, or positions at full precision, for that time",
                    russian: "данные другого приёмника или координаты с полной точностью за это время")
            ]
        }
        return finding
    }

    private static func quoted(_ name: String) -> BilingualText {
        BilingualText(english: "“\(name)”", russian: "зоне «\(name)»")
    }
}

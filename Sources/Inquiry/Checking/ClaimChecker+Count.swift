import Accord
import Airspace
import Separation

extension ClaimChecker {
    /// How many encounters there were by the agreed rule.
    func count(_ proposition: Proposition, _ statement: ViolationCount) throws -> Finding {
        var involving: Set<String>?
        if !statement.involving.isEmpty {
            var identifiers: Set<String> = []
            for name in statement.involving {
                identifiers.formUnion(try tracks.tracks(named: name, window: statement.window).map(\.identifier))
            }
            involving = identifiers
        }
        // What the parties told each other is one view; what a party saw itself is another.
        let all = Dictionary(grouping: try tracks.everyTrack(window: statement.window)) { track in
            track.source.hasSuffix(RecordLibrary.sharedSuffix) ? "shared" : track.source
        }
        let own = all.filter { $0.key != "shared" }
        let bySource = own.isEmpty ? all : own
        guard !bySource.isEmpty else {
            return unknown(proposition, statement.involving.first ?? "anybody")
        }
        let tallies = bySource.sorted { $0.key < $1.key }.map { source, tracks in
            ViolationTally(
                source: source, tracks: tracks, window: statement.window, rule: statement.rule, involving: involving)
        }
        return finding(proposition, statement, tallies)
    }

    private func finding(
        _ proposition: Proposition, _ statement: ViolationCount, _ tallies: [ViolationTally]
    ) -> Finding {
        let isCovered = covers(statement.window)
        let low = tallies.map(\.clean.count).max() ?? 0
        let high = tallies.map { $0.clean.count + $0.doubtful.count }.max() ?? 0
        var texts: [BilingualText] = []
        for tally in tallies {
            let counts = [tally.clean.count, tally.doubtful.count, tally.tolerated.count]
            texts.append(
                BilingualText(
                    english:
                        "\(tally.source): \(counts[0]) violations by measure/1 (\(statement.rule.minima)), \(counts[1]) more on data in doubt, \(counts[2]) within level tolerance, which are not counted.",
                    russian:
                        "\(tally.source): нарушений по правилу measure/1 (\(Self.minima(statement.rule.minima))) — \(counts[0]); по сомнительным данным — ещё \(counts[1]); в пределах допуска по высоте, не считаются — \(counts[2])."
                ))
        }
        let sentence = BilingualText(
            english: texts.map(\.english).joined(separator: " "), russian: texts.map(\.russian).joined(separator: " "))
        var finding = Finding(proposition, .notDeterminable, sentence)
        finding.low = Double(low)
        finding.high = isCovered ? Double(high) : nil
        finding.unit = "1"
        finding.confidence = 1
        let differences = tallies.dropFirst().flatMap { ViolationTally.difference(tallies[0], $0) }
        for (source, encounter) in differences.prefix(100) { finding.missing.append(Self.line(source, encounter)) }
        if !differences.isEmpty { finding.limit(by: .recordsDiffer) }
        if low > statement.count.upperBound || isCovered && high < statement.count.lowerBound {
            finding.verdict = .contradicted
        } else if low >= statement.count.lowerBound,
            // What one has and the other has not may have been or not: that there were no more is then not shown.
            isCovered && high <= statement.count.upperBound && differences.isEmpty
                || statement.count.upperBound == .max
        {
            finding.verdict = .supported
        } else {
            limit(&finding, tallies, isCovered: isCovered, window: statement.window)
        }
        return finding
    }

    private func limit(_ finding: inout Finding, _ tallies: [ViolationTally], isCovered: Bool, window: ClaimWindow) {
        let flags = tallies.flatMap(\.doubtful).reduce(into: QualityFlags()) { $0.formUnion($1.quality) }
        if flags.contains(.frozen) { finding.limit(by: .frozen) }
        if flags.contains(.duplicateTrack) { finding.limit(by: .duplicateTrack) }
        if flags.contains(.jump) { finding.limit(by: .jump) }
        if flags.contains(.clock) { finding.limit(by: .clock) }
        if flags.contains(.mixedDatum) { finding.limit(by: .mixedDatum) }
        if !isCovered { finding.limit(by: window.closed == nil ? .noWindow : .gap) }
        for tally in tallies {
            for encounter in tally.doubtful.prefix(100) { finding.missing.append(Self.line(tally.source, encounter)) }
        }
        finding.settles = [
            BilingualText(
                english: "sound data for the encounters in doubt, over all of that time",
                russian: "надёжные данные о сомнительных сближениях за всё это время")
        ]
    }

    /// Whether there are reports from the beginning of a window to its end.
    private func covers(_ window: ClaimWindow) -> Bool {
        guard let closed = window.closed, let span = tracks.spanUnixSeconds else { return false }
        return span.lowerBound <= closed.lowerBound + 60 && span.upperBound >= closed.upperBound - 60
    }

    private static func minima(_ minima: Minima) -> String {
        "\(Written.length(minima.horizontal).russian), \(Written.length(minima.vertical).russian)"
    }

    private static func line(_ source: String, _ encounter: Encounter) -> BilingualText {
        let span = Written.span(encounter.start...encounter.end)
        let metres = Written.distance(encounter.minHorizontalMetres)
        let quality = encounter.quality.isEmpty ? "" : " [\(encounter.quality)]"
        return BilingualText(
            english: "\(source): \(encounter.a) – \(encounter.b) \(span.english), \(metres.english)\(quality)",
            russian: "\(source): \(encounter.a) – \(encounter.b) \(span.russian), \(metres.russian)\(quality)")
    }
}

import Accord
import Inquiry

/// A report for a terminal.
struct ClaimText {
    private let report: ClaimReport

    init(_ report: ClaimReport) { self.report = report }

    var text: String {
        let said = ClaimWording.said(report.claim)
        let standing = ClaimWording.standing(report.standing)
        var lines = [said.english, said.russian, "", standing.english, standing.russian]
        switch report.standing {
        case .records(let sentences): lines += sentences.map { "  " + Self.plain($0) }
        case .recordings(let names): lines += names.map { "  " + Self.plain($0) }
        }
        lines += report.notes.map { "  " + $0 }
        for (finding, proposition) in zip(report.findings, report.claim.propositions) {
            let verdict = ClaimWording.verdict(finding.verdict)
            lines += [
                "",
                "\(Self.plain(finding.id)) (\(finding.kind)): \(verdict.english.uppercased()) / \(verdict.russian.uppercased())",
            ]
            if let text = proposition.text { lines.append("  “\(Self.plain(text))”") }
            lines += ["  " + Self.plain(finding.sentence.english), "  " + Self.plain(finding.sentence.russian)]
            if !finding.reasons.isEmpty {
                lines.append("  reasons: " + finding.reasons.map(\.rawValue).joined(separator: ", "))
            }
            if let numbers = finding.numbers { lines += ["  " + numbers.english, "  " + numbers.russian] }
            lines += finding.missing.prefix(10).map {
                "  missing: \(Self.plain($0.english)) / \(Self.plain($0.russian))"
            }
            lines += finding.settles.map { "  would settle it: \($0.english) / \($0.russian)" }
            if !finding.entries.isEmpty {
                lines.append(
                    "  entries: "
                        + finding.entries.prefix(12).map { "\($0.record) \($0.index)" }.joined(separator: ", "))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Text from outside without what could command a terminal.
    private static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
    }
}

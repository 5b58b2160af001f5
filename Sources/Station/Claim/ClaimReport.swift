public import Inquiry

/// A claim with what was found, and what that rests on.
public struct ClaimReport: Sendable {
    /// What the findings rest on, and so how much they weigh.
    public enum Standing: Sendable {
        /// Records that both sides signed and nobody can rewrite, each with what its verification proved.
        case records([String])
        /// Plain recordings, which anybody could have made or changed.
        case recordings([String])
    }

    /// The claim.
    public var claim: Claim
    /// One finding for each proposition, in the order of the claim.
    public var findings: [Finding]
    /// What they rest on.
    public var standing: Standing
    /// What could not be read, in plain words.
    public var faults: [String]
    /// What else is to be known: how long the index took, and so on.
    public var notes: [String] = []

    /// A report.
    public init(claim: Claim, findings: [Finding], standing: Standing, faults: [String]) {
        self.claim = claim
        self.findings = findings
        self.standing = standing
        self.faults = faults
    }
}

/// How a report is written down.
public enum ClaimFormat: String, Sendable, CaseIterable {
    /// For a terminal, in both languages.
    case text
    /// One JSON object a line for each finding.
    case jsonl
    /// A self-contained page to be printed and handed over.
    case html
}

extension ClaimReport {
    /// The report in a format.
    public func written(as format: ClaimFormat) -> String {
        switch format {
        case .text: ClaimText(self).text
        case .jsonl: findings.map { ClaimLines.line($0) + "\n" }.joined()
        case .html: ClaimPage(self).html
        }
    }
}

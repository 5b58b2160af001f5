import Accord

/// Holds each proposition of a claim against what is known.
///
/// A distance is an interval, and a proposition is supported or contradicted only if the whole interval says so. What was not
/// seen is never made up: a gap longer than the rule bridges stays a gap.
public struct ClaimChecker: Sendable {
    /// Where tracks are looked up.
    let tracks: any TrackLibrary
    /// What the parties' records say besides tracks.
    let testimony: Testimony

    /// A checker over tracks alone, or over records.
    public init(tracks: any TrackLibrary, testimony: Testimony = .none) {
        self.tracks = tracks
        self.testimony = testimony
    }

    /// The findings, in the order of the propositions.
    ///
    /// - Throws: what the library throws, when tracks can't be read.
    public func check(_ claim: Claim, onProgress: (Int) -> Void = { _ in }) throws -> [Finding] {
        var findings: [Finding] = []
        for proposition in claim.propositions {
            findings.append(try check(proposition))
            onProgress(findings.count)
        }
        return findings
    }

    /// The finding on one proposition.
    public func check(_ proposition: Proposition) throws -> Finding {
        switch proposition.statement {
        case .minimumDistance(let statement): return try distance(proposition, statement)
        case .entered(let statement): return try entered(proposition, statement)
        case .violationCount(let statement): return try count(proposition, statement)
        case .exerciseHeld(let statement): return exercise(proposition, statement)
        case .communication(let statement): return communication(proposition, statement)
        case .warningGiven(let statement): return warningGiven(proposition, statement)
        case .lineState(let statement): return lineState(proposition, statement)
        case .knownBy(let statement): return knownBy(proposition, statement)
        case .agreementUnchanged(let statement): return agreementUnchanged(proposition, statement)
        case .nothingBeyond(let window): return nothingBeyond(proposition, window)
        case .notCheckable:
            var finding = Finding(
                proposition, .notCheckable,
                BilingualText(
                    english: "No data says what somebody had in mind; this can't be checked.",
                    russian: "Никакие данные не говорят о том, что у кого-то было на уме; проверить это нельзя."))
            finding.limit(by: .mind)
            return finding
        }
    }
}

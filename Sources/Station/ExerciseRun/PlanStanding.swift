import Accord
import Exercise
import Record

/// Where a plan stands: which versions were put forward, by whom, and who has signed which. Made of the entries of all parties.
///
/// What one party writes is bounded by itself, so that it takes no room from the others.
struct PlanStanding: Sendable {
    /// One version, named by the hash of its bytes.
    struct Version: Sendable {
        /// SHA-256 of the plan's bytes, hexadecimal.
        var sha256: String
        /// Its number, as the entry that brought it says.
        var number: Int
        /// The plan; nil: its bytes are not here, or can't be read.
        var plan: ExercisePlan?
        /// Who put it forward, when, and with which words.
        var proposals: [(party: String, by: Person, atUnixSeconds: Double, note: String?)] = []
        /// Who signed it for each party, and when.
        var signatures: [String: (by: Person, atUnixSeconds: Double)] = [:]

        /// Whether every party of it has signed.
        var isSigned: Bool { plan.map { plan in plan.parties.allSatisfy { signatures[$0] != nil } } ?? false }
    }

    /// An entry of a party, as it speaks of a version.
    struct Said: Sendable {
        /// The party.
        var party: String
        /// Under which agreement it stands.
        var agreement: String
        /// When it was written, Unix seconds.
        var atUnixSeconds: Double
        /// The plan that it speaks of; nil: its bytes are not here, or it is not of that agreement.
        var plan: ExercisePlan?
    }

    /// The plan.
    let identifier: String
    /// Its versions by their hashes.
    private(set) var versions: [String: Version] = [:]
    /// How many of them each party was the first to name.
    private var brought: [String: Int] = [:]

    /// As many versions may a party bring: nobody amends a plan more often.
    private static let mostVersions = 50
    /// As often may a party put one version forward, each time with other words.
    private static let mostProposals = 20

    init(identifier: String) { self.identifier = identifier }

    /// The version that all have signed, the newest if there are several; nil: none holds at that time.
    ///
    /// - Parameter party: one that this party has signed goes before those that others have agreed on without it.
    /// - Parameter agreement: only a plan of this agreement; nil: of any.
    func signed(by party: String, under agreement: String?, atUnixSeconds now: Double) -> Version? {
        versions.values.filter { version in
            version.isSigned && now <= version.plan?.expiresUnixSeconds ?? .infinity
                && (agreement == nil || version.plan?.agreement == agreement)
        }
        .max { one, other in
            let (isOurs, isOtherOurs) = (one.signatures[party] != nil, other.signatures[party] != nil)
            if isOurs != isOtherOurs { return isOtherOurs }
            return (one.number, one.sha256) < (other.number, other.sha256)
        }
    }

    /// Whether a party has put forward or signed any version.
    func hasWritten(_ party: String) -> Bool {
        versions.values.contains { version in
            version.signatures[party] != nil || version.proposals.contains { $0.party == party }
        }
    }

    /// Takes the entry that puts a version forward. The same one twice is once.
    mutating func take(_ body: PlanProposedBody, _ said: Said) {
        guard var version = version(body.sha256, body.version, said) else { return }
        let theirs = version.proposals.filter { $0.party == said.party }
        let isKnown = theirs.contains {
            $0.by == body.by && $0.atUnixSeconds == said.atUnixSeconds && $0.note == body.note
        }
        if !isKnown, theirs.count < Self.mostProposals {
            version.proposals.append((said.party, body.by, said.atUnixSeconds, body.note))
        }
        keep(version, said)
    }

    /// Takes a party's signature.
    ///
    /// - Parameter key: the identity key of that party; nil: it is not known.
    /// - Throws: `AccordError.signature` when it does not hold; the entry counts for nothing then.
    mutating func take(_ body: PlanSignedBody, _ said: Said, key: VerifierKey?) throws(AccordError) {
        guard let key else { throw AccordError.signature("the key of \(said.party) is not known") }
        let signature = DocumentSignature(
            kind: .plan, identifier: identifier, version: body.version, sha256: body.sha256)
        try signature.verify(body.signature, by: key)
        guard var version = version(body.sha256, body.version, said) else { return }
        version.signatures[said.party] = (body.by, said.atUnixSeconds)
        keep(version, said)
    }

    /// The version that an entry speaks of; nil: it is of another agreement than the plan, or its writer has brought too many.
    private func version(_ sha256: String, _ number: Int, _ said: Said) -> Version? {
        if var known = versions[sha256] {
            if let plan = known.plan, plan.agreement != said.agreement { return nil }
            known.plan = known.plan ?? said.plan
            return known
        }
        guard brought[said.party, default: 0] < Self.mostVersions else { return nil }
        return Version(sha256: sha256, number: number, plan: said.plan)
    }

    private mutating func keep(_ version: Version, _ said: Said) {
        if versions.updateValue(version, forKey: version.sha256) == nil { brought[said.party, default: 0] += 1 }
    }
}

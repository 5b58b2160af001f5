import Accord
import Exercise
import Record

/// Where a plan stands: which versions were put forward, by whom, and who has signed which. Made of the entries of all parties.
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

    /// The plan.
    let identifier: String
    /// Its versions by their hashes.
    private(set) var versions: [String: Version] = [:]

    /// Versions that are remembered at most: peers can make them up.
    private static let mostVersions = 50

    init(identifier: String) { self.identifier = identifier }

    /// The version that all have signed, the newest if there are several; nil: none holds at that time.
    func signed(atUnixSeconds now: Double) -> Version? {
        versions.values.filter { $0.isSigned && now <= $0.plan?.expiresUnixSeconds ?? .infinity }
            .max { ($0.number, $0.sha256) < ($1.number, $1.sha256) }
    }

    /// Takes the entry that puts a version forward.
    mutating func take(_ body: PlanProposedBody, plan: ExercisePlan?, from party: String, atUnixSeconds: Double) {
        guard var version = version(body.sha256, body.version) else { return }
        version.plan = version.plan ?? plan
        version.proposals.append((party, body.by, atUnixSeconds, body.note))
        versions[body.sha256] = version
    }

    /// Takes a party's signature.
    ///
    /// - Parameter key: the identity key of that party; nil: it is not known.
    /// - Throws: `AccordError.signature` when it does not hold; the entry counts for nothing then.
    mutating func take(
        _ body: PlanSignedBody, plan: ExercisePlan?, from party: String, key: VerifierKey?, atUnixSeconds: Double
    ) throws(AccordError) {
        guard let key else { throw AccordError.signature("the key of \(party) is not known") }
        let signature = DocumentSignature(
            kind: .plan, identifier: identifier, version: body.version, sha256: body.sha256)
        try signature.verify(body.signature, by: key)
        guard var version = version(body.sha256, body.version) else { return }
        version.plan = version.plan ?? plan
        version.signatures[party] = (body.by, atUnixSeconds)
        versions[body.sha256] = version
    }

    private func version(_ sha256: String, _ number: Int) -> Version? {
        if let known = versions[sha256] { return known }
        return versions.count < Self.mostVersions ? Version(sha256: sha256, number: number) : nil
    }
}

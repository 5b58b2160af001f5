public import Accord

/// Whether a release was approved as it must be: by a spokesperson and by an investigator, who are two different people.
public enum ReleaseApproval {
    /// The roles that must approve, each by somebody else.
    public static let roles: [Role] = [.spokesperson, .investigator]

    /// Somebody's approval, and where it stands.
    private struct Approval {
        var person: Person
        var reference: EvidenceReference
    }

    /// The same for several parties: each approves in its own private records, for nobody else.
    ///
    /// - Throws: `InquiryError.extract` when one of them has not.
    public static func check(
        query: String, of parties: Set<String>, entries: [(reference: EvidenceReference, entry: Entry)]
    ) throws(InquiryError) -> (people: [Person], entries: [EvidenceReference]) {
        var people: [Person] = []
        var places: [EvidenceReference] = []
        for party in parties.sorted() {
            let own = entries.filter { each in
                guard let origin = try? RecordOrigin(parsing: each.reference.record) else { return false }
                return origin.writer == party && origin.scope == .privateRecord
            }
            do throws(InquiryError) {
                let found = try check(query: query, entries: own)
                people += found.people
                places += found.entries
            } catch {
                guard case .extract(let reason) = error else { throw error }
                throw InquiryError.extract(reason: "\(party): \(reason)")
            }
        }
        return (people, places)
    }

    /// The people who approved a release of exactly this query, and the entries in which it was asked for and approved.
    ///
    /// - Throws: `InquiryError.extract` when it was never asked for, asked for with another query, or a role has not approved.
    public static func check(
        query: String, entries: [(reference: EvidenceReference, entry: Entry)]
    ) throws(InquiryError) -> (people: [Person], entries: [EvidenceReference]) {
        var asked: [String: (reference: EvidenceReference, at: Double)] = [:]
        var approvals: [String: [(approval: Approval, at: Double)]] = [:]
        for (reference, entry) in entries {
            if entry.type == ReleaseBody.type, let body: ReleaseBody = try? entry.body(), body.query == query {
                // Asked for twice by one name it counts from the first time.
                if asked[body.release] == nil { asked[body.release] = (reference, entry.atUnixSeconds) }
            }
            if entry.type == ReleaseApprovedBody.type, let body: ReleaseApprovedBody = try? entry.body() {
                approvals[body.release, default: []].append(
                    (Approval(person: body.by, reference: reference), entry.atUnixSeconds))
            }
        }
        guard !asked.isEmpty else {
            throw InquiryError.extract(
                reason:
                    "the station's record holds no request (release/1) for exactly this query; `parley extract request` makes one"
            )
        }
        var lacking = roles
        for (release, request) in asked.sorted(by: { $0.key < $1.key }) {
            let later = (approvals[release] ?? []).filter { $0.at >= request.at }.map(\.approval)
            let found = pair(of: later)
            if found.count == roles.count { return (found.map(\.person), [request.reference] + found.map(\.reference)) }
            lacking = roles.filter { role in !found.contains { $0.person.role == role } }
        }
        let words = lacking.map(\.rawValue).joined(separator: " and ")
        throw InquiryError.extract(
            reason:
                "a spokesperson and an investigator, two different people, must approve this release (release-approved/1); there is none yet by: \(words)"
        )
    }

    /// Whether these people, who have each said so, release something together.
    public static func isEnough(_ people: [Person]) -> Bool {
        let place = EvidenceReference(record: "", index: 0)
        return pair(of: people.map { Approval(person: $0, reference: place) }).count == roles.count
    }

    /// The approvals that count: one of each role, by people of different names; as many as there are.
    private static func pair(of approvals: [Approval]) -> [Approval] {
        let byRole = roles.map { role in approvals.filter { $0.person.role == role } }
        for first in byRole[0] {
            if let second = byRole[1].first(where: { !isSame($0.person, first.person) }) { return [first, second] }
        }
        return byRole.compactMap(\.first).prefix(1).map { $0 }
    }

    /// Whether two are one person: names are compared without regard to case and blanks.
    public static func isSame(_ one: Person, _ other: Person) -> Bool {
        func plain(_ name: String) -> String { name.lowercased().filter { !$0.isWhitespace } }
        return plain(one.name) == plain(other.name)
    }
}

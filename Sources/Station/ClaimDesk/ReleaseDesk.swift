import Accord
import Foundation
import Inquiry

/// Releases of this party's entries: who asked for them, with which query, and who approved.
///
/// All of it stands in the private record; the index has it a second later, and until then what was written here is remembered.
actor ReleaseDesk {
    /// A release as it stands.
    struct Standing: Sendable {
        var release: String
        var query: String
        var by: Person
        var askedUnixSeconds: Double
        var approvedBy: [Person] = []

        /// Whether it may go out.
        var isApproved: Bool { ReleaseApproval.isEnough(approvedBy) }
    }

    private let context: NodeContext
    private let index: EntryIndex
    private var known: [String: Standing] = [:]
    private var readUpTo: Int64?

    /// Releases that are remembered at most; each is an act of a person of the own party.
    private static let most = 10_000

    init(_ context: NodeContext, index: EntryIndex) {
        self.context = context
        self.index = index
    }

    /// All releases, the newest first.
    func all() async throws -> [Standing] {
        try await catchUp()
        return known.values.sorted { ($1.askedUnixSeconds, $1.release) < ($0.askedUnixSeconds, $0.release) }
    }

    /// Asks for a release; its identifier.
    ///
    /// - Throws: `Problem` for a query that can't be read, or when the record did not take it.
    func ask(_ query: String, by person: Person) async throws -> Standing {
        do { _ = try ExtractQuery(parsing: query) } catch { throw Problem.badRequest("\(error)") }
        try await catchUp()
        guard known.count < Self.most else { throw Problem.conflict("there are \(Self.most) releases already") }
        let release = "r-" + Secrets.bytes(5).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        try await write(ReleaseBody(release: release, query: query, by: person))
        let standing = Standing(
            release: release, query: query, by: person, askedUnixSeconds: context.clock.now())
        known[release] = standing
        return standing
    }

    /// Approves a release.
    ///
    /// - Throws: `Problem` when there is none of that name, or this person or somebody of this role has approved it already.
    func approve(_ release: String, by person: Person) async throws -> Standing {
        try await catchUp()
        guard let standing = known[release] else {
            throw Problem.notFound("no release “\(release.prefix(64))” was asked for")
        }
        if standing.approvedBy.contains(where: { ReleaseApproval.isSame($0, person) }) {
            throw Problem.conflict(
                "\(person.name) has approved this release already; the other approval is somebody else's")
        }
        if let other = standing.approvedBy.first(where: { $0.role == person.role }) {
            throw Problem.conflict("\(other.name) has approved this release as \(other.role.rawValue) already")
        }
        // Noted first: while the record is written, nobody else of this role can approve.
        known[release]?.approvedBy.append(person)
        do { try await write(ReleaseApprovedBody(release: release, by: person)) } catch {
            known[release]?.approvedBy.removeAll { $0 == person }
            throw error
        }
        return known[release] ?? standing
    }

    private func write(_ body: some EntryBody) async throws {
        do { _ = try await context.privateRecord.append([try EntryDraft(body)]) } catch let error as AccordError {
            throw Problem.badRequest(error.description)
        } catch { throw Problem.failure("the private record did not take it, so it was not done: \(error)") }
    }

    /// Learns what the index has and this desk has not seen, after a restart all of it.
    private func catchUp() async throws {
        var query = EntryQuery(types: [ReleaseBody.type, ReleaseApprovedBody.type], direction: .noted)
        query.limit = 500
        while true {
            query.beyond = readUpTo
            let page = try await index.entries(query)
            for item in page { learn(item.entry) }
            guard let last = page.last else { return }
            readUpTo = max(readUpTo ?? last.number, last.number)
            if page.count < query.limit { return }
        }
    }

    private func learn(_ entry: Entry) {
        if let body = try? entry.body(ReleaseBody.self), known[body.release] == nil, known.count < Self.most {
            known[body.release] = Standing(
                release: body.release, query: body.query, by: body.by, askedUnixSeconds: entry.atUnixSeconds)
        } else if let body = try? entry.body(ReleaseApprovedBody.self),
            known[body.release]?.approvedBy.contains(body.by) == false
        {
            known[body.release]?.approvedBy.append(body.by)
        }
    }
}

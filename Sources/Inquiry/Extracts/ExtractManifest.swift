public import Accord

/// What is in an extract, and what is not: `extract.json`.
public struct ExtractManifest: Sendable, Codable, Equatable {
    /// The format's name and version.
    public static let format = "parley-extract/1"
    /// The file's name in the extract.
    public static let fileName = "extract.json"
    /// The most bytes of the file.
    public static let maximumBytes = 64 * 1024 * 1024

    /// One record that entries were taken from.
    public struct Record: Sendable, Codable, Equatable {
        /// Its name.
        public var origin: String
        /// The verifier key that signs it; nil: nobody gave it.
        public var key: String?
        /// The verifier keys of witnesses that cosigned it.
        public var witnesses: [String]
        /// The directory of its files in the extract.
        public var directory: String
        /// How many entries it has in all.
        public var size: UInt64
        /// The indexes of the entries that are released.
        public var released: [UInt64]
        /// How many entries of each type are withheld.
        public var withheld: [String: Int]

        /// A record with what is released of it.
        public init(
            origin: String, key: String?, witnesses: [String], directory: String, size: UInt64, released: [UInt64],
            withheld: [String: Int]
        ) {
            self.origin = origin
            self.key = key
            self.witnesses = witnesses
            self.directory = directory
            self.size = size
            self.released = released
            self.withheld = withheld
        }
    }

    /// `parley-extract/1`.
    public var format: String
    /// The query by which the entries were chosen.
    public var query: String
    /// Who approved the release; empty: it was made from copies, by nobody's leave but the maker's.
    public var approvedBy: [String]
    /// The records.
    public var records: [Record]

    /// A manifest.
    public init(query: String, approvedBy: [String], records: [Record]) {
        format = Self.format
        self.query = query
        self.approvedBy = approvedBy
        self.records = records
    }
}

/// Whether two people have approved a release.
public enum ReleaseApproval {
    /// The people who approved a release of exactly this query, and the entries in which they did.
    ///
    /// - Throws: `InquiryError.extract` when it was never asked for, asked for with another query, or fewer than two different people approved.
    public static func check(
        query: String, entries: [(reference: EvidenceReference, entry: Entry)]
    ) throws(InquiryError) -> (people: [Person], entries: [EvidenceReference]) {
        var asked: [String: (reference: EvidenceReference, at: Double)] = [:]
        var approvals: [String: [(person: Person, reference: EvidenceReference, at: Double)]] = [:]
        for (reference, entry) in entries {
            if entry.type == ReleaseBody.type, let body: ReleaseBody = try? entry.body(), body.query == query {
                asked[body.release] = (reference, entry.atUnixSeconds)
            }
            if entry.type == ReleaseApprovedBody.type, let body: ReleaseApprovedBody = try? entry.body(),
                ![.observer, .station].contains(body.by.role)
            {
                approvals[body.release, default: []].append((body.by, reference, entry.atUnixSeconds))
            }
        }
        guard !asked.isEmpty else {
            throw InquiryError.extract(
                reason: "the station's record holds no request (release/1) for exactly this query")
        }
        for (release, request) in asked.sorted(by: { $0.key < $1.key }) {
            var people: [Person] = []
            var places = [request.reference]
            for approval in approvals[release] ?? [] where approval.at >= request.at {
                if people.contains(where: { $0.name == approval.person.name }) { continue }
                people.append(approval.person)
                places.append(approval.reference)
            }
            if people.count >= 2 { return (people, places) }
        }
        throw InquiryError.extract(
            reason: "two different people must approve this release (release-approved/1), and they have not yet")
    }
}

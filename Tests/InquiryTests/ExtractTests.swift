import Accord
import Inquiry
import Testing

@Suite("What an extract releases")
struct ExtractTests {
    private static func entry(_ body: some EntryBody, at seconds: Double = 0) throws -> Entry {
        let bytes = try EntryDraft(body).bytes(
            atUnixSeconds: Double(SimulatedSky.start) + seconds, salt: [UInt8](repeating: 7, count: 16))
        return try Entry(bytes)
    }

    private static let place = EvidenceReference(record: "parley/WEST/private/2015-11-03", index: 4)
    private static let officer = Person(name: "Lt Smith", role: .watchOfficer)

    private static func track(_ name: String) throws -> Entry {
        try entry(
            TrackBody(
                track: name, time: EntryTime(unixSeconds: Double(SimulatedSky.start)), lat: 40, lon: 20, gridNM: 0.5,
                levelGridFt: 500, timeGridSeconds: 5, delaySeconds: 0, rule: "r1"))
    }

    @Test("aircraft go out only by name")
    func aircraft() throws {
        let query = try ExtractQuery(parsing: "from:2015-11-03T00:00:00Z track:W7")
        #expect(query.releases(try Self.track("W7"), at: Self.place, named: ["W7"]))
        #expect(!query.releases(try Self.track("W8"), at: Self.place, named: ["W7"]))
        let one = try ExtractQuery(parsing: "entry:\(Self.place.record)#4")
        #expect(!one.releases(try Self.track("W8"), at: Self.place, named: []))
    }

    @Test("what a party keeps for itself goes out only by type")
    func kept() throws {
        let login = try Self.entry(LoginBody(name: "Lt Smith", role: .watchOfficer, outcome: .allCases[0]))
        let message = try Self.entry(MessageReadBody(message: "m1", by: Self.officer))
        let wide = try ExtractQuery(parsing: "from:2015-11-03T00:00:00Z")
        #expect(!wide.releases(login, at: Self.place, named: []))
        #expect(wide.releases(message, at: Self.place, named: []))
        #expect(try ExtractQuery(parsing: "type:login/1").releases(login, at: Self.place, named: []))
        #expect(!(try ExtractQuery(parsing: "to:2015-11-02T00:00:00Z")).releases(message, at: Self.place, named: []))
    }

    @Test(
        "a query that names nothing, or what there is not, is refused",
        arguments: ["", "all", "from:noon", "colour:red", "entry:x"])
    func refused(_ text: String) {
        #expect(throws: InquiryError.self) { try ExtractQuery(parsing: text) }
    }

    @Test("two different people approve exactly this query")
    func approval() throws {
        let query = "type:message/1"
        func approvals(_ names: [String], query asked: String = query, before: Bool = false) throws -> [(
            reference: EvidenceReference, entry: Entry
        )] {
            var entries = [try Self.entry(ReleaseBody(release: "r", query: asked, by: Self.officer), at: 10)]
            for name in names {
                let person = Person(name: name, role: .spokesperson)
                entries.append(try Self.entry(ReleaseApprovedBody(release: "r", by: person), at: before ? 1 : 20))
            }
            return entries.enumerated().map { (EvidenceReference(record: "x", index: UInt64($0)), $1) }
        }
        #expect(try ReleaseApproval.check(query: query, entries: approvals(["A", "B"])).people.count == 2)
        for entries in [
            [], try approvals([]), try approvals(["A"]), try approvals(["A", "A"]),
            try approvals(["A", "B"], query: "type:track/1"), try approvals(["A", "B"], before: true),
        ] {
            #expect(throws: InquiryError.self) { try ReleaseApproval.check(query: query, entries: entries) }
        }
    }
}

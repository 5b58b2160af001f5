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
        var names = AircraftNames()
        names.name(["W7"])
        #expect(query.releases(try Self.track("W7"), at: Self.place, names))
        #expect(!query.releases(try Self.track("W8"), at: Self.place, names))
        let one = try ExtractQuery(parsing: "entry:\(Self.place.record)#4")
        #expect(!one.releases(try Self.track("W8"), at: Self.place, Self.nobody))
    }

    private static let nobody = AircraftNames()

    private static func opened(_ track: String) throws -> PseudonymBody {
        try Pseudonyms(agreement: "x", secret: [UInt8](repeating: 9, count: 32)).pseudonym(of: track)
    }

    private static func names(_ named: Set<String>) throws -> AircraftNames {
        var names = AircraftNames()
        for (track, callsign) in [("a1", "VIPER11"), ("b2", "SOKOL21"), ("c3", "DLH9"), ("c4", "DLH9")] {
            names.learn(
                try entry(
                    OwnTrackBody(
                        track: track, callsign: callsign, time: EntryTime(unixSeconds: Double(SimulatedSky.start)),
                        lat: 40, lon: 20, source: "f", ours: true, quality: [])))
            names.learn(try entry(opened(track)))
        }
        names.name(named)
        return names
    }

    @Test("an aircraft is known by all its names, and others are not named in words either")
    func words() throws {
        var names = try Self.names(["VIPER11"])
        let (own, other) = (try Self.opened("a1").pseudonym, try Self.opened("b2").pseudonym)
        #expect(names.covers(["a1", own, "viper11"]))
        #expect(!names.covers(["a1", other]))
        for text in ["is SOKOL 21 yours?", "b2", "{\"text\":\"\(other) turned\"}", "sokol21"] {
            #expect(names.mentionsOthers(text), "\(text)")
        }
        for text in ["is VIPER 11 yours?", "SOKOL", "21", "b21"] { #expect(!names.mentionsOthers(text), "\(text)") }
        let veiled = names.veiled("a1 met SOKOL 21, then b2; SOKOL21.", as: "aircraft")
        #expect(veiled == "a1 met aircraft\u{A0}1, then aircraft\u{A0}1; aircraft\u{A0}1.")
        #expect(names.name(["DLH 9"]) == ["DLH 9"] && !names.covers(["c3"]))
        #expect(
            names.name(["c3"]) == [] && names.covers(["c3"]) && !names.covers(["c4"]) && !names.mentionsOthers("DLH9"))
        let query = try ExtractQuery(parsing: "type:decision/1")
        let officer = Self.officer
        let ours = try Self.entry(DecisionBody(kind: "ours", subject: "SOKOL21", by: officer))
        #expect(!query.releases(ours, at: Self.place, names))
        #expect(query.releases(ours, at: Self.place, try Self.names(["b2"])))
    }

    @Test("an opening that proves nothing lets no aircraft out under the name of another")
    func forgedOpening() throws {
        var forged = try Self.opened("b2")
        forged.track = "a1"
        var names = try Self.names([])
        names.learn(try Self.entry(forged))
        names.name(["a1"])
        #expect(!names.covers([forged.pseudonym]) && names.mentionsOthers("\(forged.pseudonym) turned"))
        let query = try ExtractQuery(parsing: "from:2015-11-03T00:00:00Z track:a1")
        #expect(!query.releases(try Self.track(forged.pseudonym), at: Self.place, names))
        #expect(!query.releases(try Self.entry(forged), at: Self.place, names))
        #expect(query.releases(try Self.entry(try Self.opened("a1")), at: Self.place, names))
        // Of an aircraft of which nothing else is known, it is still not said who it is.
        var unknown = AircraftNames()
        unknown.learn(try Self.track(forged.pseudonym))
        unknown.learn(try Self.entry(forged))
        unknown.name(["a1"])
        #expect(!unknown.covers([forged.pseudonym]))
    }

    @Test("what a party keeps for itself goes out only by type")
    func kept() throws {
        let login = try Self.entry(LoginBody(name: "Lt Smith", role: .watchOfficer, outcome: .allCases[0]))
        let message = try Self.entry(MessageReadBody(message: "m1", by: Self.officer))
        let wide = try ExtractQuery(parsing: "from:2015-11-03T00:00:00Z")
        #expect(!wide.releases(login, at: Self.place, Self.nobody))
        #expect(wide.releases(message, at: Self.place, Self.nobody))
        #expect(try ExtractQuery(parsing: "type:login/1").releases(login, at: Self.place, Self.nobody))
        #expect(!(try ExtractQuery(parsing: "to:2015-11-02T00:00:00Z")).releases(message, at: Self.place, Self.nobody))
    }

    @Test(
        "a query that names nothing, or what there is not, is refused",
        arguments: ["", "all", "from:noon", "colour:red", "entry:x"])
    func refused(_ text: String) {
        #expect(throws: InquiryError.self) { try ExtractQuery(parsing: text) }
    }

    @Test("a spokesperson and an investigator, two people, approve exactly this query")
    func approval() throws {
        let query = "type:message/1"
        let both: [(String, Role)] = [("A", .spokesperson), ("B", .investigator)]
        func approvals(
            _ people: [(String, Role)], query asked: String = query, before: Bool = false
        ) throws -> [(reference: EvidenceReference, entry: Entry)] {
            var entries = [try Self.entry(ReleaseBody(release: "r", query: asked, by: Self.officer), at: 10)]
            for (name, role) in people {
                let body = ReleaseApprovedBody(release: "r", by: Person(name: name, role: role))
                entries.append(try Self.entry(body, at: before ? 1 : 20))
            }
            return entries.enumerated().map { (EvidenceReference(record: "x", index: UInt64($0)), $1) }
        }
        #expect(try ReleaseApproval.check(query: query, entries: approvals(both)).people.count == 2)
        let late = try approvals([("A", .investigator), ("A", .spokesperson), ("C", .investigator)])
        #expect(try ReleaseApproval.check(query: query, entries: late).people.map(\.name) == ["A", "C"])
        // Nobody approves for another party.
        let west = try approvals(both).map {
            (EvidenceReference(record: Self.place.record, index: $0.reference.index), $0.entry)
        }
        #expect(try ReleaseApproval.check(query: query, of: ["WEST"], entries: west).people.count == 2)
        #expect(throws: InquiryError.self) {
            try ReleaseApproval.check(query: query, of: ["WEST", "EAST"], entries: west)
        }
        for entries in [
            [], try approvals([]), try approvals([both[0]]),
            try approvals([("A", .spokesperson), ("B", .spokesperson)]),
            try approvals([("A", .spokesperson), ("a ", .investigator)]),
            try approvals([("A", .spokesperson), ("B", .watchOfficer)]),
            try approvals([("A", .planner), ("B", .administrator)]),
            try approvals(both, query: "type:track/1"), try approvals(both, before: true),
        ] {
            #expect(throws: InquiryError.self) { try ReleaseApproval.check(query: query, entries: entries) }
        }
    }

    @Test("a claim is named in the query that is approved")
    func claim() throws {
        let sha256 = String(repeating: "0a", count: 32)
        let text = ExtractQuery.text("type:message/1", withClaim: sha256)
        #expect(try ExtractQuery(parsing: text).claims == [sha256])
        #expect(ExtractQuery.text(text, withClaim: sha256) == text)
        #expect(throws: InquiryError.self) { try ExtractQuery(parsing: "claim:1") }
        let only = try ExtractQuery(parsing: "claim:" + sha256)
        let read = try Self.entry(MessageReadBody(message: "m1", by: Self.officer))
        #expect(!only.releases(read, at: Self.place, Self.nobody))
    }
}

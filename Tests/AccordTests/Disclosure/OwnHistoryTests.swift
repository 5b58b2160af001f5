import Testing

@testable import Accord

/// What a private record says of a party's own aircraft, and what it does not say.
struct OwnHistoryTests {
    /// An hour into 2021-10-07.
    private let start = 1_633_568_400.0
    private let day = "2021-10-07"

    private func entry(_ body: any EntryBody, at seconds: Double) throws -> Entry {
        try Entry(EntryDraft(body).bytes(atUnixSeconds: start + seconds, salt: EntrySamples.salt))
    }

    private func track(
        _ isOurs: Bool, callsign: String? = nil, source: String = "f", at seconds: Double
    ) throws -> Entry {
        let body = OwnTrackBody(
            track: "3949EA", callsign: callsign, time: EntryTime(unixSeconds: start + seconds), lat: 48.9, lon: 2.3,
            source: source, ours: isOurs, quality: [])
        return try entry(body, at: seconds)
    }

    private func history(_ entries: [Entry], hasDropped: Bool = false, keeping: Set<String>? = nil) -> OwnHistory {
        var history = OwnHistory(keeping: keeping)
        history.begin(day: day, hasDropped: hasDropped)
        for entry in entries { history.take(entry) }
        return history
    }

    private func standing(_ history: OwnHistory, at seconds: Double, delay: Double = 0) -> OwnHistory.Standing {
        history.standing(of: "3949ea", atUnixSeconds: start + seconds, delaySeconds: delay)
    }

    /// An aircraft is put on the list in the hundredth second, and taken off it a hundred later.
    @Test func aChangeOfTheListCountsWithinSeconds() throws {
        let seen = try stride(from: 0.0, to: 300, by: 1).map { try track((100..<200).contains($0), at: $0) }
        let history = history(seen)
        for second in [10.0, 45, 96] { #expect(standing(history, at: second) == .notOwn) }
        for second in [99.5, 100, 150, 200, 202.5] { #expect(standing(history, at: second) == .own(callsigns: [nil])) }
        #expect(standing(history, at: 210) == .notOwn)
    }

    /// Where reports are rare, the next own track says what the list was.
    @Test func rareReportsBringNobodyIntoTrouble() throws {
        let history = try history([track(false, at: 0), track(true, at: 20), track(false, at: 40)])
        #expect(standing(history, at: 12) == .own(callsigns: [nil]))
        #expect(standing(history, at: 35) == .own(callsigns: [nil]))
        #expect(standing(history, at: 60) == .unknown(.notWritten), "nothing was seen after it was taken off")
        #expect(standing(history, at: 36, delay: 0) == standing(history, at: 36, delay: 600))
    }

    /// What was held back is of an aircraft that may be gone by now.
    @Test func aDelayReachesFurtherBack() throws {
        let history = try history([track(true, at: 0)])
        #expect(standing(history, at: 70) == .own(callsigns: [nil]))
        #expect(standing(history, at: 300) == .unknown(.notWritten))
        #expect(standing(history, at: 300, delay: 300) == .own(callsigns: [nil]))
    }

    @Test func callSignsOfTheTimeAreKnown() throws {
        let history = try history([
            track(true, callsign: "AFR12", at: 0), track(true, callsign: "AFR12", at: 30),
            track(true, callsign: "RYR7", at: 40), track(true, callsign: "XX", at: 400),
        ])
        #expect(standing(history, at: 20) == .own(callsigns: ["AFR12"]))
        #expect(standing(history, at: 45) == .own(callsigns: ["AFR12", "RYR7"]))
        #expect(standing(history, at: 400) == .own(callsigns: ["XX"]))
    }

    /// Days may come in any order, and a stretch of many hours is found from any of them.
    @Test func theOrderOfRecordsDoesNotMatter() throws {
        let later = try stride(from: 7_200.0, to: 7_300, by: 10).map { try track(false, at: $0) }
        let earlier = try stride(from: 0.0, to: 7_190, by: 30).map { try track(true, at: $0) }
        for history in [history(later + earlier), history(earlier + later)] {
            #expect(standing(history, at: 5_000) == .own(callsigns: [nil]))
            #expect(standing(history, at: 7_260) == .notOwn)
        }
    }

    @Test func whatIsMissingIsNamed() throws {
        #expect(standing(OwnHistory(), at: 0) == .unknown(.noRecord))
        #expect(standing(history([]), at: 0) == .unknown(.notWritten))
        #expect(standing(history([], hasDropped: true), at: 0) == .unknown(.dropped))
        let simulated = try history([track(true, source: OwnTrackBody.simulator, at: 0)])
        #expect(standing(simulated, at: 1) == .unknown(.notWritten), "a simulated flight is no aircraft")
    }

    /// An opening that proves nothing is not believed; nor are tracks kept of an aircraft that nobody asks about.
    @Test func onlyProvenOpeningsCount() throws {
        let opened = try Pseudonyms(agreement: "SEINE-1", secret: [UInt8](repeating: 9, count: 32))
            .pseudonym(of: "3949ea")
        var forged = opened
        forged.track = "4ca123"
        let simulated = PseudonymBody(
            pseudonym: Pseudonyms.simulated("viper"), track: "4ca123", agreement: "SEINE-1", nonce: opened.nonce)
        let entries = try [opened, forged, simulated].map { try entry($0, at: 0) } + [track(true, at: 1)]
        let history = history(entries, keeping: ["AA0001"])
        #expect(history.aircraft(ofPseudonym: opened.pseudonym) == "3949ea")
        #expect(history.aircraft(ofPseudonym: simulated.pseudonym) == nil)
        #expect(history.unproven == 1)
        #expect(history.concerns("3949EA") && history.concerns("aa0001") && !history.concerns("4ca123"))
        #expect(standing(history, at: 1) == .own(callsigns: [nil]))
        #expect(Pseudonyms.isProven(opened) && Pseudonyms.isProven(simulated) && !Pseudonyms.isProven(forged))
    }

    /// A name with an escape is read by the general decoder.
    @Test func readsNamesThatNeedAnEscape() throws {
        let history = try history([track(true, callsign: "A\"B", at: 0)])
        #expect(standing(history, at: 1) == .own(callsigns: ["A\"B"]))
    }
}

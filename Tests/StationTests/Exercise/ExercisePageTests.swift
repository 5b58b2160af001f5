import Accord
import Airspace
import Exercise
import Foundation
import Record
import Testing

@testable import Station

/// The pages of an exercise, from the plan in Examples/november-2015.
struct ExercisePageTests {
    static let directory: URL = {
        var directory = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { directory.deleteLastPathComponent() }
        return directory.appendingPathComponent("Examples/november-2015")
    }()

    private func plan(_ changes: [(String, String)] = []) throws -> ExercisePlan {
        var text = try String(contentsOf: Self.directory.appendingPathComponent("plan.yaml"), encoding: .utf8)
        for (old, new) in changes { text = text.replacingOccurrences(of: old, with: new) }
        return try #require(PlanReader(text).plan)
    }

    /// Self-contained, and well formed as far as brackets go.
    private func check(_ html: String) {
        #expect(html.hasPrefix("<!doctype html>") && html.contains("default-src 'none'"))
        #expect(!html.contains("<script") && !html.contains("http://") && !html.contains("https://"))
        for tag in ["table", "section", "svg", "figure", "tr", "td", "div"] {
            let opened =
                html.components(separatedBy: "<\(tag)").count - html.components(separatedBy: "<\(tag)head").count
            let closed = html.components(separatedBy: "</\(tag)>").count - 1
            #expect(tag == "table" || opened >= closed, "\(tag)")
            #expect(
                html.components(separatedBy: "<\(tag)>").count + html.components(separatedBy: "<\(tag) ").count - 2
                    == closed, "\(tag)")
        }
    }

    @Test func theAgreementBesideThePlanHasNoFaults() throws {
        let bytes = Array(try Data(contentsOf: Self.directory.appendingPathComponent("agreement.yaml")))
        let check = AgreementCheck(bytes)
        #expect(check.faults.isEmpty, "\(check.faults)")
        let agreement = try #require(check.agreement)
        let terms = AgreementTerms(agreement, zone: "KILO")
        #expect(terms.minimumMetres == 5_556)
        #expect(AgreementTerms(agreement, zone: "OTHER").minimumMetres == 9_260)
        #expect(PlanCheck(try plan(), agreement: terms).faults.isEmpty)
    }

    @Test func theBriefingIsInBothLanguages() throws {
        let html = BriefingPage(try plan(), sha256: "ab").html
        check(html)
        #expect(html.contains("not less than 3 nautical miles horizontally"))
        #expect(html.contains("не менее 3 морских миль"))
        #expect(html.contains("KNOCK IT OFF") && html.contains("ПРЕКРАТИТЬ ТРЕНИРОВКУ"))
        #expect(html.contains("class=\"zone\"") && html.contains("class=\"danger\""))
    }

    @Test func theFaultsOfThePlanAreInBothLanguages() throws {
        let plan = try plan([("backup: KILO-2", "backup: KILO")])
        let html = BriefingPage(plan, sha256: "ab", faults: PlanCheck(plan).faults).html
        check(html)
        #expect(html.contains("contact / backup: the backup is the primary frequency itself<br>"))
        #expect(html.contains("contact / backup: запасная частота — та же, что и основная</span>"))
    }

    @Test func everyCrewAndGroundUnitHasACard() throws {
        let html = KneeboardPage(try plan()).html
        check(html)
        #expect(html.components(separatedBy: "<section class=\"sheet\">").count == 4)
        for name in ["VIPER 11", "SOKOL 21", "RANGE"] { #expect(html.contains("<b>\(name)</b>")) }
        #expect(html.contains("PRESENT HEADING ____") && html.contains("ТЕКУЩИЙ КУРС ____"))
        #expect(html.contains("size:A5") && !html.contains("NORTH OF"))
    }

    @Test func whatPeopleWroteIsText() throws {
        let html = BriefingPage(
            try plan([
                ("  en: Communications", "  en: \"<img src=x onerror=alert(1)>\"\n  #"), ("NOTAM A2211/15", "<b>&"),
            ]),
            sha256: "<s>"
        ).html
        #expect(!html.contains("<img") && !html.contains("<b>&"))
        #expect(html.contains("&lt;img"))
    }

    @Test func theRehearsalSaysChanceAndCause() throws {
        let plan = try plan([("predicted-below: 3.2 NM", "predicted-below: 3.01 NM")])
        var scenario = try RehearsalScenario(plan)
        scenario.errors.wrongHeadingChance = 0.5
        let rehearsal = try Rehearsal(scenario, seed: 2)
        let result = rehearsal.result(runs: 60)
        let search = BufferSearch(rehearsal, unwatched: rehearsal.fly(0..<60, watch: nil), risk: 0.2)
        let report = RehearsalReport(plan, result, search: search)
        check(report.html)
        #expect(report.text(.english).contains("95 % confidence"))
        #expect(report.text(.russian).contains("Вероятность нарушить минимум"))
        let object = try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any]
        #expect(object?["runs"] as? Int == 60)
        #expect(object?["under"] as? Int == result.under.count)
    }

    /// From records on disk, verified, to the page.
    @Test func theDebriefRestsOnVerifiedRecords() async throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("debrief-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: root) }
        let plan = try plan()
        var day = try SimulatedDay(plan)
        var batches: [String: [[UInt8]]] = [:]
        while let written = day.next() {
            for item in written {
                let other = item.party == "WEST" ? "EAST" : "WEST"
                let origin =
                    item.isPrivate
                    ? "parley/\(item.party)/private/2015-11-03"
                    : "parley/\(item.party)/to/\(other)/\(plan.agreement)/2015-11-03"
                batches[origin, default: []].append(
                    try item.draft.bytes(atUnixSeconds: item.atUnixSeconds, salt: [UInt8](repeating: 9, count: 16)))
            }
        }
        var keys: [String: VerifierKey] = [:]
        for party in ["WEST", "EAST"] {
            let key = try SigningKey(name: party)
            keys[party] = key.verifierKey
            for (origin, entries) in batches where origin.hasPrefix("parley/\(party)/") {
                let directory = RecordDirectory("\(root)/\(origin)")
                let writer = try await RecordWriter.create(at: directory, key: try key.renamed(origin))
                _ = try await writer.append(contentsOf: entries)
                try await writer.finish()
            }
        }
        let records = try await DebriefRecords([root], keys: keys, plan: plan)
        #expect(records.isSound && records.sentences.count == 4)
        #expect(records.sentences.allSatisfy { $0.contains("Proved") }, "\(records.sentences)")
        let debrief = try Debrief(try ExerciseLog(plan, entries: records.entries))
        #expect(debrief.accounts.compactMap(\.interval).count == 3)
        let html = DebriefPage(debrief, records: records.sentences).html
        check(html)
        #expect(html.contains("The minimum was kept") && html.contains("Минимум выдержан"))
        #expect(html.contains("VIPER 11 says") && html.contains("VIPER 11 сообщает"))
        #expect(DebriefText(debrief, records: records.sentences).text.contains("exchange: EAST passed, WEST passed"))

        // Another key: the record is refused, and what it says does not count.
        let strange = try await DebriefRecords(
            [root],
            keys: ["WEST": try SigningKey(name: "WEST").verifierKey, "EAST": keys["EAST"] ?? keys["WEST"]]
                .compactMapValues { $0 }, plan: plan)
        #expect(!strange.isSound)
        #expect(strange.entries.allSatisfy { $0.party == "EAST" })
    }
}

import Accord
import Airspace
import Foundation
import Inquiry
import Testing

@Suite("Nothing beyond what was agreed")
struct NothingBeyondTests {
    @Test("what the rules in force let go is within the agreement")
    func allowed() throws {
        var day = try AgreedDay()
        day.told = [60.0, 70, 80].map { ($0 + 1, day.track($0)) }
        let finding = try day.finding()
        #expect(finding.verdict == .supported, "\(finding)")
    }

    @Test(
        "one entry beyond them is found, and where",
        arguments: [
            "fine", "rule", "outside", "early", "often", "address", "not ours", "not named", "type", "suspended",
        ])
    func beyond(_ what: String) throws {
        var day = try AgreedDay(aircraft: what == "not named" ? "{callsigns: [RYR*]}" : "ours")
        day.told = [(61, day.track(60))]
        switch what {
        case "fine": day.told.append((71, day.track(70) { $0.lat += 0.001 }))
        case "rule": day.told.append((71, day.track(70) { $0.rule = "secret" }))
        case "outside":
            let far = DisclosureGrid.position(
                GeodeticPosition(latitudeDegrees: 52, longitudeDegrees: 2.3), gridMetres: 926)
            day.told.append((71, day.track(70) { $0.lat = far.latitudeDegrees }))
        case "early": day.told.append((71, day.track(75)))
        case "often": day.told.append((62, day.track(60)))
        case "address": day.told.append((71, day.track(70) { $0.track = "3949ea" }))
        case "not ours": day.isOurs = false
        case "not named": break
        case "type": day.told.append((71, LoginBody(name: "x", outcome: .accepted)))
        default:
            day.answered.append(
                (65, AgreementSuspendedBody(agreement: day.agreement, reason: "x", by: AgreedDay.person)))
            let root = Data([UInt8](repeating: 0, count: 32)).base64EncodedString()
            let record = "parley/EAST/to/WEST/\(day.agreement)/\(AgreedDay.day)"
            day.told.append((66, SeenBody(record: record, size: 3, root: root)))
            day.told.append((80, day.track(80)))
        }
        let finding = try day.finding()
        #expect(finding.verdict == .contradicted, "\(finding)")
        #expect(!finding.entries.isEmpty)
        #expect(finding.entries.allSatisfy { $0.record == "parley/WEST/to/EAST/\(day.agreement)/\(AgreedDay.day)" })
    }

    @Test("where the records do not hold what is needed it is not determinable, and what is missing is named")
    func unknown() throws {
        var good = try AgreedDay()
        good.told = [(61, good.track(60))]
        let changes: [(String, (inout AgreedDay) -> Void)] = [
            ("private record", { $0.isOurs = nil }), ("first contact", { $0.contacts = ["WEST"] }),
            ("first contact", { $0.contacts = [] }), ("EAST's shared record", { $0.shared = ["WEST"] }),
        ]
        for (words, change) in changes {
            var day = good
            change(&day)
            let finding = try day.finding()
            #expect(finding.verdict == .notDeterminable, "\(words): \(finding)")
            #expect(finding.missing.contains { $0.english.contains(words) }, "\(words): \(finding.missing)")
            #expect(finding.reasons.contains(.recordIncomplete))
        }
        // Who it was can't be said any more, or nothing proves it.
        var dropped = good
        dropped.hasDropped = true
        #expect(try dropped.finding().missing.contains { $0.english.contains("no longer kept") })
        var forged = good
        forged.opening = PseudonymBody(
            pseudonym: good.opened.pseudonym, track: AgreedDay.aircraft, agreement: good.agreement,
            nonce: "AAAAAAAAAAAAAAAAAAAAAA==")
        let unproven = try forged.finding()
        #expect(unproven.verdict == .notDeterminable, "\(unproven)")
        #expect(unproven.missing.contains { $0.english.contains("with proof") }, "\(unproven.missing)")
        // Without any track nobody needs to know whose the aircraft were.
        good.told = []
        good.isOurs = nil
        #expect(try good.finding().verdict == .supported)
    }

    @Test("a third party's signature and suspension count from when the writer had stored them")
    func threeParties() throws {
        var day = try AgreedDay(hasThree: true)
        day.told = [(61, day.track(60)), (80, day.track(80))]
        let agreed = try day.finding()
        #expect(agreed.verdict == .supported, "\(agreed)")
        var suspended = day
        suspended.objected = [
            (65, AgreementSuspendedBody(agreement: day.agreement, reason: "x", by: AgreedDay.person))
        ]
        let finding = try suspended.finding()
        #expect(finding.verdict == .contradicted && finding.entries.count == 1, "\(finding)")
        // Without its records nobody can say whether it had signed, or suspended the agreement.
        for isContact in [true, false] {
            var unheard = day
            if isContact { unheard.contacts.remove("SOUTH") } else { unheard.shared.remove("SOUTH") }
            let unknown = try unheard.finding()
            #expect(unknown.verdict == .notDeterminable, "\(unknown)")
            #expect(unknown.missing.contains { $0.english.contains("SOUTH") }, "\(unknown.missing)")
        }
    }

    @Test("a simulated flight gives nothing away, and is said to be one")
    func simulated() throws {
        var day = try AgreedDay()
        day.told = [(61, day.track(60) { $0.lat += 0.001 })]
        day.source = "simulator"
        let finding = try day.finding()
        #expect(finding.verdict == .supported && finding.reasons == [.simulated], "\(finding)")
    }

    @Test("an index keeps what the audit found")
    func index() throws {
        var day = try AgreedDay()
        day.told = [(61, day.track(60) { $0.rule = "secret" })]
        let (library, testimony) = try day.evidence()
        var bytes = Data()
        try RecordIndex.write(library: library, testimony: testimony, sentences: []) { bytes.append($0) }
        let read = try RecordIndex.read(bytes, name: "an index").testimony
        #expect(read.audits == testimony.audits && read.audits.contains { $0.breachCount == 1 })
    }
}

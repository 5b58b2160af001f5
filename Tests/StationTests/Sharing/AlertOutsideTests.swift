import Accord
import Testing

@testable import Station

@Suite("An alert that its agreement does not allow") struct AlertOutsideTests {
    private func received(_ kind: AlertBody.Kind) throws -> ReceivedEntry {
        let body = AlertBody(
            alert: kind.rawValue, kind: kind, level: .alarm, tracks: [], secondsToLoss: nil, horizontalNM: nil,
            verticalFt: nil, zone: nil, time: EntryTime(unixSeconds: SharingSamples.time))
        return ReceivedEntry(
            peer: "EAST", scope: .agreement("SEINE-1"), reference: EntryReference(origin: "o", index: 0),
            entry: try Entry(
                EntryDraft(body).bytes(atUnixSeconds: SharingSamples.time, salt: [UInt8](repeating: 7, count: 16))),
            receivedUnixSeconds: SharingSamples.time, isLate: false, isHistory: false)
    }

    @Test("is marked, and one of distress is not where distress is let through")
    func marked() async throws {
        let desk = AlertDesk(tell: {}, isOutside: { _, isDistress in !isDistress })
        await desk.take(try received(.loss))
        await desk.take(try received(.distress))
        #expect(desk.received("loss", from: "EAST", under: "SEINE-1")?.isOutside == true)
        #expect(desk.received("distress", from: "EAST", under: "SEINE-1")?.isOutside == false)
        var writer = JSONWriter()
        desk.received("loss", from: "EAST", under: "SEINE-1")?.write(to: &writer)
        #expect(String(decoding: writer.bytes, as: UTF8.self).contains(#""outside":true"#))
    }

    @Test("and any other stops calling once a person has seen it, whether or not that can be sent")
    func seenHere() async throws {
        let desk = AlertDesk {}
        await desk.take(try received(.distress))
        let known = try #require(desk.received("distress", from: "EAST", under: "SEINE-1"))
        let person = Person(name: "Lt Harris", role: .watchOfficer)
        desk.see(known, by: person, atUnixSeconds: SharingSamples.time + 5)
        let seen = try #require(desk.received("distress", from: "EAST", under: "SEINE-1"))
        #expect(seen.seenBy == person)
        #expect(seen.seenUnixSeconds == SharingSamples.time + 5)
    }
}

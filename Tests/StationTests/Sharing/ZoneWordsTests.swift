import Accord
import Testing

@testable import Station

/// Which of the words on a zone holds at a time.
@Suite struct ZoneWordsTests {
    private let time = SharingSamples.time
    private let person = Person(name: "A", role: .watchOfficer)

    private func desk() throws -> (ZoneDesk, AgreedZone, String) {
        let standing = try SharingSamples.standing()
        let shelf = AgreementShelf()
        shelf.put([standing])
        let zone = try #require(standing.document.agreement.zone("NORTH"))
        return (ZoneDesk(shelf: shelf, party: "WEST"), zone, standing.identifier)
    }

    private func say(
        _ desk: ZoneDesk, _ state: ZoneBody.State, at said: Double, from: Double? = nil, received: Double? = nil
    ) async throws {
        let body = ZoneBody(
            zone: "NORTH", state: state, from: EntryTime(unixSeconds: time + (from ?? said)), by: person)
        let entry = try Entry(
            EntryDraft(body).bytes(atUnixSeconds: time + said, salt: [UInt8](repeating: 1, count: 16)))
        let scope = ChannelScope.agreement("SEINE-1")
        let reference = EntryReference(origin: "parley/EAST/to/WEST/SEINE-1/2023-11-14", index: 0)
        if let received {
            await desk.take(
                ReceivedEntry(
                    peer: "EAST", scope: scope, reference: reference, entry: entry,
                    receivedUnixSeconds: time + received, isLate: false, isHistory: false))
        } else {
            await desk.take(
                SentEntry(peer: "EAST", scope: scope, reference: reference, entry: entry, isHistory: false))
        }
    }

    /// “Released from 15:00” ends nothing before 15:00.
    @Test func aWordForLaterLeavesThePresentOneUntilThen() async throws {
        let (desk, zone, agreement) = try desk()
        try await say(desk, .active, at: 0)
        try await say(desk, .released, at: 10, from: 600)
        #expect(desk.isActive(zone, of: agreement, at: time + 20))
        #expect(desk.word(on: zone, of: agreement, at: time + 20)?.state == .active)
        #expect(!desk.isActive(zone, of: agreement, at: time + 601))
        // Another word for later: the one that has begun by then is the present one.
        try await say(desk, .active, at: 700, from: 900)
        #expect(!desk.isActive(zone, of: agreement, at: time + 800))
        #expect(desk.isActive(zone, of: agreement, at: time + 901))
        // A word that holds at once takes the place of all of them.
        try await say(desk, .released, at: 710)
        #expect(!desk.isActive(zone, of: agreement, at: time + 901))
    }

    /// A peer whose clock is five minutes ahead activates a zone now, and not in five minutes; and our later word is the last one.
    @Test func aClockThatIsAheadHoldsNothingUp() async throws {
        let (desk, zone, agreement) = try desk()
        try await say(desk, .active, at: 300, received: 1)
        #expect(desk.isActive(zone, of: agreement, at: time + 2))
        try await say(desk, .released, at: 60)
        #expect(!desk.isActive(zone, of: agreement, at: time + 61))
        #expect(!desk.isActive(zone, of: agreement, at: time + 301))
        // What is meant for later is for later.
        try await say(desk, .active, at: 400, from: 1_000, received: 100)
        #expect(!desk.isActive(zone, of: agreement, at: time + 500))
        #expect(desk.isActive(zone, of: agreement, at: time + 1_001))
    }

    /// Names that are in no agreement fill nothing up, and keep no zone of the agreement out.
    @Test func madeUpZonesAreBounded() throws {
        let zone = try #require(try SharingSamples.document("west-east").agreement.zone("NORTH"))
        var words = ZoneWords()
        func take(_ name: String) {
            let body = ZoneBody(zone: name, state: .active, from: EntryTime(unixSeconds: time), by: person)
            let word = ZoneWord(body, of: "EAST", saidUnixSeconds: time)
            words.take(word, on: name, of: "SEINE-1", agreed: ["NORTH"])
        }
        for index in 0..<10_000 { take("Z\(index)") }
        take("NORTH")
        #expect(words.word(on: zone, of: "SEINE-1", at: time)?.state == .active)
        #expect(words.count == ZoneWords.mostUnknown + 1)
    }
}

import Accord
import Foundation
import Record
import Testing

@testable import Station

@Suite("The exchange between two stations", .serialized, .timeLimit(.minutes(5)))
struct ExchangeTests {
    @Test("brings 10,000 entries each way, once and in order, and receipts for all of them")
    func bothWays() async throws {
        try await withPair { west, east in
            let count = 10_000
            let toEast = try await west.channel(to: east)
            let toWest = try await east.channel(to: west)
            async let westward: Void = Self.send(count, by: "WEST", over: toEast)
            async let eastward: Void = Self.send(count, by: "EAST", over: toWest)
            _ = try await (westward, eastward)
            let wanted = (0..<count).map { "number \($0)" }
            for station in [west, east] {
                try await eventually("\(station.party) has all", seconds: 120) {
                    await station.handler.texts.count >= count
                }
                #expect(await station.handler.texts == wanted)
            }
            for (station, channel) in [(west, toEast), (east, toWest)] {
                try await eventually("\(station.party) has receipts for all") {
                    let state = await channel.currentState()
                    let sent = await station.handler.sent.last?.reference
                    return state.seenOrigin == sent?.origin && state.seenSize > sent?.index ?? .max
                }
                #expect(await channel.currentState().link == .connected)
                #expect(await channel.currentState().quarantined == 0)
                let last = try #require(await station.handler.sent.last)
                let receipt = try #require(try await station.part.index.receipt(for: last.reference))
                #expect(receipt.size > last.reference.index)
            }
        }
    }

    @Test("begins each batch with a receipt, and two idle stations say nothing")
    func receipts() async throws {
        try await withPair { west, east in
            let channel = try await west.channel(to: east)
            _ = try await channel.append([try message(0)])
            try await eventually("it came") { await east.handler.texts.count == 1 }
            try await Task.sleep(for: .seconds(3))
            let quiet = await channel.own.size
            try await Task.sleep(for: .seconds(3))
            #expect(await channel.own.size == quiet)
            let before = try await channel.append([try message(1), try message(2)])
            let writer = try #require(await channel.own.writer)
            let reader = RecordReader(
                source: DirectorySource(writer.directory), trusting: await writer.checkpoint.checkpoint)
            let head = try Entry(try await reader.entry(at: before[0].index - 1))
            #expect(head.type == "seen/1")
            let body: SeenBody = try head.body()
            #expect(body.record.hasPrefix("parley/EAST/to/WEST/A1/"))
        }
    }

    @Test("hands the history on again after a restart, and nothing of it as new")
    func restart() async throws {
        try await withPair { west, east in
            let channel = try await west.channel(to: east)
            _ = try await channel.append(try (0..<100).map { try message($0) })
            try await eventually("it came") { await east.handler.texts.count == 100 }
            await east.stop()
            await east.handler.forget()
            _ = try await channel.append(try (100..<150).map { try message($0) })
            try await east.start()
            try await eventually("the rest came") { await east.handler.texts.count == 150 }
            let received = await east.handler.received
            #expect(received.prefix(100).filter(\.isHistory).count == 100)
            #expect(received.dropFirst(100).allSatisfy { !$0.isHistory })
            #expect(await east.handler.texts == (0..<150).map { "number \($0)" })
        }
    }

    @Test("measures a clock that is 40 s off, shows it, and corrects nothing")
    func clocks() async throws {
        try await withPair(offsetSeconds: 40) { west, east in
            let toEast = try await west.channel(to: east)
            let toWest = try await east.channel(to: west)
            for number in 0..<5 {
                _ = try await toEast.append([try message(number)])
                _ = try await toWest.append([try message(number, by: "EAST")])
                try await Task.sleep(for: .milliseconds(300))
            }
            try await eventually("both measure") {
                let ahead = await toEast.currentState().clockOffsetSeconds ?? 0
                let behind = await toWest.currentState().clockOffsetSeconds ?? 0
                return abs(ahead - 40) < 1 && abs(behind + 40) < 1
            }
            let first = try #require(await west.handler.received.first)
            #expect(first.entry.atUnixSeconds - first.receivedUnixSeconds > 35)
            #expect(await west.handler.received.allSatisfy { !$0.isLate })
        }
    }

    @Test("goes on in a new record when the day is over, and the reader follows")
    func rotation() async throws {
        try await withPair { west, east in
            let channel = try await west.channel(to: east)
            _ = try await channel.append([try message(0)])
            try await eventually("it came") { await east.handler.texts.count == 1 }
            for station in [west, east] { station.move(bySeconds: 86_400) }
            let after = try await channel.append([try message(1)])
            try await eventually("the next came") { await east.handler.texts.count == 2 }
            let first = try #require(await east.handler.received.first?.reference.origin)
            #expect(after[0].origin != first)
            #expect(await east.handler.received.last?.reference == after[0])
            for station in [west, east] {
                await station.stop()
                await station.handler.forget()
                try await station.start()
            }
            try await eventually("history comes in order") { await east.handler.texts == ["number 0", "number 1"] }
            let again = try await west.channel(to: east)
            _ = try await again.append([try message(2)])
            try await eventually("and goes on") { await east.handler.texts.count == 3 }
        }
    }

    @Test("puts documents together from their parts, and cosigns what it has")
    func documents() async throws {
        try await withPair { west, east in
            let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let document = try await west.part.documents.keep(bytes)
            let channel = try await west.channel(to: east, .contact)
            _ = try await channel.append(document.drafts)
            try await eventually("it is whole") { try await east.part.documents.document(document.sha256) == bytes }
            let key = try #require(try west.part.register.peer(named: "EAST")?.cosignatureKeys.first)
            try await eventually("it is cosigned") {
                let writer = await channel.own.writer
                let source = writer.map { DirectorySource($0.directory) }
                guard let bytes = try await source?.fetch(.cosignedCheckpoint) else { return false }
                return try SignedCheckpoint(bytes).cosigners(among: [key]).count == 1
            }
        }
    }

    @Test("crosses as a file where there is no network, marked late")
    func courier() async throws {
        let scratch = try Scratch()
        let (west, east) = try await withoutNetwork(in: scratch)
        let channel = try await west.channel(to: east)
        _ = try await east.channel(to: west)
        _ = try await channel.append(try (0..<300).map { try message($0) })
        let file = scratch.path + "/bundle.tar"
        let summary = try RecordBundle.export(
            west.directory.ownRecords, of: "WEST", for: "EAST", since: nil, to: file)
        #expect(summary.records.count == 2)
        let folder = scratch.path + "/unpacked"
        _ = try RecordBundle.unpack(file, of: "WEST", for: "EAST", into: folder)
        let outcome = try await PeerImport(peer: "WEST", party: "EAST", table: east.part.table).run(folder)
        #expect(outcome.count == 2)
        // What is stored is handed on a moment later.
        try await eventually("all came") { await east.handler.texts.count == 300 }
        #expect(await east.handler.texts == (0..<300).map { "number \($0)" })
        #expect(await east.handler.received.allSatisfy(\.isLate))
        #expect(throws: StationError.self) {
            try RecordBundle.unpack(file, of: "SOUTH", for: "EAST", into: folder + "2")
        }
        await west.stop()
        await east.stop()
    }

    private static func send(_ count: Int, by party: String, over channel: PeerChannel) async throws {
        var number = 0
        while number < count {
            let end = min(count, number + 37)
            _ = try await channel.append(try (number..<end).map { try message($0, by: party) })
            number = end
        }
    }
}

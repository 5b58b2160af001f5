import Accord
import Foundation
import Record
import Testing

@testable import Station

@Suite("A hostile peer", .serialized, .timeLimit(.minutes(5)))
struct HostilePeerTests {
    @Test(
        "is told by its fault, and what is right goes on: garbage, forbidden types, latitude 4330, false receipts, markup"
    )
    func entries() async throws {
        try await withPair { west, east in
            let hostile = try await east.channel(to: west)
            _ = try await hostile.append([try message(0, by: "EAST")])
            try await eventually("the first came") { await west.handler.texts.count == 1 }
            let root = TreeHash.emptyTree.base64
            let ours = try #require(await west.channel(to: east).own.writer).key.name
            let wrong: [(String, String)] = [
                ("not JSON", "rubbish"),
                ("not UTF-8", "\u{FFFD}"),
                ("no envelope", "{}"),
                ("a field more", envelope("message/1", #"{}"#).replacing(#""body""#, with: #""more":1,"body""#)),
                ("a private type", envelope("own-track/1", #"{}"#)),
                ("a body that is none", envelope("message/1", #"{"message":"m"}"#)),
                (
                    "a field that nobody defined",
                    envelope("track-ended/1", #"{"track":"t","reason":"left","mission":"x"}"#)
                ),
                (
                    "latitude 4330",
                    envelope(
                        "track/1",
                        #"{"track":"t","time":"2015-11-03T09:24:05.000Z","lat":4330,"lon":1,"gridNM":0,"levelGridFt":0,"timeGridSeconds":0,"delaySeconds":0,"rule":"r"}"#
                    )
                ),
                (
                    "a position of tomorrow",
                    envelope(
                        "track/1",
                        #"{"track":"t","time":"2099-11-03T09:24:05.000Z","lat":43,"lon":1,"gridNM":0,"levelGridFt":0,"timeGridSeconds":0,"delaySeconds":0,"rule":"r"}"#
                    )
                ),
                (
                    "a receipt for what was never sent",
                    envelope("seen/1", #"{"record":"\#(ours)","size":99999999,"root":"\#(root)"}"#)
                ),
                (
                    "a receipt with a false root",
                    envelope("seen/1", #"{"record":"\#(ours)","size":1,"root":"\#(root)"}"#)
                ),
                (
                    "a receipt for a private record",
                    envelope("seen/1", #"{"record":"parley/WEST/private/2015-11-03","size":1,"root":"\#(root)"}"#)
                ),
                (
                    "a part of nothing",
                    envelope(
                        "blob/1",
                        #"{"sha256":"\#(String(repeating: "0", count: 64))","part":0,"parts":1,"data":"AAAA"}"#)
                ),
                (
                    "depth",
                    envelope(
                        "message/1", String(repeating: #"{"a":"#, count: 500) + "1" + String(repeating: "}", count: 500)
                    )
                ),
                ("an end that is none", envelope("closed/1", #"{"next":{"key":"x"}}"#)),
            ]
            var bytes = wrong.map { Array($0.1.utf8) }
            bytes[1] = [0xFF, 0xFE]
            try await hostile.forge(bytes)
            let markup = "<script>alert(1)</script>"
            _ = try await hostile.append([
                try EntryDraft(
                    MessageBody(
                        message: "m", elements: [], text: markup, written: EntryTime(unixSeconds: 0),
                        by: Person(name: "<b>x</b>", role: .watchOfficer)))
            ])
            try await eventually("what is right came") { await west.handler.texts.count == 2 }
            #expect(await west.handler.texts.last == markup)
            let state = try await west.channel(to: east).currentState()
            #expect(state.quarantined == wrong.count)
            #expect(state.fault != nil)
            let quarantine = try await west.part.index.quarantine(peer: "EAST")
            #expect(quarantine.count == wrong.count)
            // All of it is kept in the replica: it is evidence of what was sent.
            #expect(state.receivedSize == (await hostile.own.size))
            #expect(await west.handler.received.allSatisfy { $0.entry.type == "message/1" })
        }
    }

    @Test("may send nothing but proposals, signatures, blobs and receipts under first contact")
    func contact() async throws {
        try await withPair { west, east in
            let channel = try await east.channel(to: west, .contact)
            _ = try await channel.append([try message(0, by: "EAST")])
            try await eventually("it is quarantined") {
                try await west.channel(to: east, .contact).currentState().quarantined == 1
            }
            #expect(await west.handler.received.isEmpty)
        }
    }

    @Test("that signs two histories leaves both heads as evidence, raises the alarm, and the rest goes on")
    func fork() async throws {
        try await rewriting { directory, copy in
            // Another history under the same name and key, longer than what was seen.
            let key = try SigningKey(readingFrom: copy.key)
            try FileManager.default.removeItem(atPath: directory.path)
            let writer = try await RecordWriter.create(at: directory, key: key)
            _ = try await writer.append(
                contentsOf: (0..<50).map { _ in Array(envelope("message-shown/1", #"{"message":"x"}"#).utf8) })
            try await writer.finish()
        }
    }

    @Test("that takes entries back leaves both heads as evidence and raises the alarm")
    func rollback() async throws {
        try await rewriting { directory, copy in
            try FileManager.default.removeItem(atPath: directory.path)
            try FileManager.default.copyItem(atPath: copy.path, toPath: directory.path)
        }
    }

    @Test("that floods is held to the pace, and what it sent comes all the same")
    func flood() async throws {
        let scratch = try Scratch()
        let west = try TestStation("WEST", in: scratch.path)
        let east = try TestStation("EAST", in: scratch.path)
        try await west.start(pace: .init(entriesPerSecond: 600, bytesPerSecond: 1e6, burstSeconds: 1))
        try await east.start()
        try await west.know(east)
        try await east.know(west)
        let watched = try await west.channel(to: east)
        let hostile = try await east.channel(to: west)
        _ = try await hostile.append([try message(0)])
        let line = Array(envelope("message-shown/1", #"{"message":"x"}"#).utf8)
        for _ in 0..<10 { try await hostile.forge([[UInt8]](repeating: line, count: 1_000)) }
        try await eventually("all came") { await west.handler.received.count >= 10_001 }
        #expect(await watched.currentState().heldBackSeconds > 1)
        await west.stop()
        await east.stop()
    }

    /// Lets EAST send something, keeps a copy of its record from before the last of it, lets `rewrite` change the record behind
    /// its back, and sees WEST stop following it and nothing else.
    private func rewriting(_ rewrite: (_ directory: RecordDirectory, _ copy: RecordDirectory) async throws -> Void)
        async throws
    {
        try await withPair { west, east in
            let channel = try await east.channel(to: west)
            let references = try await channel.append([try message(0, by: "EAST")])
            try await eventually("it came") { await west.handler.texts.count == 1 }
            let directory = RecordDirectory(east.directory.ownRecord(references[0].origin))
            let copy = RecordDirectory(east.directory.path + "/copy")
            await east.stop()
            try FileManager.default.copyItem(atPath: directory.path, toPath: copy.path)
            try await east.start()
            _ = try await east.channel(to: west).append([try message(1, by: "EAST")])
            try await eventually("the second came") { await west.handler.texts.count == 2 }
            await east.stop()
            try await rewrite(directory, copy)
            try await east.start()
            let watched = try await west.channel(to: east)
            try await eventually("the alarm is raised") { await watched.currentState().alarm != nil }
            #expect(await watched.currentState().link == .stopped)
            let kept = try FileManager.default.contentsOfDirectory(atPath: west.directory.evidence)
            let place = west.directory.evidence + "/" + (try #require(kept.first))
            let key = try VerifierKey(
                name: references[0].origin, kind: .ed25519, publicKey: east.identity.verifierKey.publicKey)
            for name in ["first.checkpoint", "second.checkpoint"] {
                let bytes = try #require(try SystemFiles().read("\(place)/\(name)", maximumBytes: 1 << 16))
                try SignedCheckpoint(bytes).verify(by: key)
            }
            // Our own record goes on, and so does the other channel.
            _ = try await watched.append([try message(5)])
            let document = try await east.part.documents.keep([1, 2, 3])
            _ = try await east.channel(to: west, .contact).append(document.drafts)
            try await eventually("the contact channel works") {
                try await west.part.documents.document(document.sha256) == [1, 2, 3]
            }
            // It is known after a restart too.
            await west.stop()
            try await west.start()
            let again = try await west.channel(to: east)
            try await eventually("it is still stopped") { await again.currentState().link == .stopped }
        }
    }
}

/// An entry as bytes, right but for its type and body.
private func envelope(_ type: String, _ body: String) -> String {
    #"{"type":"\#(type)","at":"2015-11-03T09:24:05.000Z","salt":"AAAAAAAAAAAAAAAAAAAAAA==","body":\#(body)}"#
}

extension PeerChannel {
    /// Appends bytes that no draft would make.
    func forge(_ entries: [[UInt8]]) async throws {
        let writer = try #require(await own.writer)
        _ = try await writer.append(contentsOf: entries)
        context.shelf.publish(writer.key.name, await writer.checkpoint)
    }
}

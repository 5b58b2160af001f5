import Accord
import Foundation
import Logging
import Phraseology
import Record

@testable import Station

/// Two stations' lines on one machine: real records, real replicas, both synchronisations of the disk; what lies between
/// them is a call in place of the network.
actor LineLoopback {
    /// One side: its record, its copy of the other's, its line.
    private struct Side {
        var writer: RecordWriter
        var replica: Replica
        var origin: String
        var line: LineService?
        var handed: UInt64 = 0
        var seen: UInt64 = 0
    }

    /// A carrier of one side.
    struct Carriers: LineCarriers {
        let loopback: LineLoopback
        let party: String

        func carriers() async -> [LineCarrier] { await loopback.carriers(of: party) }
        func append(_ drafts: [EntryDraft], to peer: String) async throws {
            try await loopback.append(drafts, by: party)
        }
    }

    private var sides: [String: Side] = [:]
    private var flow = AgreementFlow.inForce
    private var isCut = false
    private var procedures: [Procedure.Level: EscalationProcedure] = [:]
    private var clock: NodeClock

    /// Opens, or makes, the records in a directory.
    init(_ scratch: String, clock: NodeClock) async throws {
        self.clock = clock
        for party in ["WEST", "EAST"] {
            let origin = "parley/\(party)/to/\(LineScene.other(party))/A1/2015-11-03"
            let directory = RecordDirectory("\(scratch)/\(party)/own")
            let writer: RecordWriter
            if FileManager.default.fileExists(atPath: directory.path) {
                writer = try await RecordWriter.open(directory)
            } else {
                writer = try await RecordWriter.create(at: directory, key: SigningKey(name: origin))
            }
            let replica = try await Replica(
                RecordDirectory("\(scratch)/\(LineScene.other(party))/peer"), following: writer.key.verifierKey)
            sides[party] = Side(writer: writer, replica: replica, origin: origin)
        }
    }

    /// Gives a side its line: what both records hold is handed on as history first.
    func attach(_ line: LineService, to party: String) async throws {
        let own = try await entries(of: party, upTo: nil)
        let size = await replica(by: LineScene.other(party)).size
        let theirs = try await entries(of: LineScene.other(party), upTo: size)
        let peer = LineScene.other(party)
        for (index, entry) in own.enumerated() {
            await line.take(
                SentEntry(
                    peer: peer, scope: .agreement("A1"),
                    reference: EntryReference(origin: origin(party), index: UInt64(index)), entry: entry,
                    isHistory: true))
        }
        for (index, entry) in theirs.enumerated() {
            await line.take(received(entry, index, by: peer, isHistory: true))
        }
        sides[party]?.line = line
        sides[party]?.handed = size
        sides[party]?.seen = size
        await line.refreshLines()
    }

    /// The link is cut, or restored: what was written meanwhile comes then.
    func cut(_ cut: Bool) async throws {
        isCut = cut
        guard !cut else { return }
        for party in ["WEST", "EAST"] { try await deliver(from: party) }
    }

    /// The agreement comes to stand so.
    func set(_ flow: AgreementFlow) { self.flow = flow }

    /// What is done when nobody answers.
    func escalate(by steps: EscalationProcedure) { procedures = [.advisory: steps, .alarm: steps] }

    /// Gives the records back.
    func finish() async throws {
        for side in sides.values {
            try await side.writer.finish()
            try await side.replica.finish()
        }
    }

    /// Types of all entries of a party.
    func types(of party: String) async throws -> [String] { try await entries(of: party, upTo: nil).map(\.type) }

    fileprivate func carriers(of party: String) -> [LineCarrier] {
        var terms = LineTerms(party: party, peer: LineScene.other(party))
        terms.procedures = procedures
        var suspension: (party: String, sinceUnixSeconds: Double, reason: String)?
        if case .suspended = flow { suspension = ("EAST", clock.now(), "order 7") }
        return [LineCarrier(terms: terms, agreement: "A1", flow: flow, suspension: suspension, link: "connected")]
    }

    fileprivate func append(_ drafts: [EntryDraft], by party: String) async throws {
        try await write(drafts, by: party)
        try await deliver(from: party)
    }

    private func origin(_ party: String) -> String { sides[party]?.origin ?? "" }

    private func replica(by party: String) -> Replica {
        guard let replica = sides[party]?.replica else { preconditionFailure("no side \(party)") }
        return replica
    }

    private func writer(of party: String) -> RecordWriter {
        guard let writer = sides[party]?.writer else { preconditionFailure("no side \(party)") }
        return writer
    }

    /// A receipt of what has come since the last one goes first, as in any batch.
    private func write(_ drafts: [EntryDraft], by party: String) async throws {
        var drafts = drafts
        let peer = LineScene.other(party)
        let size = await replica(by: peer).size
        if size > sides[party]?.seen ?? 0, !isCut {
            sides[party]?.seen = size
            let root = String(repeating: "A", count: 43) + "="
            drafts.insert(try EntryDraft(SeenBody(record: origin(peer), size: size, root: root)), at: 0)
        }
        let now = clock.now()
        let bytes = try drafts.map { draft in
            try draft.bytes(atUnixSeconds: now, salt: (0..<16).map { _ in UInt8.random(in: 0...255) })
        }
        let range = try await writer(of: party).append(contentsOf: bytes)
        for (offset, entry) in bytes.enumerated() {
            await sides[party]?.line?.take(
                SentEntry(
                    peer: peer, scope: .agreement("A1"),
                    reference: EntryReference(origin: origin(party), index: range.lowerBound + UInt64(offset)),
                    entry: try Entry(entry), isHistory: false))
        }
    }

    /// The other side verifies and stores, hands on, and says so.
    private func deliver(from party: String) async throws {
        guard !isCut else { return }
        let peer = LineScene.other(party)
        let source = DirectorySource(writer(of: party).directory)
        _ = try await replica(by: party).catchUp(from: source, timeUnixSeconds: UInt64(clock.now()))
        let size = await replica(by: party).size
        let all = try await entries(of: party, upTo: size)
        let first = Int(sides[peer]?.handed ?? 0)
        sides[peer]?.handed = size
        for index in first..<max(first, Int(size)) {
            await sides[peer]?.line?.take(received(all[index], index, by: party, isHistory: false))
        }
        guard all.dropFirst(first).contains(where: { $0.type != SeenBody.type }) else { return }
        try await write([], by: peer)
        try await deliver(from: peer)
    }

    private func received(_ entry: Entry, _ index: Int, by party: String, isHistory: Bool) -> ReceivedEntry {
        ReceivedEntry(
            peer: party, scope: .agreement("A1"),
            reference: EntryReference(origin: origin(party), index: UInt64(index)), entry: entry,
            receivedUnixSeconds: clock.now(), isLate: false, isHistory: isHistory)
    }

    private func entries(of party: String, upTo size: UInt64?) async throws -> [Entry] {
        let checkpoint = await writer(of: party).checkpoint.checkpoint
        let end = min(size ?? checkpoint.size, checkpoint.size)
        let reader = RecordReader(source: DirectorySource(writer(of: party).directory), trusting: checkpoint)
        var entries: [Entry] = []
        while UInt64(entries.count) < end {
            guard let bundle = try await reader.bundle(at: UInt64(entries.count) >> 8) else { break }
            for number in entries.count % 256..<bundle.count where UInt64(entries.count) < end {
                entries.append(try Entry(bundle.entry(number)))
            }
        }
        return entries
    }
}

import Accord
import Foundation
import Record

/// Takes in records of a peer that came as files: the same verification as over the wire, and every entry marked late.
///
/// First contact comes first: it holds the signatures that bring an agreement into force, and only then is there a channel for the
/// records under it. Records of a scope that is still not open after that are left where they are and named.
struct PeerImport: Sendable {
    let peer: String
    let party: String
    let table: ChannelTable

    /// What came of one record.
    struct Outcome: Sendable, Hashable {
        var origin: String
        /// Entries that are stored here now.
        var entries: UInt64 = 0
        /// Why it was left out, in plain words; nil: it was taken in.
        var skipped: String?
    }

    /// How long the taking in of one record may take.
    private static let patienceSeconds = 600.0
    /// What first contact brought is looked at a few times a second: a channel that it opens is there after so long.
    private static let openingSeconds = 3.0

    /// Takes in what lies unpacked in a directory.
    ///
    /// - Throws: `StationError.peer` when there is nothing of the peer, or a record does not verify.
    func run(_ directory: String) async throws -> [Outcome] {
        let files = SystemFiles()
        let folder = "parley/\(peer)/to/\(party)"
        var outcomes: [Outcome] = []
        let names = try files.list("\(directory)/\(folder)") ?? []
        var deadline: ContinuousClock.Instant?
        for name in names.sorted(by: { (ChannelScope(name: $0).order, $0) < (ChannelScope(name: $1).order, $1) }) {
            let scope = ChannelScope(name: name)
            let origins = (try files.list("\(directory)/\(folder)/\(name)") ?? []).compactMap { day in
                try? RecordOrigin(parsing: "\(folder)/\(name)/\(day)")
            }.sorted { $0.isBefore($1) }
            guard !origins.isEmpty else { continue }
            // Counted from the first that is not open: many of them together wait no longer than one.
            let patience = deadline ?? (.now + .seconds(Self.openingSeconds))
            guard let channel = try await self.channel(scope, until: patience) else {
                deadline = patience
                let reason = "no channel is open for \(name): no agreement of that name is in force here"
                outcomes += origins.map { Outcome(origin: $0.description, skipped: reason) }
                continue
            }
            for origin in origins {
                let source = try DirectorySource("\(directory)/\(origin)")
                let entries = try await withTimeLimit(seconds: Self.patienceSeconds) {
                    try await channel.takeIn(source, of: origin.description)
                }
                outcomes.append(Outcome(origin: origin.description, entries: entries))
            }
        }
        guard !outcomes.isEmpty else {
            throw StationError.peer(name: peer, reason: "there is no record of it in the file")
        }
        return outcomes
    }

    /// The channel of a scope, as soon as it is open; nil: it isn't at that time.
    private func channel(
        _ scope: ChannelScope, until deadline: ContinuousClock.Instant
    ) async throws -> PeerChannel? {
        while true {
            if let channel = await table.channel(to: peer, scope: scope) { return channel }
            guard ContinuousClock.now < deadline else { return nil }
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}

extension ChannelScope {
    /// First contact before all else.
    fileprivate var order: Int { self == .contact ? 0 : 1 }
}

extension PeerChannel {
    /// Takes in a copy of one of the peer's records and returns how many of its entries are here and handed on then.
    ///
    /// - Throws: `StationError.peer` when the copy does not verify or does not continue what is here.
    func takeIn(_ source: DirectorySource, of origin: String) async throws -> UInt64 {
        let newest = try await source.newestCheckpoint()
        try checkSigner(of: newest, origin: origin)
        let wanted = newest.checkpoint.size
        if let record = try await known(origin), record.handled >= wanted { return record.handled }
        offline[origin] = source
        // Whatever comes of it, the copy is not looked at again: the link to the peer must not wait for a file.
        defer { offline[origin] = nil }
        offlineFault = nil
        endPause?()
        while true {
            try await Task.sleep(for: .milliseconds(50))
            if let record = try await known(origin), record.handled >= wanted { return record.handled }
            if let fault = offlineFault { throw StationError.peer(name: peer, reason: fault) }
            if state.link == .stopped {
                throw StationError.peer(name: peer, reason: state.alarm ?? "it is not followed")
            }
        }
    }

    /// A copy whose head none of the peer's keys has signed comes from somebody else, and is not looked into.
    private func checkSigner(of head: SignedCheckpoint, origin: String) throws {
        let isSigned = (context.register.peer(named: peer)?.keys ?? []).contains { known in
            guard let key = try? VerifierKey(name: origin, kind: .ed25519, publicKey: known.publicKey) else {
                return false
            }
            return (try? head.verify(by: key)) != nil
        }
        guard isSigned else {
            throw StationError.peer(name: peer, reason: "the head of \(origin) is not signed with a key of \(peer)")
        }
    }

    private func known(_ origin: String) async throws -> HandledRecord? {
        try await context.index.records(peer: peer, scope: scope, direction: .received).first { $0.origin == origin }
    }
}

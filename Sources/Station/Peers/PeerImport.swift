import Accord
import Foundation
import Record

/// Takes in records of a peer that came as files: the same verification as over the wire, and every entry marked late.
struct PeerImport: Sendable {
    let peer: String
    let party: String
    let table: ChannelTable

    /// What came of one record.
    struct Outcome: Sendable, Hashable {
        var origin: String
        /// Entries that are stored here now.
        var entries: UInt64
    }

    /// How long the taking in of one record may take.
    private static let patienceSeconds = 600.0

    /// Takes in what lies unpacked in a directory.
    ///
    /// - Throws: `StationError.peer` when there is no channel for it, or a record does not verify.
    func run(_ directory: String) async throws -> [Outcome] {
        let files = SystemFiles()
        let folder = "parley/\(peer)/to/\(party)"
        var outcomes: [Outcome] = []
        for name in (try files.list("\(directory)/\(folder)") ?? []).sorted() {
            let scope = ChannelScope(name: name)
            let origins = (try files.list("\(directory)/\(folder)/\(name)") ?? []).compactMap { day in
                try? RecordOrigin(parsing: "\(folder)/\(name)/\(day)")
            }.sorted { $0.isBefore($1) }
            guard !origins.isEmpty else { continue }
            guard let channel = await table.channel(to: peer, scope: scope) else {
                throw StationError.peer(name: peer, reason: "no channel is open for \(name)")
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
}

extension PeerChannel {
    /// Takes in a copy of one of the peer's records and returns how many of its entries are here and handed on then.
    ///
    /// - Throws: `StationError.peer` when the copy does not verify or does not continue what is here.
    func takeIn(_ source: DirectorySource, of origin: String) async throws -> UInt64 {
        let wanted = try await source.newestCheckpoint().checkpoint.size
        if let record = try await known(origin), record.handled >= wanted { return record.handled }
        offline[origin] = source
        offlineFault = nil
        endPause?()
        while true {
            try await Task.sleep(for: .milliseconds(50))
            if let record = try await known(origin), record.handled >= wanted { return record.handled }
            if let fault = offlineFault {
                offline[origin] = nil
                throw StationError.peer(name: peer, reason: fault)
            }
            if state.link == .stopped {
                throw StationError.peer(name: peer, reason: state.alarm ?? "it is not followed")
            }
        }
    }

    private func known(_ origin: String) async throws -> HandledRecord? {
        try await context.index.records(peer: peer, scope: scope, direction: .received).first { $0.origin == origin }
    }
}

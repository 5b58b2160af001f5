import Accord
import Record

@testable import Station

/// All entries of the private records of a node in their order, each checked against the checkpoint.
func privateEntries(of directory: NodeDirectory, party: String = "WEST") async throws -> [Entry] {
    var entries: [Entry] = []
    for origin in try PrivateRecord.origins(in: directory, party: party) {
        let source = DirectorySource(RecordDirectory(directory.ownRecord(origin.description)))
        let checkpoint = try await source.newestCheckpoint().checkpoint
        let reader = RecordReader(source: source, trusting: checkpoint)
        for bytes in try await reader.entries(in: 0..<checkpoint.size) {
            if let entry = try? Entry(bytes) { entries.append(entry) }
        }
    }
    return entries
}

/// Verifies every private record of a node, newest first, with the party's own key; returns how many records there are.
func verifyPrivateRecords(of directory: NodeDirectory, party: String = "WEST") async throws -> Int {
    let identity = try SigningKey(readingFrom: directory.identityKey)
    let origins = try PrivateRecord.origins(in: directory, party: party)
    guard let newest = origins.last else { return 0 }
    let results = await RecordVerifier.verifyChain(
        DirectorySource(RecordDirectory(directory.ownRecord(newest.description))),
        policy: VerificationPolicy(key: try identity.renamed(newest.description).verifierKey)
    ) { link in
        DirectorySource(RecordDirectory(directory.ownRecord(link.key.name)))
    }
    for result in results {
        if let problem = result.problem { throw problem }
    }
    return results.count
}

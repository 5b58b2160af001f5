import Accord
import Logging
import Record
import ServiceLifecycle

/// Keeps the index up to date with the private record, a second behind it.
struct PrivateIndexService: Service {
    let indexer: RecordIndexer
    let party: String
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var complaint: String?
            var done: Set<RecordOrigin> = []
            while !Task.isCancelled {
                do {
                    try await catchUp(skipping: &done)
                    complaint = nil
                } catch {
                    // Said once, not each second.
                    if complaint != "\(error)", !Task.isCancelled {
                        logger.error("the private record is not in the index", metadata: ["error": "\(error)"])
                    }
                    complaint = "\(error)"
                }
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// Indexes what is new.
    ///
    /// - Parameter done: the records that will not grow any more and are in the index: each day has one, and none is looked at twice.
    func catchUp(skipping done: inout Set<RecordOrigin>) async throws {
        let origins = try PrivateRecord.origins(in: indexer.directory, party: party)
        for origin in origins where !done.contains(origin) {
            let record = try await indexer.index.record(
                origin.description, peer: nil, scope: nil, direction: .noted)
            let place = RecordDirectory(indexer.directory.ownRecord(origin.description))
            _ = try await indexer.index(record, at: place)
            // A record is closed a moment after the next one is made: the last two may still grow.
            if !origins.suffix(2).contains(origin) { done.insert(origin) }
        }
    }
}

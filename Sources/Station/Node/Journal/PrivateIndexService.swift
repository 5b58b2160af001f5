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
            while !Task.isCancelled {
                do {
                    try await catchUp()
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
    func catchUp() async throws {
        for origin in try PrivateRecord.origins(in: indexer.directory, party: party) {
            let record = try await indexer.index.record(
                origin.description, peer: nil, scope: nil, direction: .noted)
            let place = RecordDirectory(indexer.directory.ownRecord(origin.description))
            _ = try await indexer.index(record, at: place)
        }
    }
}

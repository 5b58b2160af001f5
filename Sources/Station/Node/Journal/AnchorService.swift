import Accord
import Logging
import ServiceLifecycle

/// Puts the size and root of the private record into every shared record once a minute, so that it can't be rewritten later.
struct AnchorService: Service {
    let record: PrivateRecord
    let logger: Logger
    /// Appends a draft to every shared record that is open.
    let share: @Sendable (EntryDraft) async throws -> Void

    static let periodSeconds = 60.0

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var anchored: PrivateRecord.Standing?
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(Self.periodSeconds))
                guard !Task.isCancelled else { return }
                anchored = await anchor(after: anchored)
            }
        }
    }

    /// Anchors the record if it has grown since; returns what it was anchored as.
    func anchor(after anchored: PrivateRecord.Standing?) async -> PrivateRecord.Standing? {
        let standing = await record.standing
        guard standing != anchored, standing.size > 0 else { return anchored }
        do {
            let body = AnchorBody(record: standing.origin, size: standing.size, root: standing.root)
            try await share(try EntryDraft(body))
            return standing
        } catch {
            logger.error("the private record is not anchored", metadata: ["error": "\(error)"])
            return anchored
        }
    }
}

import Accord
import Logging
import ServiceLifecycle
import Synchronization

/// Writes what a run asks for, in its order, while the run goes on: an abort is on both screens before it is on the disk.
///
/// What waits is bounded; entries beyond that are dropped and said to be, since the run itself must not stop for a full disk.
final class RunOutbox: Service {
    /// Where an entry goes.
    enum Place: Sendable {
        case privateRecord
        case shared(StandingAgreement)
    }

    private struct State {
        var waiting: [(draft: EntryDraft, place: Place)] = []
        var fault: String?
    }

    private let state = Mutex(State())
    private let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation
    private let record: PrivateRecord
    private let sender: AgreementSender
    private let logger: Logger

    private static let mostWaiting = 20_000

    init(_ context: NodeContext, sender: AgreementSender) {
        record = context.privateRecord
        logger = context.logger
        self.sender = sender
        (wakes, waker) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// Why the last entries could not be written; nil: they were.
    var fault: String? { state.withLock { $0.fault } }

    /// Puts a draft behind those that wait.
    func put(_ draft: EntryDraft, _ place: Place) {
        state.withLock { state in
            guard state.waiting.count < Self.mostWaiting else {
                state.fault = "too much waits to be written; entries are missing from the record"
                return
            }
            state.waiting.append((draft, place))
        }
        waker.yield()
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskCancellationHandler {
                for await _ in self.wakes { await self.write() }
            } onCancel: {
                self.waker.finish()
            }
        }
        await write()
    }

    /// Writes what waits: own tracks first, then what is shared, each in its order.
    func write() async {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        guard !waiting.isEmpty else { return }
        var own: [EntryDraft] = []
        var shared: [String: (standing: StandingAgreement, drafts: [EntryDraft])] = [:]
        for item in waiting {
            switch item.place {
            case .privateRecord: own.append(item.draft)
            case .shared(let standing):
                shared[standing.identifier, default: (standing, [])].drafts.append(item.draft)
            }
        }
        do {
            _ = try await record.append(own)
            for batch in shared.values { try await sender.send(batch.drafts.map(\.body), under: batch.standing) }
            state.withLock { $0.fault = nil }
        } catch {
            state.withLock { $0.fault = "\(error)" }
            logger.error("entries of an exercise were not written", metadata: ["error": "\(error)"])
        }
    }
}

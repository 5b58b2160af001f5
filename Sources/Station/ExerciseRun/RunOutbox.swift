import Accord
import Logging
import ServiceLifecycle
import Synchronization

/// Writes what a run asks for, in its order, while the run goes on: an abort is on both screens before it is on the disk.
///
/// What can't be written now, because the disk is full or a channel is not open yet, waits and is tried again. What waits is bounded;
/// entries beyond that are dropped and said to be, since the run itself must not stop for a full disk.
final class RunOutbox: Service {
    /// Where an entry goes.
    enum Place: Sendable {
        case privateRecord
        case shared(StandingAgreement)
    }

    /// What goes into one record.
    struct Batch: Sendable {
        /// The other party whose record it is, and under which agreement; nil: the private record.
        var reader: Reader?
        /// The entries, in their order.
        var drafts: [EntryDraft]
    }

    /// Whose record it is.
    struct Reader: Sendable, Hashable {
        var party: String
        var agreement: String
    }

    fileprivate struct State {
        var waiting: [Batch] = []
        var flows: [String: StandingAgreement] = [:]
        var count = 0
        var fault: String?
    }

    private let state = Mutex(State())
    private let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation
    private let logger: Logger
    private let append: @Sendable (Batch, StandingAgreement?) async throws -> Void

    static let mostWaiting = 20_000
    private static let againAfter = Duration.seconds(1)

    /// - Parameter append: writes a batch; under an agreement as it stands.
    init(logger: Logger, append: @escaping @Sendable (Batch, StandingAgreement?) async throws -> Void) {
        self.logger = logger
        self.append = append
        (wakes, waker) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    convenience init(_ context: NodeContext, sender: AgreementSender) {
        let record = context.privateRecord
        self.init(logger: context.logger) { batch, standing in
            guard let reader = batch.reader, let standing else {
                _ = try await record.append(batch.drafts)
                return
            }
            // A suspended agreement lets an abort be told, and no distances: each entry is asked about by itself.
            let allowed = batch.drafts.filter {
                EntryPermission.mayWrite($0, in: .agreement, flow: standing.flow)
            }
            guard !allowed.isEmpty else { return }
            _ = try await sender.send(allowed.map(\.body), to: reader.party, under: standing)
        }
    }

    /// Why the last entries could not be written; nil: they were.
    var fault: String? { state.withLock { $0.fault } }

    /// Puts a draft behind those that wait.
    func put(_ draft: EntryDraft, _ place: Place) {
        state.withLock { state in
            switch place {
            case .privateRecord: state.put(draft, nil, Self.mostWaiting)
            case .shared(let standing):
                state.flows[standing.identifier] = standing
                for peer in standing.peers {
                    state.put(draft, Reader(party: peer, agreement: standing.identifier), Self.mostWaiting)
                }
            }
        }
        waker.yield()
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskCancellationHandler {
                for await _ in self.wakes {
                    guard await !self.write() else { continue }
                    try? await Task.sleep(for: Self.againAfter)
                    self.waker.yield()
                }
            } onCancel: {
                self.waker.finish()
            }
        }
        _ = await write()
    }

    /// Writes what waits: own tracks first, then what is shared, each record in its order. One that can't be written to holds up no other.
    ///
    /// - Returns: whether nothing is left over.
    func write() async -> Bool {
        let (waiting, flows) = state.withLock { state in
            defer {
                state.waiting = []
                state.count = 0
            }
            return (state.waiting, state.flows)
        }
        var left: [Batch] = []
        var fault: String?
        for batch in waiting.sorted(by: { $0.reader == nil && $1.reader != nil }) {
            do { try await append(batch, batch.reader.flatMap { flows[$0.agreement] }) } catch {
                left.append(batch)
                fault = "\(error)"
                logger.error("entries of an exercise wait to be written", metadata: ["error": "\(error)"])
            }
        }
        state.withLock { state in
            let isOver = state.count >= Self.mostWaiting
            for batch in left { state.putBack(batch) }
            if !isOver { state.fault = fault }
        }
        return left.isEmpty
    }
}

extension RunOutbox.State {
    fileprivate mutating func put(_ draft: EntryDraft, _ reader: RunOutbox.Reader?, _ most: Int) {
        guard count < most else {
            fault = "too much waits to be written; entries are missing from the record"
            return
        }
        count += 1
        if let index = waiting.firstIndex(where: { $0.reader == reader }) {
            waiting[index].drafts.append(draft)
        } else {
            waiting.append(RunOutbox.Batch(reader: reader, drafts: [draft]))
        }
    }

    /// What was not written goes before what came meanwhile.
    fileprivate mutating func putBack(_ batch: RunOutbox.Batch) {
        count += batch.drafts.count
        if let index = waiting.firstIndex(where: { $0.reader == batch.reader }) {
            waiting[index].drafts = batch.drafts + waiting[index].drafts
        } else {
            waiting.append(batch)
        }
    }
}

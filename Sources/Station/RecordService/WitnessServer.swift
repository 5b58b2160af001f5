import Foundation
import HTTPTypes
import Hummingbird
public import Logging
public import Record

/// Serves a witness: `POST /add-checkpoint` as in C2SP tlog-witness.
public struct WitnessServer: Sendable {
    private let witness: Witness
    private let address: ListenAddress
    private let logger: Logger

    /// A server for `witness`.
    public init(_ witness: Witness, at address: ListenAddress, logger: Logger) {
        self.witness = witness
        self.address = address
        self.logger = logger
    }

    /// Listens until the process is asked to end (SIGINT, SIGTERM) or the task is cancelled.
    ///
    /// - Throws: `StationError.bind` when the address can't be listened on.
    public func run(onRunning: @escaping @Sendable (ListenAddress) async -> Void) async throws {
        try await PlainServer(responder: WitnessResponder(witness: witness), address: address, logger: logger)
            .run(beside: [], onRunning: onRunning)
        await witness.finish()
    }
}

/// Answers the one call that a witness has.
private struct WitnessResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let witness: Witness
    /// How long a caller may take to send its request.
    private static let bodySeconds = 10.0

    func respond(to request: Request, context: Context) async throws -> Response {
        guard request.uri.path == "/add-checkpoint" else {
            return RecordResponder.refusal(.notFound, "a witness answers POST /add-checkpoint")
        }
        guard request.method == .post else {
            return RecordResponder.refusal(.methodNotAllowed, "a checkpoint is added with POST")
        }
        let body: [UInt8]
        do {
            body = try await withTimeLimit(seconds: Self.bodySeconds) {
                Array(buffer: try await request.body.collect(upTo: WitnessRequest.maximumBytes))
            }
        } catch is TimeLimitExceeded {
            return RecordResponder.refusal(.requestTimeout, "the request did not arrive within 10 s")
        } catch {
            return RecordResponder.refusal(.contentTooLarge, "the request is too large")
        }
        let response = await witness.addCheckpoint(body, timeUnixSeconds: UInt64(Date().timeIntervalSince1970))
        return Response(
            status: .init(code: response.status),
            headers: [.contentType: response.contentType, .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: response.body)))
    }
}

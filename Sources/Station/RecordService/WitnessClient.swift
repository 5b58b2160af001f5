import AsyncHTTPClient
import NIOCore
import NIOHTTP1
public import Record

/// Asks a witness for its cosignature (C2SP tlog-witness).
public struct WitnessClient: Sendable {
    /// The key that checks its cosignatures.
    public let key: VerifierKey
    private let address: String

    /// The longest answer that is read.
    private static let maximumAnswerBytes = 16 << 10
    private static let patience = TimeAmount.seconds(20)

    /// - Parameter address: where it is; `/add-checkpoint` is added.
    public init(key: VerifierKey, address: String) {
        self.key = key
        self.address = (address.hasSuffix("/") ? String(address.dropLast()) : address) + "/add-checkpoint"
    }

    /// The cosignature of the witness on `checkpoint`, verified.
    ///
    /// The witness's own answer tells which size it knows; the proof goes from there.
    /// - Throws: `StationError.unreachable` when it refuses or can't be reached, `RecordError` when what it sends is wrong.
    public func cosignature(on checkpoint: SignedCheckpoint, reader: RecordReader) async throws -> NoteSignature {
        var knownSize: UInt64 = 0
        // Twice at most: once to learn the size, once with the proof. Another writer of its state may need one more.
        for _ in 0..<3 {
            let proof = try await reader.consistencyProof(fromSize: knownSize, toSize: checkpoint.checkpoint.size)
            let body = WitnessRequest(oldSize: knownSize, proof: proof.hashes, checkpoint: checkpoint).bytes
            let (status, answer) = try await post(body)
            switch status {
            case 200: return try cosignature(in: answer, on: checkpoint)
            case 409:
                let text = answer.prefix { $0 != "\n" }
                guard let size = UInt64(text), size != knownSize, size <= checkpoint.checkpoint.size else {
                    throw refusal("it knows \(text) entries, which does not fit")
                }
                knownSize = size
            default: throw refusal("it answers \(status): \(answer.prefix(200))")
            }
        }
        throw refusal("what it knows changes all the time")
    }

    private func cosignature(in answer: String, on checkpoint: SignedCheckpoint) throws -> NoteSignature {
        for line in answer.split(separator: "\n") {
            guard let signature = try? NoteSignature(line: line) else { continue }
            if key.isValid(signature, over: checkpoint.note.text) { return signature }
        }
        throw RecordError.signatureRejected("\(key.name) answered with no cosignature of its own")
    }

    private func post(_ body: [UInt8]) async throws -> (Int, String) {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.body = .bytes(body)
        do {
            let response = try await HTTPClient.shared.execute(request, timeout: Self.patience)
            let answer = try await response.body.collect(upTo: Self.maximumAnswerBytes)
            return (Int(response.status.code), String(buffer: answer))
        } catch {
            throw refusal(String(describing: error))
        }
    }

    private func refusal(_ reason: String) -> StationError { .unreachable(address: address, reason: reason) }
}

/// What a witness knows: which logs, by which keys, and the newest checkpoint it accepted of each. Pure.
struct WitnessState {
    /// The keys trusted for each origin.
    private let keys: [[UInt8]: [VerifierKey]]
    private var newest: [[UInt8]: SignedCheckpoint] = [:]

    /// A witness of the logs whose keys these are; the name of a key is the origin of its log.
    init(logs: [VerifierKey]) {
        keys = Dictionary(grouping: logs) { Array($0.name.utf8) }
    }

    /// What a request leads to. On ``Decision/accept`` the caller stores the checkpoint durably, then calls
    /// ``record(_:)``, and only then cosigns; between the two no other request may be decided.
    func decide(_ request: WitnessRequest) -> Decision {
        let new = request.checkpoint.checkpoint
        guard let keys = keys[Array(new.origin.utf8)] else { return .refuse(.unknownLog) }
        guard let key = keys.first(where: { (try? request.checkpoint.verify(by: $0)) != nil }) else {
            return .refuse(.untrusted)
        }
        guard request.oldSize <= new.size else {
            return .refuse(.badRequest(reason: "the old size is larger than the checkpoint"))
        }
        let known = newest[Array(new.origin.utf8)]
        let knownSize = known?.checkpoint.size ?? 0
        guard request.oldSize == knownSize else { return .refuse(.conflict(knownSize: knownSize, evidence: nil)) }
        if request.oldSize == 0 || request.oldSize == new.size {
            if let known, known.checkpoint.size == new.size, known.checkpoint.root != new.root {
                let evidence = try? ForkEvidence(known, request.checkpoint, key: key)
                return .refuse(.conflict(knownSize: knownSize, evidence: evidence))
            }
            guard request.proof.isEmpty else { return .refuse(.inconsistent(reason: "the proof must be empty")) }
            return .accept(request.checkpoint)
        }
        guard let known else { return .refuse(.conflict(knownSize: 0, evidence: nil)) }
        let proof = ConsistencyProof(oldSize: request.oldSize, newSize: new.size, hashes: request.proof)
        do throws(RecordError) { try proof.verify(oldRoot: known.checkpoint.root, newRoot: new.root) } catch {
            return .refuse(.inconsistent(reason: error.description))
        }
        return .accept(request.checkpoint)
    }

    enum Decision: Equatable {
        case accept(SignedCheckpoint)
        case refuse(WitnessResponse)
    }

    /// Moves on to a checkpoint that is stored.
    mutating func record(_ signed: SignedCheckpoint) { newest[Array(signed.checkpoint.origin.utf8)] = signed }
}

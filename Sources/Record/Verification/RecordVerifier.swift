/// Verifies records and proofs, whoever wrote and served them.
public enum RecordVerifier {
    /// Re-hashes everything that is there and checks it against the newest checkpoint, that against the key and the
    /// witnesses, and the whole against every older checkpoint of the policy.
    public static func verify(_ source: any TileSource, policy: VerificationPolicy) async -> Verification {
        var result = Verification()
        do { try await verify(source, policy: policy, into: &result) } catch {
            result.problem = RecordError(error)
        }
        return result
    }

    /// Checks a proof that an entry is in the record of the policy's key.
    public static func verify(
        _ proof: TransparencyProof, entry: [UInt8], policy: VerificationPolicy
    ) -> Verification {
        var result = Verification()
        result.checkpoint = proof.checkpoint
        do throws(RecordError) {
            try checkSignatures(proof.checkpoint, policy: policy, into: &result)
            try checkQuorum(result, policy: policy)
            try proof.inclusion.verify(leaf: .leaf(entry), root: proof.checkpoint.checkpoint.root)
            result.checkedEntries = 1
            result.provedIndex = proof.inclusion.index
            for older in policy.older { try checkSameSize(older, proof.checkpoint, policy: policy, into: &result) }
        } catch { result.problem = error }
        return result
    }

    private static func verify(
        _ source: any TileSource, policy: VerificationPolicy, into result: inout Verification
    ) async throws {
        let newest = try await source.newestCheckpoint()
        result.checkpoint = newest
        try checkSignatures(newest, policy: policy, into: &result)
        let reader = RecordReader(source: source, trusting: newest.checkpoint)
        _ = try await reader.rightEdge()
        if result.cosigners.count < policy.quorum {
            try await checkCosigned(source, reader: reader, policy: policy, into: &result)
        }
        try checkQuorum(result, policy: policy)
        try await checkOlder(newest, reader: reader, policy: policy, into: &result)
        try await checkEntries(newest.checkpoint, reader: reader, into: &result)
        try await checkFirstEntry(newest.checkpoint, reader: reader, into: &result)
    }

    private static func checkSignatures(
        _ signed: SignedCheckpoint, policy: VerificationPolicy, into result: inout Verification
    ) throws(RecordError) {
        if let key = policy.key {
            try signed.verify(by: key)
            result.isKeyConfirmed = true
        }
        result.cosigners = signed.cosigners(among: policy.witnesses).map(\.key.name)
        result.cosignedSize = signed.checkpoint.size
    }

    private static func checkQuorum(_ result: Verification, policy: VerificationPolicy) throws(RecordError) {
        guard result.cosigners.count >= policy.quorum else {
            throw .signatureRejected(
                "\(result.cosigners.count) of \(policy.witnesses.count) witnesses cosigned; \(policy.quorum) must")
        }
    }

    /// Where the newest checkpoint lacks cosignatures, an earlier one may have them.
    private static func checkCosigned(
        _ source: any TileSource, reader: RecordReader, policy: VerificationPolicy, into result: inout Verification
    ) async throws {
        guard let bytes = try await source.fetch(.cosignedCheckpoint) else { return }
        let cosigned = try SignedCheckpoint(bytes)
        if let key = policy.key { try cosigned.verify(by: key) }
        let found = cosigned.cosigners(among: policy.witnesses).map(\.key.name)
        guard found.count > result.cosigners.count else { return }
        guard cosigned.checkpoint.size <= result.checkpoint?.checkpoint.size ?? 0 else {
            throw RecordError.inconsistent(
                "the witnesses saw \(cosigned.checkpoint.size) entries, of which some are no longer shown")
        }
        guard try await reader.root(atSize: cosigned.checkpoint.size) == cosigned.checkpoint.root else {
            throw RecordError.inconsistent("the witnesses saw another history")
        }
        result.cosigners = found
        result.cosignedSize = cosigned.checkpoint.size
    }

    private static func checkOlder(
        _ newest: SignedCheckpoint, reader: RecordReader, policy: VerificationPolicy, into result: inout Verification
    ) async throws {
        for older in policy.older {
            if let key = policy.key { try older.verify(by: key) }
            let old = older.checkpoint
            guard old.isOfSameOrigin(as: newest.checkpoint) else {
                throw RecordError.inconsistent("the older checkpoint is of \(old.origin)")
            }
            guard old.size <= newest.checkpoint.size else {
                throw RecordError.inconsistent(
                    "\(old.origin) shows \(newest.checkpoint.size) entries but signed \(old.size) before: "
                        + "it was rolled back")
            }
            let root = try await reader.root(atSize: old.size)
            guard root == old.root else {
                if let key = policy.key {
                    result.fork = try ForkEvidence(
                        older: older, newer: newest, rootOfNewerAtOlderSize: root, key: key)
                }
                throw RecordError.inconsistent(
                    "\(old.origin) signed \(newest.checkpoint.size) entries that do not begin with the \(old.size) "
                        + "it signed before: its history was rewritten")
            }
            result.extendedCheckpoints += 1
        }
    }

    private static func checkSameSize(
        _ older: SignedCheckpoint, _ signed: SignedCheckpoint, policy: VerificationPolicy,
        into result: inout Verification
    ) throws(RecordError) {
        guard let key = policy.key else { return }
        if let fork = try ForkEvidence(older, signed, key: key) {
            result.fork = fork
            throw .inconsistent(fork.reason)
        }
    }

    private static func checkEntries(
        _ checkpoint: Checkpoint, reader: RecordReader, into result: inout Verification
    ) async throws {
        for index in 0..<((checkpoint.size + 0xFF) >> 8) {
            try Task.checkCancellation()
            if let bundle = try await reader.bundle(at: index) {
                result.checkedEntries += UInt64(bundle.count)
                continue
            }
            let end = min((index + 1) << 8, checkpoint.size)
            let width = Int(end - index << 8)
            // Entries are dropped from the beginning on; a hole further on is a loss.
            guard result.checkedEntries == 0 else {
                throw RecordError.missing(path: RecordResource.entries(index: index, width: width).path)
            }
            result.droppedEntries = 0..<end
        }
    }

    private static func checkFirstEntry(
        _ checkpoint: Checkpoint, reader: RecordReader, into result: inout Verification
    ) async throws {
        guard checkpoint.size > 0 else { return }
        let first: [UInt8]
        do { first = try await reader.entry(at: 0) } catch RecordError.missing { return }
        guard case .continued(let key, let final)? = try RotationEntry(first) else { return }
        try final.verify(by: key)
        result.previous = Verification.PreviousRecord(key: key, finalCheckpoint: final)
    }
}

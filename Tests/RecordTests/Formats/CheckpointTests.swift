import Record
import Testing

@Suite struct CheckpointTests {
    /// The example of C2SP tlog-checkpoint.
    static let example = "example.com/behind-the-sofa\n20852163\n\(root)\n"
    private static let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="

    @Test func theExampleIsRead() throws {
        let checkpoint = try Checkpoint(text: Self.example)
        #expect(checkpoint.origin == "example.com/behind-the-sofa")
        #expect(checkpoint.size == 20_852_163)
        #expect(checkpoint.text == Self.example)
        let extended = try Checkpoint(text: Self.example + "more\n")
        #expect(extended.extensions == ["more"])
        #expect(extended.text == Self.example + "more\n")
    }

    @Test(arguments: [
        "a\n01\n\(root)\n", "a\n+1\n\(root)\n", "a\n-1\n\(root)\n", "\n1\n\(root)\n",
        "a\n18446744073709551616\n\(root)\n",
        "a\n1\nCsUY\n", "a\n1\n", "a\n1\n\(root)\n\nb\n", "a\n0\n\(root)\n", "a\n1\n\(root)",
    ])
    func aMalformedCheckpointIsRefused(text: String) {
        #expect(throws: RecordError.self) { try Checkpoint(text: text) }
    }

    @Test func aRightSignatureOverTheWrongOriginIsRefused() throws {
        let key = try SigningKey(name: "example.org/a")
        let checkpoint = Checkpoint(origin: "example.org/b", size: 1, root: .leaf([1]))
        let signed = try SignedCheckpoint(signing: checkpoint, with: key)
        #expect(throws: RecordError.signatureRejected("the checkpoint is of example.org/b, the key of example.org/a")) {
            try signed.verify(by: key.verifierKey)
        }
    }

    @Test func aCosignatureHoldsForItsBodyAndTimeOnly() throws {
        let log = try SigningKey(name: "example.org/a")
        let witness = try SigningKey(name: "example.org/w")
        let old = try signed(1, by: log)
        let new = try signed(2, by: log)
        let cosignature = try witness.cosign(old.note.text, timeUnixSeconds: 1_700_000_000)
        let keys = [witness.cosignatureKey]
        #expect(old.adding([cosignature]).cosigners(among: keys).map(\.timeUnixSeconds) == [1_700_000_000])
        #expect(new.adding([cosignature]).cosigners(among: keys).isEmpty, "a cosignature of an older body")
        var later = cosignature
        later.signature[7] ^= 1
        #expect(old.adding([later]).cosigners(among: keys).isEmpty, "another time")
        // The key of a witness signs no checkpoint of its own, and that of a log counts as no witness.
        #expect(old.cosigners(among: [log.verifierKey]).isEmpty)
        #expect(throws: RecordError.self) { try old.verify(by: witness.cosignatureKey) }
        #expect(try VerifierKey(witness.cosignatureKey.description) == witness.cosignatureKey)
    }

    @Test func twoHistoriesOfOneSizeAreEvidence() throws {
        let log = try SigningKey(name: "example.org/a")
        let one = try signed(5, by: log)
        let other = try SignedCheckpoint(
            signing: Checkpoint(origin: "example.org/a", size: 5, root: .leaf([9])), with: log)
        #expect(try ForkEvidence(one, other, key: log.verifierKey) != nil)
        #expect(try ForkEvidence(one, one, key: log.verifierKey) == nil)
        #expect(try ForkEvidence(one, signed(6, by: log), key: log.verifierKey) == nil)
        let stranger = try SigningKey(name: "example.org/a")
        let foreign = try SignedCheckpoint(signing: other.checkpoint, with: stranger)
        #expect(throws: RecordError.self, "nobody can be accused with a foreign signature") {
            try ForkEvidence(one, foreign, key: log.verifierKey)
        }
    }

    @Test func aProofGoesThroughItsFile() throws {
        let log = try SigningKey(name: "example.org/a")
        let tree = ReferenceTree(size: 11)
        let checkpoint = Checkpoint(origin: log.name, size: 11, root: tree.root(0..<11))
        let inclusion = InclusionProof(index: 3, treeSize: 11, hashes: tree.inclusion(3, 0..<11))
        for extra in [nil, [], [1, 2, 3]] as [[UInt8]?] {
            let proof = TransparencyProof(
                inclusion: inclusion, checkpoint: try SignedCheckpoint(signing: checkpoint, with: log), extra: extra)
            let again = try TransparencyProof(proof.bytes)
            #expect(again == proof)
            try again.verify(entry: sampleEntry(3), key: log.verifierKey)
            #expect(throws: RecordError.self) { try again.verify(entry: sampleEntry(4), key: log.verifierKey) }
        }
    }

    private func signed(_ size: Int, by key: SigningKey) throws -> SignedCheckpoint {
        let root = ReferenceTree(size: size).root(0..<size)
        return try SignedCheckpoint(
            signing: Checkpoint(origin: key.name, size: UInt64(size), root: root), with: key)
    }
}

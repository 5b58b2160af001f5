import Foundation
import Record
import Testing

/// Inclusion and consistency proofs, good and bad, of the wider ecosystem, each with its verdict.
@Suite struct ProofVectorTests {
    private struct Vectors: Decodable {
        var inclusion: [Inclusion]
        var consistency: [Consistency]
    }

    private struct Inclusion: Decodable {
        var leafIdx: UInt64
        var treeSize: UInt64
        var root: Data
        var leafHash: Data
        var proof: [Data]?
        var wantErr: Bool
        var name: String
    }

    private struct Consistency: Decodable {
        var size1: UInt64
        var size2: UInt64
        var root1: Data
        var root2: Data
        var proof: [Data]?
        var wantErr: Bool
        var name: String
    }

    @Test func everyVectorGetsItsVerdict() throws {
        guard let data = SharedData.read("merkle/rfc6962-proofs.json") else { return }
        let vectors = try JSONDecoder().decode(Vectors.self, from: data)
        var judged = 0
        for vector in vectors.inclusion {
            #expect(accepts(vector) == !vector.wantErr, "\(vector.name)")
            judged += 1
        }
        for vector in vectors.consistency {
            #expect(accepts(vector) == !vector.wantErr, "\(vector.name)")
            judged += 1
        }
        #expect(judged == 196)
    }

    // A hash in a proof that is not 32 bytes cannot even be written down, which is a refusal.
    private func accepts(_ vector: Inclusion) -> Bool {
        let hashes = (vector.proof ?? []).map { TreeHash($0) }
        guard let root = TreeHash(vector.root), let leaf = TreeHash(vector.leafHash),
            hashes.allSatisfy({ $0 != nil })
        else { return false }
        let proof = InclusionProof(
            index: vector.leafIdx, treeSize: vector.treeSize, hashes: hashes.compactMap(\.self))
        return (try? proof.verify(leaf: leaf, root: root)) != nil
    }

    private func accepts(_ vector: Consistency) -> Bool {
        let hashes = (vector.proof ?? []).map { TreeHash($0) }
        guard hashes.allSatisfy({ $0 != nil }) else { return false }
        // Some vectors have words in place of roots, as only their being equal matters: others stand for them here.
        let old = TreeHash(vector.root1) ?? .leaf(Array(vector.root1))
        let new = TreeHash(vector.root2) ?? .leaf(Array(vector.root2))
        let proof = ConsistencyProof(
            oldSize: vector.size1, newSize: vector.size2, hashes: hashes.compactMap(\.self))
        return (try? proof.verify(oldRoot: old, newRoot: new)) != nil
    }
}

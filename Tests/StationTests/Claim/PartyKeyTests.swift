import Accord
import Foundation
import Inquiry
import Record
import Testing

@testable import Station

@Suite("The key of a party")
struct PartyKeyTests {
    @Test("stands for the keys of the records that the party wrote")
    func partyKey() async throws {
        let sample = try await ExtractSample(in: try Scratch())
        defer { withExtendedLifetime(sample) {} }
        let own = sample.identity.verifierKey
        let maker = ExtractMaker(
            query: try ExtractQuery(parsing: ExtractSample.query), keys: [own],
            witnesses: [sample.witness.cosignatureKey], report: nil)
        let directory = sample.scratch.path + "/extract"
        _ = try await maker.make(from: sample.records, in: directory)
        let data = try Data(contentsOf: URL(filePath: directory + "/" + ExtractManifest.fileName))
        let manifest = try JSONDecoder().decode(ExtractManifest.self, from: data)
        #expect(try manifest.records.compactMap(\.key) == sample.keys.map(\.description))
        let claim = """
            claim: 1
            by: an observer
            propositions:
              - {id: near, kind: minimum-distance, between: [VIPER11, 4ca123], at-most: 10 NM}
            """
        // A former key of the party beside it does no harm, in whatever order they are given.
        let former = try SigningKey(name: "WEST").verifierKey
        for keys in [[own], [former, own], [own, former]] {
            let results = try ExtractVerifier.verify(directory, keys: keys)
            #expect(!results.contains { $0.isRefused }, "\(results)")
            #expect(results.dropLast().allSatisfy { $0.sentence.contains("the one that you gave") }, "\(results)")
            let report = try await ClaimCheck.check(
                try ClaimReader.read(claim), records: sample.records, keys: keys, accelerationMetresPerSecondSquared: 5
            ) { _, _ in }
            guard case .records(let sentences) = report.standing else {
                throw InquiryError.extract(reason: "not held against records")
            }
            #expect(sentences.count == 3 && !sentences.contains { $0.contains("unconfirmed") }, "\(sentences)")
        }
        // With a key of the party that signed nothing, all of it is refused.
        #expect(try ExtractVerifier.verify(directory, keys: [former])[0].isRefused)
        await #expect(throws: InquiryError.self) {
            _ = try await ExtractSource(sample.records[0], keys: [former])
        }
        // Nor does the key of another party say anything of these records.
        let source = try await ExtractSource(sample.records[0], keys: [sample.witness.verifierKey])
        #expect(source.key == nil)
    }
}

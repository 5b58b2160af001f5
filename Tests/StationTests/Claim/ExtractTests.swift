import Accord
import Foundation
import Inquiry
import Record
import TestSupport
import Testing

@testable import Station

@Suite("An extract from a station's records")
struct ExtractTests {
    private func manifest(_ directory: String) throws -> ExtractManifest {
        let data = try Data(contentsOf: URL(filePath: directory + "/" + ExtractManifest.fileName))
        return try JSONDecoder().decode(ExtractManifest.self, from: data)
    }

    private func files(_ directory: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String } ?? []
        return all.map { directory + "/" + $0 }.filter { FileManager.default.contents(atPath: $0) != nil }.sorted()
    }

    @Test("holds what the query names, with proofs, checkpoints and keys, and counts the rest by type")
    func made() async throws {
        let sample = try await ExtractSample(in: try Scratch())
        defer { withExtendedLifetime(sample) {} }
        let (directory, outcome) = try await sample.extract()
        #expect(outcome.released == 18 && outcome.withheld == 25 && outcome.notes == [])
        let manifest = try manifest(directory)
        #expect(manifest.approvedBy == ["Spencer (spokesperson)", "Ingram (investigator)"])
        #expect(manifest.records.map(\.origin) == [ExtractSample.own, ExtractSample.shared, ExtractSample.release])
        #expect(
            manifest.records.map(\.withheld) == [
                ["login/1": 1, "pseudonym/1": 1, "decision/1": 1, "own-track/1": 20], ["track/1": 1, "message/1": 1],
                [:],
            ])
        // Of the shared record all that goes out is under the checkpoint that the peer has cosigned.
        #expect(manifest.records.map(\.size) == [34, 6, 3])
        #expect(manifest.records[1].released == [0, 2, 3, 5])
        #expect(manifest.records.map(\.witnesses.count) == [0, 1, 0])
        #expect(manifest.keyFile.split(separator: "\n").count == 4)
        let names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        #expect(names == ["SHA256SUMS", "extract.json", "index.html", "keys.txt", "records"])
        for file in files(directory) {
            let text = String(decoding: try #require(FileManager.default.contents(atPath: file)), as: UTF8.self)
            for other in ["4ca123", "4ca777", "DLH", "zzzm"] { #expect(!text.contains(other), "\(other) in \(file)") }
        }
    }

    @Test("is verified, with the keys that are trusted and with its own")
    func verified() async throws {
        let sample = try await ExtractSample(in: try Scratch())
        defer { withExtendedLifetime(sample) {} }
        let directory = try await sample.extract().directory
        for keys in [[], try sample.keys] {
            let results = try ExtractVerifier.verify(directory, keys: keys)
            #expect(results.count == 4 && !results.contains(where: \.isRefused), "\(results)")
            #expect(results[1].sentence.contains("Cosigned by EAST"))
            #expect(results[3].sentence.contains("Released by Spencer (spokesperson) and Ingram (investigator)"))
        }
        let stranger = try SigningKey(name: ExtractSample.own)
        #expect(try ExtractVerifier.verify(directory, keys: [stranger.verifierKey])[0].isRefused)
    }

    @Test("is verified by another implementation")
    func other() async throws {
        let scratch = try Scratch()
        guard let verifier = try GoVerifier(in: scratch.path) else { return }
        let directory = try await ExtractSample(in: scratch).extract().directory
        let good = try verifier.run(["extract", directory])
        #expect(good.status == 0, "\(good.output)")
        #expect(good.output.contains("18 entries proved, 4 of them under a cosigned checkpoint"), "\(good.output)")
        let entry = directory + "/records/2/3.entry"
        var bytes = try #require(FileManager.default.contents(atPath: entry))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(filePath: entry))
        #expect(try verifier.run(["extract", directory]).status == 1)
    }

    @Test("one changed byte in any file is found")
    func changed() async throws {
        let sample = try await ExtractSample(in: try Scratch())
        defer { withExtendedLifetime(sample) {} }
        let directory = try await sample.extract().directory
        var random = SeededRandom(seed: 20_151_103)
        for file in files(directory) {
            let intact = try #require(FileManager.default.contents(atPath: file))
            let count = file.hasSuffix(ExtractSums.fileName) ? 100 : 4
            let places = (0..<count).map { _ in Int.random(in: intact.indices, using: &random) }
            for place in places {
                var bytes = intact
                bytes[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
                try bytes.write(to: URL(filePath: file))
                let results = try? ExtractVerifier.verify(directory, keys: [])
                #expect(results?.contains(where: \.isRefused) ?? true, "\(file), byte \(place)")
            }
            try intact.write(to: URL(filePath: file))
        }
        #expect(try !ExtractVerifier.verify(directory, keys: []).contains(where: \.isRefused))
        try Data("x".utf8).write(to: URL(filePath: directory + "/more"))
        #expect(try ExtractVerifier.verify(directory, keys: [])[0].isRefused)
    }

    /// Whoever makes the list of files anew is found out by the signatures.
    @Test("a changed entry, proof, checkpoint or approval is found without the list of files")
    func forged() async throws {
        let sample = try await ExtractSample(in: try Scratch())
        defer { withExtendedLifetime(sample) {} }
        let directory = try await sample.extract().directory
        func refused(_ file: String, _ change: (String) -> String) throws -> Bool {
            let path = directory + "/" + file
            let intact = try String(contentsOfFile: path, encoding: .utf8)
            let changed = change(intact)
            #expect(changed != intact, "\(file)")
            try changed.write(toFile: path, atomically: true, encoding: .utf8)
            try ExtractSums.write(in: directory)
            let results = try? ExtractVerifier.verify(directory, keys: [])
            try intact.write(toFile: path, atomically: true, encoding: .utf8)
            return results?.contains(where: \.isRefused) ?? true
        }
        #expect(try refused("records/2/3.entry") { $0.replacing("airborne", with: "grounded") })
        #expect(try refused("records/2/3.tlog-proof") { $0.replacing("index 3", with: "index 2") })
        #expect(try refused("records/2/checkpoint") { $0.replacing("\n6\n", with: "\n7\n") })
        #expect(try refused("extract.json") { $0.replacing("Spencer", with: "Walker") })
        #expect(try refused("extract.json") { $0.replacing("track:VIPER11", with: "track:SOKOL21") })
        #expect(try refused("extract.json") { $0.replacing("\"login/1\" : 1", with: "\"login/1\" : 1000") })
        #expect(try refused("keys.txt") { String($0.dropFirst(10)) })
    }

    @Test("without both approvals nothing is made")
    func refused() async throws {
        for approvals in [
            [], [ExtractSample.spokesman], [ExtractSample.investigator],
            [ExtractSample.spokesman, Person(name: "Spencer", role: .investigator)],
            [ExtractSample.spokesman, Person(name: "Walker", role: .watchOfficer)],
        ] {
            let scratch = try Scratch()
            let sample = try await ExtractSample(in: scratch, approvals: approvals)
            await #expect(throws: InquiryError.self) { try await sample.extract() }
            #expect(!FileManager.default.fileExists(atPath: scratch.path + "/extract"))
        }
        let sample = try await ExtractSample(in: try Scratch(), asked: "type:message/1")
        await #expect(throws: InquiryError.self) { try await sample.extract() }
    }

    @Test("findings go out with what they rest on, and name no aircraft but those of the claim")
    func findings() async throws {
        let claim = """
            claim: 1
            by: an observer
            propositions:
              - {id: near, kind: minimum-distance, between: [VIPER11, 4ca123], at-most: 10 NM}
              - {id: which, kind: minimum-distance, between: [VIPER11, DLH9], at-most: 10 NM}
            """
        let sha256 = AgreementDocument.sha256(of: Array(claim.utf8))
        let query = ExtractQuery.text("type:line-state/1", withClaim: sha256)
        let sample = try await ExtractSample(in: try Scratch(), asked: query)
        defer { withExtendedLifetime(sample) {} }
        let report = try await sample.report(claim)
        #expect(report.findings.map(\.verdict) == [.supported, .notDeterminable])
        let (directory, outcome) = try await sample.extract(query, claim: report)
        let manifest = try manifest(directory)
        #expect(manifest.records[0].released.count == 2 && outcome.released == 2 + 1 + 3)
        let page = try String(contentsOfFile: directory + "/index.html", encoding: .utf8)
        #expect(page.contains("4ca123") && !page.contains("4ca777"))
        #expect(page.contains("aircraft\u{A0}1") && page.contains("борт\u{A0}1"))
        #expect(try !ExtractVerifier.verify(directory, keys: []).contains(where: \.isRefused))
    }
}

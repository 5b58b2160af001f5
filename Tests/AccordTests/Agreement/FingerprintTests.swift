import Accord
import Record
import Testing

/// Words that two officers read to each other.
struct FingerprintTests {
    @Test func theListHasNoWordTwice() throws {
        var seen: [AccordLanguage: Set<String>] = [.english: [], .russian: []]
        let certificate = PartyCertificate(der: [1, 2, 3])
        for seed in UInt8(0)..<200 {
            let key = try SigningKey(name: "WEST", seed: [UInt8](repeating: seed, count: 32)).verifierKey
            let fingerprint = Fingerprint(key: key, certificate: certificate)
            for language in AccordLanguage.allCases {
                let words = fingerprint.words(in: language)
                #expect(words.count == Fingerprint.wordCount)
                seen[language]?.formUnion(words)
            }
        }
        // 1,600 draws of 256 leave out less than one word on average.
        #expect(seen[.english, default: []].count > 250)
        #expect(seen[.english]?.count == seen[.russian]?.count)
    }

    @Test func changesWithKeyAndCertificate() throws {
        let key = try SigningKey(name: "WEST", seed: [UInt8](repeating: 1, count: 32)).verifierKey
        let other = try SigningKey(name: "WEST", seed: [UInt8](repeating: 2, count: 32)).verifierKey
        let one = Fingerprint(key: key, certificate: PartyCertificate(der: [1]))
        #expect(one != Fingerprint(key: other, certificate: PartyCertificate(der: [1])))
        #expect(one != Fingerprint(key: key, certificate: PartyCertificate(der: [2])))
        #expect(one.matches(one.words(in: .english).joined(separator: ", ").uppercased()))
        #expect(one.matches(one.words(in: .russian).joined(separator: " ").replacing("ё", with: "е")))
        #expect(!one.matches(one.words(in: .english).dropLast().joined(separator: " ")))
        #expect(!one.matches(""))
    }
}

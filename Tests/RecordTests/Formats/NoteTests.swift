import Record
import Testing

/// Keys and notes against the published example of Go's note package (golang.org/x/mod/sumdb/note, documentation) and
/// against the rules of C2SP signed-note.
@Suite struct NoteTests {
    static let exampleVerifier = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let exampleNote = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

        """

    @Test func anotherImplementationsNoteIsAccepted() throws {
        let key = try VerifierKey(Self.exampleVerifier)
        #expect(key.description == Self.exampleVerifier)
        let note = try SignedNote(Self.exampleNote)
        #expect(note.string == Self.exampleNote)
        try note.verify(by: key)
    }

    @Test func everyChangedByteOfANoteIsRefused() throws {
        let key = try VerifierKey(Self.exampleVerifier)
        let bytes = Array(Self.exampleNote.utf8)
        var refused = 0
        for place in bytes.indices {
            for bit in 0..<8 {
                var forged = bytes
                forged[place] ^= 1 << UInt8(bit)
                if (try? SignedNote(forged).verify(by: key)) != nil {
                    Issue.record("bit \(bit) of byte \(place) changes nothing")
                }
                refused += 1
            }
        }
        #expect(refused == bytes.count * 8)
    }

    @Test func aKeyKeepsItsFormThroughItsFile() throws {
        let scratch = try Scratch()
        let key = try SigningKey(name: "example.org/a")
        let path = scratch.path + "/key"
        try key.write(to: path)
        #expect(try SystemFiles().permissions(path) == 0o600)
        let again = try SigningKey(readingFrom: path)
        #expect(again.verifierKey == key.verifierKey)
        let note = SignedNote(text: "text\n", signatures: [try again.sign("text\n")])
        try note.verify(by: key.verifierKey)
        #expect(throws: RecordError.self) { try key.write(to: path) }
    }

    @Test func aKeyFileThatOthersMayReadIsRefused() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/key"
        let file = try SystemFiles().create(path, permissions: 0o644)
        try file.close()
        #expect(throws: RecordError.directory(path: path, reason: "can be read by others: its mode must be 0600")) {
            try SigningKey(readingFrom: path)
        }
    }

    @Test(arguments: [
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumanm+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T",
        "PeterNeumann+c74f20a3+CRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3", "", "++",
    ])
    func aDamagedVerifierKeyIsRefused(text: String) {
        #expect(throws: RecordError.self) { try VerifierKey(text) }
    }

    @Test(arguments: [
        "text\n", "text\n\n", "text\n\n— a YWJjZGVmZ2g=", "text\r\n\n— a YWJjZGVmZ2g=\n", "text\n\n- a YWJjZGVmZ2g=\n",
        "text\n\n— a  YWJjZGVmZ2g=\n", "text\n\n— a b YWJjZGVmZ2g=\n", "text\n\n— a+b YWJjZGVmZ2g=\n",
        "text\n\n— a YWJj\n", "text\n\n— a YWJjZGVmZ2h=\n", "\n\n",
    ])
    func aMalformedNoteIsRefused(text: String) {
        #expect(throws: RecordError.self) { try SignedNote(text) }
    }

    @Test func unknownSignaturesArePassedOverAndMissingOnesNamed() throws {
        let key = try SigningKey(name: "example.org/a")
        let other = try SigningKey(name: "example.org/a")
        let text = "text\n"
        let both = SignedNote(text: text, signatures: [try other.sign(text), try key.sign(text)])
        try both.verify(by: key.verifierKey)
        let foreign = SignedNote(text: text, signatures: [try other.sign(text)])
        #expect(throws: RecordError.signatureRejected("no signature by \(key.verifierKey)")) {
            try foreign.verify(by: key.verifierKey)
        }
    }

    @Test func namesAreComparedByteForByte() throws {
        // One letter as one code point, and as two: Swift's strings call them equal, keys must not.
        let composed = try SigningKey(name: "caf\u{E9}.example")
        let decomposed = try composed.renamed("cafe\u{301}.example")
        let text = "text\n"
        let note = SignedNote(text: text, signatures: [try decomposed.sign(text)])
        #expect(throws: RecordError.self) { try note.verify(by: composed.verifierKey) }
    }
}

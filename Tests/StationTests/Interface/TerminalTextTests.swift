import Testing

@testable import Station

@Suite("A text is made safe for a terminal") struct TerminalTextTests {
    @Test(
        "what a terminal obeys is shown, and what people write stays",
        arguments: [
            ("plain – Петрова “№ 7” 👩‍✈️", "plain – Петрова “№ 7” 👩‍✈️"),
            ("\u{1B}]0;title\u{07}", #"\u001B]0;title\u0007"#),
            ("\u{9B}2J\u{7F}", #"\u009B2J\u007F"#),
            ("a\u{202E}b\u{2066}c\u{200F}d\u{61C}", #"a\u202Eb\u2066c\u200Fd\u061C"#),
            ("\r\u{2028}x", #"\u000D\u2028x"#),
        ])
    func escapes(text: String, safe: String) {
        #expect(TerminalText.line(text) == safe)
        #expect(TerminalText.lines(text) == safe)
        #expect(TerminalText.line(safe) == safe)
    }

    @Test("line breaks and tabs of our own stay, those of others don't")
    func layout() {
        #expect(TerminalText.lines("one\n\ttwo") == "one\n\ttwo")
        #expect(TerminalText.line("one\n\ttwo") == #"one\u000A\u0009two"#)
    }

    @Test("a fault of a peer's entry holds nothing that a terminal obeys")
    func faults() throws {
        let record = HandledRecord(
            origin: "parley/EAST/to/WEST/A1/2015-11-03", peer: "EAST", scope: .agreement("A1"), direction: .received)
        let intake = EntryIntake(record: record, policy: .standard, wanted: [])
        let hostile = "{\"a\u{9B}2J\u{202E}\":1,\"a\u{9B}2J\u{202E}\":1}"
        let found = intake.read([Array(hostile.utf8)][...], from: 0, nowUnixSeconds: 0, offset: 0)
        let fault = try #require(found.batch.quarantined.first?.fault)
        #expect(fault.contains(#"\u009B"#), "\(fault)")
        #expect(TerminalText.line(fault) == fault)
    }

    @Test("a bundle names what is no part of a record without obeying it")
    func bundle() throws {
        let scratch = try Scratch()
        let name = "parley/\u{1B}]0;x\u{07}"
        let header = try TarArchive.header(name: name, bytes: 0)
        let path = try scratch.write(String(decoding: header, as: UTF8.self), to: "bundle.tar")
        do {
            _ = try RecordBundle.unpack(path, of: "EAST", for: "WEST", into: scratch.path + "/out")
            Issue.record("it was unpacked")
        } catch {
            #expect("\(error)".contains(#"\u001B"#))
            #expect(!"\(error)".contains("\u{1B}"))
        }
    }
}

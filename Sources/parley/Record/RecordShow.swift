import ArgumentParser
import Foundation
import Record
import Station

/// `parley record show`: the entries of a record, each checked against its checkpoint.
struct RecordShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print entries, one a line, each checked against the newest checkpoint.")

    @OptionGroup var place: RecordPlace

    @Option(help: "The first index.") var from: UInt64 = 0
    @Option(help: "The last index; without it, to the end.") var to: UInt64?
    @Flag(help: "Print entries in base64, for those that hold line breaks or no text.") var base64 = false

    func run() async throws {
        try await explained {
            let (reader, checkpoint) = try await openRecord(place.directory)
            let size = checkpoint.checkpoint.size
            let end = min(to.map { $0 == .max ? $0 : $0 + 1 } ?? size, size)
            guard from < end || (from == end && to == nil) else {
                throw RecordError.malformed(
                    "the record holds \(size) entries; \(from) to \(to ?? size) is none of them")
            }
            var index = from
            while index < end {
                let upper = min(end, (index | 0xFF) + 1)
                var lines: [UInt8] = []
                for entry in try await reader.entries(in: index..<upper) {
                    lines += try line(of: entry, at: index)
                    index += 1
                }
                output(lines)
            }
        }
    }

    private func line(of entry: [UInt8], at index: UInt64) throws -> [UInt8] {
        if base64 { return Array((Data(entry).base64EncodedString() + "\n").utf8) }
        guard !entry.contains(UInt8(ascii: "\n")) else {
            throw RecordError.malformed("entry \(index) holds a line break: use --base64")
        }
        guard let text = String(validating: entry, as: UTF8.self) else {
            throw RecordError.malformed("entry \(index) is no text: use --base64")
        }
        // Escaped as in JSON: it says the same, and no terminal obeys it.
        return Array((TerminalText.lines(text) + "\n").utf8)
    }
}

/// A record on this machine, after mending what a crash may have left, read through its own newest checkpoint.
func openRecord(_ path: String) async throws -> (reader: RecordReader, checkpoint: SignedCheckpoint) {
    try RecordDirectory(path).mend()
    let source = try DirectorySource(path)
    let checkpoint = try await source.newestCheckpoint()
    return (RecordReader(source: source, trusting: checkpoint.checkpoint), checkpoint)
}

import ArgumentParser
import Foundation
import Record

/// `parley record append`: one entry a line, acknowledged when it can no longer be lost.
struct RecordAppend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "append",
        abstract: "Append entries, one a line, and print their indexes once they are durable.",
        discussion: """
            A line is taken as the bytes it is, without its line break; an empty line is an empty entry. For each batch \
            one line FIRST LAST is printed, when those entries are on the disk and covered by a signed checkpoint, and \
            not before: what was printed survives any crash. One writer at a time; a second one is refused.
            """)

    @OptionGroup var place: RecordPlace

    @Argument(help: ArgumentHelp("A file, or - for standard input.", valueName: "file"), completion: .file())
    var file = "-"

    func run() async throws {
        try await explained {
            let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY)
            guard descriptor >= 0 else {
                throw RecordError.file(operation: "read", path: file, code: errno)
            }
            let writer = try await RecordWriter.open(RecordDirectory(place.directory))
            do {
                try await append(from: LineInput(descriptor: descriptor), to: writer)
            } catch {
                try? await writer.finish()
                throw error
            }
            try await writer.finish()
        }
    }

    private func append(from input: LineInput, to writer: RecordWriter) async throws {
        while let lines = try await next(input) {
            for batch in Self.batches(lines) {
                let range = try await writer.append(contentsOf: batch)
                output(Array("\(range.lowerBound) \(range.upperBound - 1)\n".utf8))
            }
        }
    }

    /// Waits on a thread of its own, so that the writer's work goes on.
    private func next(_ input: LineInput) async throws -> [[UInt8]]? {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try input.nextBatch() }) }
        }
    }

    /// An entry that is too long stops the append where it stands: what comes before it is written, and it is named.
    private static func batches(_ lines: [[UInt8]]) -> [[[UInt8]]] {
        guard let long = lines.firstIndex(where: { $0.count > EntryBundle.maximumEntryBytes }) else { return [lines] }
        return (long == 0 ? [] : [Array(lines[..<long])]) + [[lines[long]]]
    }
}

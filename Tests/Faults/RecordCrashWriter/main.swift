import Foundation
import Record

// Appends to a record as fast as it can until it is killed, and says on standard output what was acknowledged: the
// index, then the entry. Started with: DIRECTORY RUN.
let directory = RecordDirectory(CommandLine.arguments[1])
let run = CommandLine.arguments[2]
var limits = RecordWriter.Limits()
limits.journalBytes = 256 << 10

let isNew = !FileManager.default.fileExists(atPath: directory.key)
let writer =
    isNew
    ? try await RecordWriter.create(at: directory, key: try SigningKey(name: "crash.example/record"), limits: limits)
    : try await RecordWriter.open(directory, limits: limits)

await withTaskGroup(of: Void.self) { group in
    for caller in 0..<8 {
        group.addTask {
            var number = 0
            while true {
                let count = (number + caller) % 5 + 1
                let entries = (0..<count).map { Array("\(run) \(caller) \(number + $0)".utf8) }
                number += count
                guard let range = try? await writer.append(contentsOf: entries) else { return }
                let lines = zip(range, entries).map { "\($0) \(String(decoding: $1, as: UTF8.self))\n" }.joined()
                FileHandle.standardOutput.write(Data(lines.utf8))
            }
        }
    }
}

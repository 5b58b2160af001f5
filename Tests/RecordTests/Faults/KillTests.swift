import Foundation
import Glibc
import Testing

@testable import Record

/// A writer under load is killed at random moments and started again.
@Suite struct KillTests {
    private static let kills = isSoak ? 200 : 10

    @Test func nothingAcknowledgedIsLostWhenTheProcessIsKilled() async throws {
        let scratch = try Scratch()
        let record = scratch.record()
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let program = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("RecordCrashWriter")
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            return print("skipped: RecordCrashWriter was not built")
        }
        let acknowledged = Acknowledged()
        for kill in 0..<Self.kills {
            let output = Pipe()
            let child = Process()
            child.executableURL = program
            child.arguments = [record.path, "\(kill)"]
            child.standardOutput = output
            try child.run()
            let lines = Task.detached { Self.lines(output) }
            try await Task.sleep(for: .milliseconds(Int.random(in: 30...400)))
            Glibc.kill(child.processIdentifier, SIGKILL)
            child.waitUntilExit()
            for line in await lines.value {
                guard let space = line.firstIndex(of: " "), let index = UInt64(line[..<space]) else { continue }
                acknowledged.add(index..<index + 1, [Array(line[line.index(after: space)...].utf8)])
            }
            guard FileManager.default.fileExists(atPath: record.published + "/checkpoint") else { continue }
            let key = try SigningKey(readingFrom: record.key).verifierKey
            // As it is, with nothing mended: what was acknowledged had been published.
            try await acknowledged.check(DirectorySource(record), key: key, "kill \(kill)")
            #expect(try record.mend())
            try await acknowledged.check(DirectorySource(record), key: key, "kill \(kill), mended")
        }
        print("\(Self.kills) kills, \(acknowledged.count) acknowledged entries all there")
        #expect(acknowledged.count > Self.kills)
    }

    /// The whole lines that the child wrote; one that was cut short was not told to anybody.
    private static func lines(_ pipe: Pipe) -> [Substring] {
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let whole = text.lastIndex(of: "\n").map { text[..<$0] } ?? ""
        return whole.split(separator: "\n")
    }
}

import Foundation
import Testing

@testable import Record

/// A disk that refuses: full, broken, or taking only part of what it is given.
@Suite struct FailingDiskTests {
    private static let noSpace: Int32 = 28
    private static let inputOutput: Int32 = 5

    @Test(arguments: FailingFiles.Operation.allCases)
    func aFailureIsToldAndNothingAcknowledgedIsLost(operation: FailingFiles.Operation) async throws {
        for code in [Self.noSpace, Self.inputOutput] {
            for after in [0, 1, 2, 5, 17] {
                let scratch = try Scratch()
                let files = FailingFiles()
                let key = try SigningKey(name: "example.org/a")
                var limits = RecordWriter.Limits()
                limits.journalBytes = 4000
                let acknowledged = Acknowledged()
                let writer = try await RecordWriter.create(
                    at: scratch.record(), key: key, limits: limits, files: files)
                files.fail(operation, code: code, after: after)
                var refused = 0
                for round in 0..<60 {
                    let entries = sampleEntries(round * 10..<round * 10 + 10)
                    do {
                        acknowledged.add(try await writer.append(contentsOf: entries), entries)
                        acknowledged.add(await writer.checkpoint)
                    } catch {
                        refused += 1
                        if case .notWritten = error { continue }
                        guard case .stopped = error else {
                            Issue.record("\(operation): \(error)")
                            break
                        }
                        break
                    }
                }
                // Settling goes on in the background; what fails there stops the writer sooner or later.
                let expectsRefusal = operation != .truncate && operation != .fileSystem && operation != .directory
                #expect(!expectsRefusal || refused > 0, "\(operation) after \(after)")
                await writer.abandon()
                files.stopFailing()
                let again = try await RecordWriter.open(scratch.record(), limits: limits, files: files)
                try await acknowledged.check(
                    DirectorySource(scratch.record()), key: key.verifierKey, "\(operation) after \(after)")
                try await again.append([1])
                try await again.finish()
            }
        }
    }

    @Test func aFullDiskHoldsUpOnlyWhileItIsFull() async throws {
        let scratch = try Scratch()
        let files = FailingFiles()
        let writer = try await RecordWriter.create(
            at: scratch.record(), key: try SigningKey(name: "example.org/a"), files: files)
        #expect(try await writer.append(sampleEntry(0)) == 0)
        files.fail(.shortWrite, code: Self.noSpace)
        await #expect(throws: RecordError.self) { try await writer.append(sampleEntry(1)) }
        #expect(await writer.failure == nil, "the batch was cut off again; the writer goes on")
        files.stopFailing()
        #expect(try await writer.append(sampleEntry(2)) == 1)
        try await writer.finish()
    }

    @Test func aWriterThatCannotSynchroniseStops() async throws {
        let scratch = try Scratch()
        let files = FailingFiles()
        let writer = try await RecordWriter.create(
            at: scratch.record(), key: try SigningKey(name: "example.org/a"), files: files)
        files.fail(.synchronise, code: Self.inputOutput)
        await #expect(throws: RecordError.self) { try await writer.append([1]) }
        files.stopFailing()
        // After a failed fsync nobody knows what is on the disk, though a second one may succeed.
        await #expect(throws: RecordError.self) { try await writer.append([1]) }
        #expect(await writer.failure != nil)
        await writer.abandon()
        let again = try await RecordWriter.open(scratch.record())
        try await again.append([2])
        try await again.finish()
    }

    /// A real file system that fills up, where the machine lets us make one.
    @Test func aSmallFileSystemFillsUp() async throws {
        let scratch = try Scratch()
        let mount = Process()
        mount.executableURL = URL(fileURLWithPath: "/bin/mount")
        mount.arguments = ["-t", "tmpfs", "-o", "size=1m", "tmpfs", scratch.path]
        mount.standardError = FileHandle.nullDevice
        guard (try? mount.run()) != nil else { return print("skipped: no mount command") }
        mount.waitUntilExit()
        guard mount.terminationStatus == 0 else { return print("skipped: this user may not mount a small tmpfs") }
        defer {
            let unmount = Process()
            unmount.executableURL = URL(fileURLWithPath: "/bin/umount")
            unmount.arguments = ["-l", scratch.path]
            try? unmount.run()
            unmount.waitUntilExit()
        }
        let key = try SigningKey(name: "example.org/a")
        let acknowledged = Acknowledged()
        let writer = try await RecordWriter.create(at: scratch.record(), key: key)
        var failure: RecordError?
        for round in 0..<5000 where failure == nil {
            let entries = [[UInt8](repeating: UInt8(round & 0xFF), count: 200)]
            do { acknowledged.add(try await writer.append(contentsOf: entries), entries) } catch { failure = error }
        }
        #expect(failure?.description.contains("No space left on device") == true)
        #expect(acknowledged.count > 20)
        await writer.abandon()
        try await acknowledged.check(
            DirectorySource(scratch.record()), key: key.verifierKey, "full, as it is, with nothing mended")
    }
}

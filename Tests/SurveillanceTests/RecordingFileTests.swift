import Foundation
import Station
import Surveillance
import Testing

/// Files are opened plain or gzip, and what can't be read to its end is used as far as it goes.
@Suite struct RecordingFileTests {
    private static let count = 2_000 * thoroughness
    private let text = Array(
        ("time,icao24,lat,lon,baroaltitude\n"
            + (0..<count).map { "\($0),abcdef,48.\($0 % 1_000),2.25,3048\n" }.joined()).utf8)

    private func readAll(_ bytes: [UInt8], name: String = "states.csv") throws -> ReportBatch {
        let folder = FileManager.default.temporaryDirectory.appending(path: "recordings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: name).path
        try Data(bytes).write(to: URL(filePath: path))
        let file = try RecordingFile(path: path)
        var batch = ReportBatch()
        var fraction = 0.0
        while file.read(into: &batch) {
            let next = try #require(file.fraction)
            #expect(next >= fraction && next <= 1)
            fraction = next
        }
        #expect(fraction == 1)
        return batch
    }

    @Test func plainAndGzipReadTheSame() throws {
        let plain = try readAll(text)
        #expect(plain.reports.count == Self.count && plain.faultCount == 0)
        let packed = try readAll(gzip(text), name: "whatever")
        #expect(packed.reports == plain.reports && packed.faultCount == 0)
    }

    @Test func severalMembersAreOneStream() throws {
        let half = text.count / 2 + 7
        let batch = try readAll(gzip(Array(text[..<half])) + gzip([]) + gzip(Array(text[half...])) + [0, 0, 0])
        #expect(batch.reports.count == Self.count && batch.faultCount == 0)
    }

    @Test func aTruncatedArchiveIsUsedAsFarAsItGoes() throws {
        let packed = gzip(text)
        let batch = try readAll(Array(packed[..<(packed.count / 2)]), name: "states.csv.gz")
        #expect(abs(batch.reports.count - Self.count / 2) < Self.count / 20)
        #expect(batch.faults.contains { $0.code == .truncated && $0.reason.contains("archive") })
    }

    @Test func aDamagedArchiveIsUsedUpToTheDamage() throws {
        var packed = gzip(text)
        // Wider than a stored block, so that a block's head is hit.
        let width = min(70_000, packed.count / 2)
        packed.replaceSubrange(packed.count / 2..<packed.count / 2 + width, with: repeatElement(0xFF, count: width))
        let batch = try readAll(packed)
        #expect(batch.reports.count > Self.count / 4)
        #expect(batch.faults.contains { $0.reason.contains("damaged") })
    }

    @Test func whatFollowsTheArchiveIsAFault() throws {
        let batch = try readAll(gzip(text) + Array("and more".utf8))
        #expect(batch.reports.count == Self.count)
        #expect(batch.faults.map(\.code) == [.syntax])
    }

    @Test func errorsSayWhatToDo() throws {
        #expect(throws: RecordingError.self) { try RecordingFile(path: "/nowhere/x.csv") }
        #expect(throws: RecordingError.self) { try RecordingFile(path: "/") }
        #expect(throws: RecordingError.self) { try readAll(Array("hello".utf8), name: "x.bin") }
        let empty = try readAll([], name: "empty.csv")
        #expect(empty.reports.isEmpty)
    }

    /// A gzip member with stored blocks (RFC 1951, 3.2.4; RFC 1952): no compressor needed.
    private func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(60_000)
            rest = rest.dropFirst(60_000)
            packed.append(rest.isEmpty ? 1 : 0)
            packed += little(UInt32(block.count), 2) + little(~UInt32(block.count), 2) + block
        } while !rest.isEmpty
        var remainder: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            remainder ^= UInt32(byte)
            for _ in 0..<8 { remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1 }
        }
        return packed + little(~remainder, 4) + little(UInt32(bytes.count), 4)
    }

    private func little(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }
}

import Foundation
import Record

// Everything happens in a directory below the present one, so that it is measured on the disk the project lies on.
let process = ProcessInfo.processInfo.processIdentifier
let directory = FileManager.default.currentDirectoryPath + "/record-benchmark-\(process)"
try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(atPath: directory) }

let total = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
let disk = try Machine.synchronisationSeconds(in: directory)
print(
    "disk: one synchronised append of 4 KiB takes \(text(disk.median * 1e3, digits: 2)) ms (median), "
        + "\(text(disk.p99 * 1e3, digits: 2)) ms (p99)")

let key = try SigningKey(name: "benchmark.example/record")
let record = RecordDirectory(directory + "/throughput")
try await Throughput(record: record, key: key, total: total).run()
try await VerificationSpeed(record: record, key: key).run()
try await Latency(record: RecordDirectory(directory + "/latency"), key: key).run()

import Record

/// Durable entries a second, appended in calls of 100 entries by 64 callers, and the memory this takes.
struct Throughput {
    let record: RecordDirectory
    let key: SigningKey
    let total: Int

    func run() async throws {
        let writer = try await RecordWriter.create(at: record, key: key)
        let clock = ContinuousClock()
        var memory: [Int] = []
        let processor = Machine.processorSeconds()
        let time = try await clock.measure {
            for _ in 0..<4 {
                try await append(total / 4, to: writer)
                memory.append(Machine.residentBytes() >> 20)
            }
        }
        let used = Machine.processorSeconds() - processor
        try await writer.finish()
        let entries = Double(total / 4 * 4)
        print(
            "append: \(Int(entries / seconds(time))) durable entries/s of 200 bytes by 64 callers, "
                + "\(Int(entries / used)) for each processor second; memory after each quarter "
                + "\(memory.map(String.init).joined(separator: ", ")) MiB")
    }

    private func append(_ count: Int, to writer: RecordWriter) async throws {
        let callers = 64
        let each = count / callers / 100
        try await withThrowingTaskGroup(of: Void.self) { group in
            for caller in 0..<callers {
                group.addTask {
                    for round in 0..<each + (caller < count / 100 % callers ? 1 : 0) {
                        let entries = (0..<100).map { entry(UInt64(caller) << 40 | UInt64(round * 100 + $0)) }
                        _ = try await writer.append(contentsOf: entries)
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}

/// 200 bytes that differ from entry to entry.
func entry(_ number: UInt64) -> [UInt8] {
    var bytes = [UInt8](repeating: 0x20, count: 200)
    for i in 0..<8 { bytes[i] = UInt8(truncatingIfNeeded: number >> UInt64(8 * i)) }
    return bytes
}

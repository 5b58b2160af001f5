import Record

/// From the call to its return, one entry a call, at a fixed rate of calls, however long the earlier ones take.
struct Latency {
    let record: RecordDirectory
    let key: SigningKey
    var perSecond = 20_000
    var duration = 10

    func run() async throws {
        let writer = try await RecordWriter.create(at: record, key: key)
        let clock = ContinuousClock()
        let processor = Machine.processorSeconds()
        let start = clock.now
        let times = try await withThrowingTaskGroup(of: Double.self) { group in
            // Every millisecond a millisecond's worth, so that the load is offered and does not wait for the disk.
            for millisecond in 0..<(duration * 1000) {
                let due = start + .milliseconds(millisecond)
                try await clock.sleep(until: due, tolerance: .zero)
                for number in 0..<(perSecond / 1000) {
                    let bytes = entry(UInt64(millisecond * 1000 + number))
                    group.addTask {
                        // Measured from when it was due, so that a late start counts as latency.
                        try await writer.append(bytes)
                        return seconds(due.duration(to: clock.now))
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let took = seconds(start.duration(to: clock.now))
        let used = Machine.processorSeconds() - processor
        try await writer.finish()
        print(
            "latency: \(times.count) entries offered at \(perSecond)/s, served at \(Int(Double(times.count) / took))/s: "
                + "append to durable p50 \(text(quantile(times, 0.5) * 1e3)) ms, p99 \(text(quantile(times, 0.99) * 1e3)) ms, "
                + "worst \(text((times.max() ?? 0) * 1e3)) ms, with \(text(used / took, digits: 2)) processors")
    }
}

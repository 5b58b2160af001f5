import Record

/// How long it takes to hash a whole record again.
struct VerificationSpeed {
    let record: RecordDirectory
    let key: SigningKey

    func run() async throws {
        let source = DirectorySource(record)
        var times: [Double] = []
        var processor: [Double] = []
        var checked: UInt64 = 0
        for _ in 0..<3 {
            let before = Machine.processorSeconds()
            let time = try await ContinuousClock().measure {
                let result = await RecordVerifier.verify(source, policy: VerificationPolicy(key: key.verifierKey))
                if let problem = result.problem { throw problem }
                checked = result.checkedEntries
            }
            times.append(seconds(time))
            processor.append(Machine.processorSeconds() - before)
        }
        print(
            "verify: \(checked) entries in \(text(times.min() ?? 0, digits: 2)) s, "
                + "\(text(processor.min() ?? 0, digits: 2)) processor seconds on one core (best of 3)")
    }
}

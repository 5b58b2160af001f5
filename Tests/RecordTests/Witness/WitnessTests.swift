import Testing

@testable import Record

@Suite struct WitnessTests {
    private let log: SigningKey
    private let key: SigningKey
    private let source: MemorySource
    private let reader: RecordReader

    init() async throws {
        log = try SigningKey(name: "example.org/a")
        key = try SigningKey(name: "example.org/w")
        source = try MemorySource(entries: sampleEntries(0..<1000), key: log)
        reader = RecordReader(source: source, trusting: try await source.newestCheckpoint().checkpoint)
    }

    private func request(from old: UInt64, to new: UInt64) async throws -> WitnessRequest {
        let checkpoint = Checkpoint(origin: log.name, size: new, root: try await reader.root(atSize: new))
        let proof = old == 0 ? [] : try await reader.consistencyProof(fromSize: old, toSize: new).hashes
        return WitnessRequest(
            oldSize: old, proof: proof, checkpoint: try SignedCheckpoint(signing: checkpoint, with: log))
    }

    private func witness(_ scratch: Scratch) throws -> Witness {
        try Witness(scratch.path + "/witness", key: key, logs: [log.verifierKey])
    }

    @Test func growthIsCosignedAndRememberedAcrossARestart() async throws {
        let scratch = try Scratch()
        let first = try witness(scratch)
        for (old, new) in [(0, 10), (10, 10), (10, 300), (300, 999)] as [(UInt64, UInt64)] {
            let request = try await request(from: old, to: new)
            let response = await first.addCheckpoint(request.bytes, timeUnixSeconds: 1_700_000_000)
            guard case .cosigned(let signatures) = response else {
                Issue.record("\(old) to \(new): \(response)")
                continue
            }
            #expect(response.status == 200)
            #expect(request.checkpoint.adding(signatures).cosigners(among: [key.cosignatureKey]).count == 1)
            #expect(try NoteSignature(line: response.body.dropLast()) == signatures[0])
        }
        #expect(throws: RecordError.self, "two witnesses on one directory") { try witness(scratch) }
        await first.finish()
        let again = try witness(scratch)
        let response = await again.addCheckpoint(
            try await request(from: 300, to: 1000).bytes, timeUnixSeconds: 1_700_000_001)
        #expect(response == .conflict(knownSize: 999, evidence: nil))
        #expect(response.status == 409)
        #expect(response.contentType == "text/x.tlog.size")
        #expect(response.body == "999\n")
    }

    @Test func everyRefusalHasItsStatus() async throws {
        let scratch = try Scratch()
        let witness = try witness(scratch)
        func status(_ body: [UInt8]) async -> Int {
            await witness.addCheckpoint(body, timeUnixSeconds: 1).status
        }
        #expect(await status([]) == 400)
        #expect(await status(Array("old 01\n\n".utf8) + (try await request(from: 0, to: 1)).checkpoint.bytes) == 400)
        #expect(await status(try await request(from: 0, to: 100).bytes) == 200)
        var request = try await request(from: 100, to: 200)
        let good = request
        request.proof[0] = .leaf([])
        #expect(await status(request.bytes) == 422)
        request.proof = []
        #expect(await status(request.bytes) == 422)
        request = good
        request.oldSize = 300
        #expect(await status(request.bytes) == 400)
        request.oldSize = 99
        #expect(await status(request.bytes) == 409)
        let stranger = try SigningKey(name: log.name)
        request = WitnessRequest(
            oldSize: 100, proof: good.proof,
            checkpoint: try SignedCheckpoint(signing: good.checkpoint.checkpoint, with: stranger))
        #expect(await status(request.bytes) == 403)
        let other = try log.renamed("example.org/b")
        let unknown = Checkpoint(origin: other.name, size: 1, root: .leaf([]))
        request = WitnessRequest(
            oldSize: 0, proof: [], checkpoint: try SignedCheckpoint(signing: unknown, with: other))
        #expect(await status(request.bytes) == 404)
        #expect(await status(good.bytes) == 200, "after all these refusals the witness still goes on")
        #expect(await status([UInt8](repeating: 0x61, count: 1 << 20)) == 400)
        #expect(
            await status(
                Array(("old 200\n" + String(repeating: "\(TreeHash.emptyTree)\n", count: 64) + "\n").utf8)
                    + good.checkpoint.bytes) == 400)
    }

    @Test func anotherHistoryOfTheSameSizeIsEvidence() async throws {
        let scratch = try Scratch()
        let witness = try witness(scratch)
        _ = await witness.addCheckpoint(try await request(from: 0, to: 100).bytes, timeUnixSeconds: 1)
        let forked = try SignedCheckpoint(
            signing: Checkpoint(origin: log.name, size: 100, root: .leaf([])), with: log)
        let response = await witness.addCheckpoint(
            WitnessRequest(oldSize: 100, proof: [], checkpoint: forked).bytes, timeUnixSeconds: 1)
        guard case .conflict(100, let evidence?) = response else {
            Issue.record("\(response)")
            return
        }
        #expect(evidence.second == forked)
    }

    /// Many at once from the same old size: one is cosigned, the rest learn the new size. Nothing is rolled back.
    @Test func checkingAndStoringAreOneStep() async throws {
        let scratch = try Scratch()
        let witness = try witness(scratch)
        _ = await witness.addCheckpoint(try await request(from: 0, to: 10).bytes, timeUnixSeconds: 1)
        var requests: [WitnessRequest] = []
        for size in 11...60 { requests.append(try await request(from: 10, to: UInt64(size))) }
        let responses = await withTaskGroup(of: WitnessResponse.self) { group in
            for request in requests {
                group.addTask { await witness.addCheckpoint(request.bytes, timeUnixSeconds: 1) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(responses.count { $0.status == 200 } == 1)
        #expect(responses.count { $0.status == 409 } == 49)
    }

    @Test func whatCannotBeStoredIsNotCosigned() async throws {
        let scratch = try Scratch()
        let files = FailingFiles()
        let witness = try Witness(scratch.path + "/witness", key: key, logs: [log.verifierKey], files: files)
        for failure in FailingFiles.Operation.allCases {
            files.fail(failure, code: 28)
            let response = await witness.addCheckpoint(try await request(from: 0, to: 5).bytes, timeUnixSeconds: 1)
            #expect(response.status == (files.hasFailed ? 503 : 200), "\(failure)")
            files.stopFailing()
            if response.status == 200 { return }
        }
    }
}

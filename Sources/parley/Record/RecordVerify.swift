import Accord
import ArgumentParser
import Foundation
import Record
import Station

/// `parley record verify`: what a record proves, in one plain sentence.
struct RecordVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check a record, here or at an address, or a proof; say what was proved and what was not.",
        discussion: """
            Everything that is there is hashed again and held against the newest checkpoint, that against the key, the \
            witnesses, and every checkpoint of this key that was accepted here before (in $XDG_STATE_HOME/parley/checkpoints). \
            A record that continues another is followed back, as far as the older ones are found: those given with \
            --previous, and those beside TARGET. Exit status 0: proved (without --key: consistent, and no more); 1: refused.
            """)

    @Argument(
        help: ArgumentHelp(
            "A record's directory, the http address of one, a proof file, or the directory of an extract.",
            valueName: "target"))
    var target: String
    @Option(
        help: ArgumentHelp(
            "The verifier key of the record, or of the party that wrote it; of an extract, once for each.",
            valueName: "vkey"))
    var key: [String] = []
    @Option(help: ArgumentHelp("The verifier key of a witness; once for each.", valueName: "vkey"))
    var witness: [String] = []
    @Option(help: "How many of the witnesses must have cosigned; all, unless given.") var quorum: Int?
    @Option(help: ArgumentHelp("A checkpoint seen before, which the record must extend.", valueName: "file"))
    var old: [String] = []
    @Option(help: ArgumentHelp("For a proof: the entry, as the bytes it is.", valueName: "file")) var entry: String?
    @Option(help: ArgumentHelp("Where a record is that this one continues.", valueName: "dir or address"))
    var previous: [String] = []

    func validate() throws {
        if let quorum, quorum < 0 || quorum > witness.count {
            throw ValidationError("--quorum is at most the number of witnesses given, \(witness.count).")
        }
    }

    func run() async throws {
        var isRefused = true
        try await explained {
            if !RecordTarget.isAddress(target), ExtractVerifier.isExtract(target) {
                let results = try ExtractVerifier.verify(target, keys: try key.map { try VerifierKey($0) })
                for result in results { print(result.sentence) }
                isRefused = results.contains { $0.isRefused }
                return
            }
            guard key.count <= 1 else { throw RecordError.malformed("a record has one key; \(key.count) were given") }
            var verifierKey = try key.first.map { try VerifierKey($0) }
            if let given = verifierKey, let checkpoint = try await shownCheckpoint() {
                verifierKey = RecordOrigin.key(of: checkpoint, among: [given]) ?? given
            }
            var policy = VerificationPolicy(
                key: verifierKey, witnesses: try witness.map { try VerifierKey($0) }, quorum: quorum)
            policy.older = try old.map { try SignedCheckpoint(Self.contents(of: $0)) }
            let archive = CheckpointArchive.userDirectory(environment: ProcessInfo.processInfo.environment)
                .map { CheckpointArchive($0) }
            if let verifierKey, let archive { policy.older += try archive.accepted(for: verifierKey) }
            let results = try await verify(policy)
            for result in results { print(result.sentence) }
            if let link = results.last?.previous {
                print("Not looked at: \(link.key.name), which this continues; name its place with --previous.")
            }
            isRefused = !results.allSatisfy { $0.problem == nil }
            let isProved = results.allSatisfy(\.isProved)
            if let fork = results.lazy.compactMap(\.fork).first { try Self.keep(fork) }
            if isProved, let verifierKey, let checkpoint = results.first?.checkpoint {
                try archive?.accept(checkpoint, for: verifierKey)
            }
        }
        if isRefused { throw ExitCode.failure }
    }

    /// The checkpoint of the target, not verified; nil when there is none to be read, which verifying tells.
    private func shownCheckpoint() async throws -> SignedCheckpoint? {
        if let proof = try Self.proof(at: target) { return proof.checkpoint }
        return try? await RecordTarget.source(target).newestCheckpoint()
    }

    private func verify(_ policy: VerificationPolicy) async throws -> [Verification] {
        if let proof = try Self.proof(at: target) {
            guard let entry else { throw RecordError.malformed("a proof is checked with its entry: --entry FILE") }
            let bytes = try Self.contents(of: entry)
            let exact = RecordVerifier.verify(proof, entry: bytes, policy: policy)
            guard exact.problem != nil, bytes.last == UInt8(ascii: "\n") else { return [exact] }
            // A line that was saved to a file has a line break that the entry does not have.
            let trimmed = RecordVerifier.verify(proof, entry: Array(bytes.dropLast()), policy: policy)
            return [trimmed.problem == nil ? trimmed : exact]
        }
        let places = try Predecessors(previous: previous, beside: target)
        return await RecordVerifier.verifyChain(try RecordTarget.source(target), policy: policy) { link in
            try await places.find(link.key.name)
        }
    }

    /// The proof in a file; nil when the target is a directory or an address.
    private static func proof(at path: String) throws -> TransparencyProof? {
        var isDirectory: ObjCBool = false
        guard !RecordTarget.isAddress(path) else { return nil }
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw RecordError.directory(path: path, reason: "is not there")
        }
        return isDirectory.boolValue ? nil : try TransparencyProof(contents(of: path))
    }

    static func contents(of path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw RecordError.directory(path: path, reason: "can't be read")
        }
        return Array(data)
    }

    private static func keep(_ fork: ForkEvidence) throws {
        for (name, checkpoint) in [("fork-1.checkpoint", fork.first), ("fork-2.checkpoint", fork.second)] {
            try Data(checkpoint.bytes).write(to: URL(fileURLWithPath: name))
        }
        print("Both signed checkpoints are kept as evidence: fork-1.checkpoint, fork-2.checkpoint.")
    }
}

import Accord
import ArgumentParser
import Record

/// `parley record fork`: whether two signed checkpoints can both be true.
struct RecordFork: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fork",
        abstract: "Show that two signed checkpoints cannot both be true.",
        discussion: """
            Two roots of one size contradict each other outright. For different sizes the hashes of the newer one are needed: \
            --record DIR_OR_ADDRESS. Exit status 0: they are evidence of a fork; 1: nothing speaks against both.
            """)

    @Argument(help: ArgumentHelp("A signed checkpoint.", valueName: "file")) var first: String
    @Argument(help: ArgumentHelp("Another one.", valueName: "file")) var second: String
    @Option(help: ArgumentHelp("The verifier key of the record, or of the party that wrote it.", valueName: "vkey"))
    var key: String
    @Option(help: ArgumentHelp("The record that the newer checkpoint is of.", valueName: "dir or address"))
    var record: String?

    func run() async throws {
        var isFork = false
        try await explained {
            let given = try VerifierKey(self.key)
            let pair = try [first, second].map { try SignedCheckpoint(RecordVerify.contents(of: $0)) }
                .sorted { $0.checkpoint.size < $1.checkpoint.size }
            let key = RecordOrigin.key(of: pair[1], among: [given]) ?? given
            let evidence = try await evidence(older: pair[0], newer: pair[1], key: key)
            isFork = evidence != nil
            print(evidence.map { "Evidence: \($0.reason). Whoever has the key can check it." } ?? innocence(pair))
        }
        if !isFork { throw ExitCode.failure }
    }

    private func evidence(
        older: SignedCheckpoint, newer: SignedCheckpoint, key: VerifierKey
    ) async throws -> ForkEvidence? {
        if let evidence = try ForkEvidence(older, newer, key: key) { return evidence }
        guard older.checkpoint.size < newer.checkpoint.size, let record else { return nil }
        let reader = RecordReader(source: try RecordTarget.source(record), trusting: newer.checkpoint)
        let root = try await reader.root(atSize: older.checkpoint.size)
        return try ForkEvidence(older: older, newer: newer, rootOfNewerAtOlderSize: root, key: key)
    }

    private func innocence(_ pair: [SignedCheckpoint]) -> String {
        guard pair[0].checkpoint.size != pair[1].checkpoint.size else { return "No fork: both say the same." }
        return record == nil
            ? "Not decided: the sizes differ, \(pair[0].checkpoint.size) and \(pair[1].checkpoint.size); "
                + "name the record of the newer one with --record."
            : "No fork: the newer one extends the older one."
    }
}

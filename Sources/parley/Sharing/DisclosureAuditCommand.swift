import Accord
import Airspace
import ArgumentParser
import Station

/// `parley disclosure audit`: proves from this station's own records that nothing left that was not agreed.
struct DisclosureAuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract:
            "Prove from our own records and the agreements that every entry that left was allowed, and by which rule.",
        discussion: """
            It reads the directory and needs no running station. Status 0: every entry was allowed. Status 1: some were not; \
            each is named.
            """)

    @Option(help: ArgumentHelp("The directory of the node.", valueName: "dir"))
    var data: String

    @Option(help: ArgumentHelp("Only what was told to this party.", valueName: "party"), transform: { $0.uppercased() })
    var to: String?

    @Flag(help: "One line for every entry, not only a count for each rule.")
    var each = false

    func run() async throws {
        var violations = 0
        var entries = 0
        var missing: UInt64 = 0
        try await explained("disclosure audit") {
            try await RecordedDisclosure(directory: data).run(peer: to) { report in
                entries += report.findings.count
                missing += report.missing
                violations += report.findings.count { !$0.violations.isEmpty }
                show(report)
            }
        }
        print(
            violations == 0
                ? "Every one of \(entries) entries was allowed by a rule that was in force."
                : "\(violations) of \(entries) entries were not allowed.")
        if missing > 0 {
            print(
                "\(missing) more are missing here, as after a restore: nothing is said of them. Their reader has them."
            )
        }
        if violations > 0 { throw ExitCode.failure }
    }

    private func show(_ report: RecordedDisclosure.Report) {
        print("\(report.origin): \(report.findings.count) entries for \(report.peer)")
        if report.missing > 0 { print("  \(report.missing) more that \(report.peer) has signed for are missing here") }
        var counts: [String: Int] = [:]
        for finding in report.findings {
            let rule = finding.rule ?? "none"
            counts[rule, default: 0] += 1
            let time = UTCTime.string(unixSeconds: finding.atUnixSeconds, fractionDigits: 3)
            if each { print("  \(finding.index)\t\(time)\t\(finding.type)\t\(rule)") }
            for violation in finding.violations {
                print("  \(finding.index)\t\(time)\t\(finding.type)\tNOT ALLOWED: \(violation)")
            }
        }
        guard !each else { return }
        for (rule, count) in counts.sorted(by: { $0.key < $1.key }) { print("  \(count)\tby \(rule)") }
    }
}

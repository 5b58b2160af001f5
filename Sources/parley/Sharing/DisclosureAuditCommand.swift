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
            It reads the directory and needs no running station. Status 0: no entry was found that was not allowed. Status 1: \
            some were; each is named. Whose an aircraft was is in our private record; where that does not say so any more, \
            as when own tracks were kept long enough and are dropped, the entries are counted.
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
        var lacks: [OwnHistory.Lack: Int] = [:]
        try await explained("disclosure audit") {
            try await RecordedDisclosure(directory: data).run(
                peer: to, finding: { show($0, of: $1) },
                report: { report in
                    entries += report.entries
                    missing += report.missing
                    violations += report.violations
                    lacks.merge(report.lacks, uniquingKeysWith: +)
                    show(report)
                })
        }
        if violations > 0 {
            print("\(violations) of \(entries) entries were not allowed.")
        } else {
            let limit = lacks.isEmpty ? "" : ", as far as it can be checked"
            print("Every one of \(entries) entries was allowed by a rule that was in force\(limit).")
        }
        for lack in OwnHistory.Lack.allCases {
            guard let count = lacks[lack] else { continue }
            print(
                "Who it was can \(lack == .dropped ? "no longer" : "not") be checked: \(count) entries, \(lack.reason)."
            )
        }
        if missing > 0 {
            print(
                "\(missing) more are missing here, as after a restore: nothing is said of them. Their reader has them."
            )
        }
        if violations > 0 { throw ExitCode.failure }
    }

    /// A finding as a line, if it is not as it should be or every one is asked for.
    private func show(_ finding: DisclosureAudit.Finding, of origin: String) {
        guard each || !finding.violations.isEmpty else { return }
        let time = UTCTime.string(unixSeconds: finding.atUnixSeconds, fractionDigits: 3)
        let line = "\(origin) \(finding.index)\t\(time)\t\(finding.type)"
        if each {
            let doubt = finding.lack.map { "\twhose it was can't be checked: \($0.reason)" } ?? ""
            print("\(line)\t\(finding.rule ?? "none")\(doubt)")
        }
        for violation in finding.violations { print("\(line)\tNOT ALLOWED: \(violation)") }
    }

    private func show(_ report: RecordedDisclosure.Report) {
        print("\(report.origin): \(report.entries) entries for \(report.peer)")
        if report.missing > 0 { print("  \(report.missing) more that \(report.peer) has signed for are missing here") }
        guard !each else { return }
        for (rule, count) in report.rules.sorted(by: { $0.key < $1.key }) { print("  \(count)\tby \(rule)") }
    }
}

extension OwnHistory.Lack {
    /// Why, in plain words.
    fileprivate var reason: String {
        switch self {
        case .noRecord: "there is no private record of that time here"
        case .dropped: "their own tracks were kept as long as was set, and are dropped"
        case .notWritten: "the private record of that time has no own track of the aircraft"
        case .notOpened: "no opening of their pseudonyms is here"
        }
    }
}

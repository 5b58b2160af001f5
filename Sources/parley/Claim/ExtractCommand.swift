import Accord
import ArgumentParser
import Foundation
import Inquiry
import Record
import Separation
import Station

/// `parley extract`: entries released with their proofs.
struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Take entries out of records, with all that others need to check them.",
        subcommands: [ExtractMake.self, ExtractRequest.self, ExtractApprove.self, ExtractReleases.self],
        defaultSubcommand: ExtractMake.self)
}

/// `parley extract make`, or `parley extract` alone.
struct ExtractMake: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Make the extract (the default).",
        discussion: """
            The directory gets a page that checks itself in a browser, offline (index.html), each entry with its proof, signed \
            checkpoints, keys, and how many entries of which types are withheld. `parley record verify DIR` checks it. \
            From a station's own records (its private record among them) the release must have been asked for (release/1) with \
            exactly this query, and approved by a spokesperson and an investigator, two different people (release-approved/1): \
            `parley extract request`, then twice `parley extract approve`. Both approvals are part of the extract, so the record of \
            the day on which they were given is among those named.

            Terms of a query, of which all must hold: from:TIME to:TIME type:TYPE,… track:NAME,… Besides goes out what is named \
            by entry:RECORD#INDEX,… and what the findings on a claim rest on, claim:SHA256 (--claim adds it). \
            Entries about aircraft go out only for those that are named, by the query or by the claim.
            """)

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Directories or addresses of records.", valueName: "dir or address"))
    var record: [String]
    @Option(help: "Which entries, such as “from:2015-11-03T09:20:00Z type:message/1”.") var query = ""
    @Option(name: .shortAndLong, help: ArgumentHelp("The directory to make.", valueName: "dir")) var output: String
    @Option(
        help: ArgumentHelp("A claim: its findings are shown, and the entries they rest on released.", valueName: "file")
    )
    var claim: String?
    @Option(
        help: ArgumentHelp(
            "The verifier key of a record, or of the party that wrote it; once for each.", valueName: "vkey"))
    var key: [String] = []
    @Option(help: ArgumentHelp("The verifier key of a witness; once for each.", valueName: "vkey")) var witness:
        [String] = []

    @Option(
        help: ArgumentHelp(
            "The address of an authority that stamps the checkpoints (RFC 3161, through openssl).", valueName: "url"))
    var timestamp: String?

    func run() async throws {
        do {
            let records = try record.map { ClaimRecord(name: $0, source: try RecordTarget.source($0)) }
            let keys = try key.map { try VerifierKey($0) }
            var report: ClaimReport?
            let query = ExtractQuery.text(query, withClaim: try claim.map(Self.sha256))
            if let claim {
                report = try await ClaimCheck.check(
                    try ClaimCheckCommand.claim(at: claim), records: records, keys: keys,
                    accelerationMetresPerSecondSquared: UncertainTrack.ordinaryAcceleration
                ) { _, _ in }
            }
            var maker = ExtractMaker(
                query: try ExtractQuery(parsing: query), keys: keys, witnesses: try witness.map { try VerifierKey($0) },
                report: report)
            maker.timeStampAddress = timestamp
            let outcome = try await maker.make(from: records, in: output)
            for note in outcome.notes { tell(note) }
            announce("\(output): \(outcome.released) entries released, \(outcome.withheld) withheld")
        } catch let error as InquiryError {
            tell("\(error)")
            throw ExitCode.failure
        } catch let error as RecordError {
            tell("\(error)")
            throw ExitCode.failure
        }
    }

    /// What a claim file is called in a query.
    static func sha256(_ path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw InquiryError.claim(path: path, line: nil, reason: "can't be read")
        }
        return AgreementDocument.sha256(of: Array(data))
    }
}

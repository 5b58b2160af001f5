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
        discussion: """
            The directory gets a page that checks itself in a browser, offline (index.html), each entry with its proof, signed \
            checkpoints, keys, and how many entries of which types are withheld. `parley record verify DIR` checks it. \
            From a station's own records (its private record among them) the release must have been asked for (release/1) with \
            exactly this query, and approved by two different people (release-approved/1); both are part of the extract.

            Terms of a query, of which all must hold: from:TIME to:TIME type:TYPE,… track:NAME,… entry:RECORD#INDEX,… \
            Entries about aircraft go out only for those that are named.
            """)

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Directories or addresses of records.", valueName: "dir or address"))
    var record: [String]
    @Option(help: "Which entries, such as “from:2015-11-03T09:20:00Z type:message/1”.") var query: String
    @Option(name: .shortAndLong, help: ArgumentHelp("The directory to make.", valueName: "dir")) var output: String
    @Option(
        help: ArgumentHelp("A claim: its findings are shown, and the entries they rest on released.", valueName: "file")
    )
    var claim: String?
    @Option(help: ArgumentHelp("The verifier key of a record; once for each.", valueName: "vkey")) var key: [String] =
        []
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
}

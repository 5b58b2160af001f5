import ArgumentParser
import Foundation
import Inquiry
import Record
import Station

/// `parley claim index`: records verified once, and made ready for many claims.
struct ClaimIndexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Verify records and build an index of them, so that claims are checked without reading them again.")

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Directories or addresses of records.", valueName: "dir or address"))
    var record: [String]
    @Option(
        help: ArgumentHelp(
            "The verifier key of a record, or of the party that wrote it; once for each.", valueName: "vkey"))
    var key: [String] = []
    @Option(name: .shortAndLong, help: ArgumentHelp("The index to write.", valueName: "file")) var output: String

    func run() async throws {
        do {
            var progress = ReviewProgress()
            let lines = try await ClaimCheck.buildIndex(
                of: try record.map { ClaimRecord(name: $0, source: try RecordTarget.source($0)) },
                keys: try key.map { try VerifierKey($0) }, at: output
            ) { progress.show($0, $1) }
            progress.clear()
            for line in lines { announce(line) }
        } catch let error as InquiryError {
            tell("\(error)")
            throw ExitCode.failure
        } catch let error as RecordError {
            tell("\(error)")
            throw ExitCode.failure
        }
    }
}

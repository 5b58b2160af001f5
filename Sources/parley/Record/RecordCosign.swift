import ArgumentParser
import Foundation
import Record
import Station

/// `parley record cosign`: asks witnesses for their cosignatures.
struct RecordCosign: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cosign",
        abstract: "Ask witnesses to cosign the newest checkpoint, and publish what they sign.",
        discussion: "A witness that knows an older size is sent the consistency proof from there.")

    @OptionGroup var place: RecordPlace
    @Option(
        help: ArgumentHelp(
            "The verifier key of a witness and its address, joined by a comma.", valueName: "vkey,address"))
    var witness: [String]

    func run() async throws {
        var missing = 0
        try await explained {
            let writer = try await RecordWriter.open(RecordDirectory(place.directory))
            do {
                missing = try await cosign(writer)
            } catch {
                try? await writer.finish()
                throw error
            }
            try await writer.finish()
        }
        if missing > 0 { throw ExitCode.failure }
    }

    /// Returns how many witnesses did not cosign.
    private func cosign(_ writer: RecordWriter) async throws -> Int {
        let newest = await writer.checkpoint
        let reader = RecordReader(source: DirectorySource(writer.directory), trusting: newest.checkpoint)
        var signed = newest
        var missing = 0
        for text in witness {
            let parts = text.split(separator: ",", maxSplits: 1)
            guard parts.count == 2 else { throw RecordError.malformed("“\(text)” is not VKEY,ADDRESS") }
            let client = WitnessClient(key: try VerifierKey(String(parts[0])), address: String(parts[1]))
            do {
                signed = signed.adding([try await client.cosignature(on: newest, reader: reader)])
                print("\(client.key.name) cosigned \(newest.checkpoint.size) entries.")
            } catch {
                missing += 1
                tell("\(client.key.name) did not cosign: \(error)")
            }
        }
        if signed != newest { try await writer.publish(cosigned: signed) }
        return missing
    }
}

import Accord
import Foundation
public import Inquiry
public import Record

/// A record that a claim is held against: where it is, under what name it is spoken of, and the key that must have signed it.
public struct ClaimRecord: Sendable {
    /// Its directory or address.
    public var name: String
    /// Where its parts come from.
    public var source: any TileSource

    /// A record.
    public init(name: String, source: any TileSource) {
        self.name = name
        self.source = source
    }
}

extension ClaimCheck {
    /// Verifies records, then holds a claim against them.
    ///
    /// - Parameter keys: the keys that must have signed, of records or of the parties that wrote them; a record with none of them is said
    ///   to be unconfirmed.
    /// - Throws: `InquiryError.evidence` for a record that is refused: nothing is found from what was tampered with.
    public static func check(
        _ claim: Claim, records: [ClaimRecord], keys: [VerifierKey],
        accelerationMetresPerSecondSquared acceleration: Double,
        onProgress: (Double?, String) -> Void
    ) async throws -> ClaimReport {
        let started = ContinuousClock.now
        let asksBeyond = claim.propositions.contains { if case .nothingBeyond = $0.statement { true } else { false } }
        let evidence = try await ClaimEvidence.collect(
            records, keys: keys, isAudited: asksBeyond, onProgress: onProgress)
        let note = "verified and read in \(seconds(started.duration(to: .now))) s"
        return try check(claim, evidence, acceleration, note, onProgress: onProgress)
    }

    /// Holds a claim against an index that was built of verified records beforehand.
    ///
    /// - Throws: `InquiryError.evidence` for a file that is no index.
    public static func check(
        _ claim: Claim, index path: String, accelerationMetresPerSecondSquared acceleration: Double,
        onProgress: (Double?, String) -> Void
    ) throws -> ClaimReport {
        let started = ContinuousClock.now
        let data: Data
        do { data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped) } catch {
            throw InquiryError.evidence(name: path, reason: "can't be read: \(error.localizedDescription)")
        }
        let index = try RecordIndex.read(data, name: path)
        let evidence = ClaimEvidence(
            library: index.library, testimony: index.testimony, sentences: index.sentences, faults: [])
        let note =
            "from the index \(path), whose records were verified when it was built; opened in \(seconds(started.duration(to: .now))) s"
        return try check(claim, evidence, acceleration, note, onProgress: onProgress)
    }

    /// Verifies records and builds an index of them beside, which answers without reading them again.
    ///
    /// - Returns: what was done, in one line each.
    public static func buildIndex(
        of records: [ClaimRecord], keys: [VerifierKey], at path: String, onProgress: (Double?, String) -> Void
    ) async throws -> [String] {
        let started = ContinuousClock.now
        let evidence = try await ClaimEvidence.collect(
            records, keys: keys, isAudited: true, onProgress: onProgress)
        let staging = path + ".new"
        do {
            try Data().write(to: URL(filePath: staging))
            let file = try FileHandle(forWritingTo: URL(filePath: staging))
            try RecordIndex.write(
                library: evidence.library, testimony: evidence.testimony, sentences: evidence.sentences
            ) { try file.write(contentsOf: $0) }
            try file.synchronize()
            try file.close()
            if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
            try FileManager.default.moveItem(atPath: staging, toPath: path)
        } catch { throw InquiryError.evidence(name: path, reason: "can't be written: \(error.localizedDescription)") }
        let rows = evidence.library.tracks.reduce(0) { $0 + $1.count }
        return evidence.sentences + evidence.faults + [
            "\(path): \(evidence.library.tracks.count.grouped) tracks, \(rows.grouped) positions, verified and built in \(seconds(started.duration(to: .now))) s"
        ]
    }

    private static func check(
        _ claim: Claim, _ evidence: ClaimEvidence, _ acceleration: Double, _ note: String,
        onProgress: (Double?, String) -> Void
    ) throws -> ClaimReport {
        var library = evidence.library
        library.accelerationMetresPerSecondSquared = acceleration
        let total = Double(claim.propositions.count)
        let checking = ContinuousClock.now
        let findings = try ClaimChecker(tracks: library, testimony: evidence.testimony).check(claim) {
            onProgress(Double($0) / total, "checking")
        }
        var report = ClaimReport(
            claim: claim, findings: findings, standing: .records(evidence.sentences),
            faults: evidence.faults)
        report.notes = [note, "checked in \(seconds(checking.duration(to: .now))) s"]
        return report
    }

    private static func seconds(_ duration: Duration) -> String {
        (Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18).written(1)
    }
}

/// What verified records hold.
struct ClaimEvidence {
    var library: RecordLibrary
    var testimony: Testimony
    /// What each verification proved, in one sentence.
    var sentences: [String]
    /// What was left out of what they hold, in one sentence each.
    var faults: [String]

    /// - Parameter isAudited: whether shared records are held against their agreements too, which only some propositions ask for.
    static func collect(
        _ records: [ClaimRecord], keys: [VerifierKey], isAudited: Bool, onProgress: (Double?, String) -> Void
    ) async throws -> ClaimEvidence {
        var collector = EvidenceCollector()
        var sentences: [String] = []
        var readers: [String: RecordReader] = [:]
        for (number, record) in records.enumerated() {
            let newest = try await record.source.newestCheckpoint()
            let key = RecordOrigin.key(of: newest, among: keys)
            let verification = await RecordVerifier.verify(record.source, policy: VerificationPolicy(key: key))
            guard verification.problem == nil, let checkpoint = verification.checkpoint?.checkpoint else {
                throw InquiryError.evidence(name: record.name, reason: verification.sentence)
            }
            sentences.append("\(checkpoint.origin): \(verification.sentence)")
            let origin: RecordOrigin
            do { origin = try RecordOrigin(parsing: checkpoint.origin) } catch {
                throw InquiryError.evidence(name: record.name, reason: "\(error)")
            }
            collector.begin(origin, size: checkpoint.size, hasDropped: !verification.droppedEntries.isEmpty)
            let reader = RecordReader(source: record.source, trusting: checkpoint)
            readers[checkpoint.origin] = reader
            try await eachBundle(of: reader) { bundle in
                for place in 0..<bundle.count {
                    collector.take(bundle.entry(place), index: bundle.firstIndex + UInt64(place))
                }
                let read = Double(bundle.firstIndex) + 256
                onProgress(min((Double(number) + read / Double(checkpoint.size)) / Double(records.count), 1), "reading")
            }
        }
        let faults = faults(malformed: collector.malformed, unproven: collector.unproven)
        var (library, testimony) = collector.finish()
        if isAudited {
            testimony.audits = try await audits(testimony, library, readers, onProgress: onProgress)
        }
        return ClaimEvidence(library: library, testimony: testimony, sentences: sentences, faults: faults)
    }

    private static func faults(malformed: Int, unproven: Int) -> [String] {
        var faults: [String] = []
        if malformed > 0 { faults.append("\(malformed) entries could not be understood and were left out") }
        if unproven > 0 { faults.append("\(unproven) openings of pseudonyms prove nothing and were not believed") }
        return faults
    }

    /// Holds each shared record against its agreement, which takes every entry once more, in its order.
    private static func audits(
        _ testimony: Testimony, _ library: RecordLibrary, _ readers: [String: RecordReader],
        onProgress: (Double?, String) -> Void
    ) async throws -> [AuditedRecord] {
        var found: [AuditedRecord] = []
        for channel in SharedAudit.channels(testimony) {
            var audit = SharedAudit(channel, testimony, library)
            for origin in audit.origins {
                guard let reader = readers[origin.description] else { continue }
                audit.begin(origin)
                try await eachBundle(of: reader) { bundle in
                    for place in 0..<bundle.count {
                        audit.take(bundle.entry(place), index: bundle.firstIndex + UInt64(place))
                    }
                }
                onProgress(nil, "holding against the agreement")
            }
            found += audit.finish()
        }
        return found
    }

    /// The entries of a record that are still there, in their order.
    private static func eachBundle(of reader: RecordReader, _ body: (VerifiedBundle) -> Void) async throws {
        let size = await reader.checkpoint.size
        for index in 0..<((size + 0xFF) >> 8) {
            if let bundle = try await reader.bundle(at: index) { body(bundle) }
        }
    }
}

public import Inquiry
import Surveillance

/// Checks claims against recordings or records.
public enum ClaimCheck {}

extension ClaimCheck {
    /// Holds a claim against plain recordings, seen as one sky.
    ///
    /// - Throws: `InquiryError.evidence` when nothing could be read.
    public static func check(
        _ claim: Claim, recordings paths: [String], accelerationMetresPerSecondSquared acceleration: Double,
        onProgress: (Double?, String) -> Void
    ) throws -> ClaimReport {
        var library = RecordingLibrary(
            name: paths.map { String($0.split(separator: "/").last ?? "") }.joined(separator: ", "),
            accelerationMetresPerSecondSquared: acceleration)
        var names: [String] = []
        var faults: [String] = []
        for (number, path) in paths.enumerated() {
            do throws(RecordingError) {
                let file = try RecordingFile(path: path)
                var batch = ReportBatch()
                var count = 0
                var faultCount = 0
                while file.read(into: &batch) {
                    library.take(batch.reports, part: number)
                    count += batch.reports.count
                    faultCount += batch.faultCount
                    if faults.count < 20 { faults += batch.faults.prefix(5).map(\.description) }
                    batch.removeAll()
                    onProgress(file.fraction, "reading")
                }
                names.append(
                    "\(path): \(count.grouped) reports" + (faultCount > 0 ? ", \(faultCount.grouped) faults" : ""))
            } catch { faults.append(error.description) }
        }
        guard library.reportCount > 0 else {
            throw InquiryError.evidence(
                name: paths.joined(separator: ", "),
                reason: (faults.first.map { "\($0); " } ?? "") + "nothing could be read")
        }
        let total = Double(claim.propositions.count)
        let findings = try ClaimChecker(tracks: library).check(claim) { onProgress(Double($0) / total, "checking") }
        return ClaimReport(claim: claim, findings: findings, standing: .recordings(names), faults: faults)
    }
}

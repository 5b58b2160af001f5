// rooms: Airspace Surveillance
// variants: opensky-csv aircraft-json json-lines sbs-1 json-records json-columns sniff

import Airspace
import Glibc
import Surveillance

/// What the run is about: one of `variants`, set by `Fuzz/run.sh`.
private let variant = getenv("FUZZ_VARIANT").map { String(cString: $0) } ?? "sniff"

/// Any bytes, cut anywhere: no trap, no value that no aircraft has, and the same reports whatever the chunks.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReaders(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let format = RecordingFormat(rawValue: variant) else {
        // Whatever the first bytes seem to be, the reader of that takes them.
        guard let format = RecordingFormat.sniff(name: "recording", start: bytes.span) else { return 0 }
        check(read(bytes, as: format, chunk: count))
        return 0
    }
    let chunk = bytes.isEmpty ? 1 : 1 + Int(bytes[0])
    let whole = read(bytes, as: format, chunk: max(1, count))
    let cut = read(bytes, as: format, chunk: chunk)
    check(whole)
    precondition(whole.reports == cut.reports, "chunks of \(chunk) give other reports")
    precondition(whole.faultCount == cut.faultCount, "chunks of \(chunk) give other faults")
    follow(whole.reports)
    return 0
}

private func read(_ bytes: [UInt8], as format: RecordingFormat, chunk: Int) -> ReportBatch {
    var reader = format.makeReader(source: "fuzz")
    var batch = ReportBatch()
    var start = 0
    while start < bytes.count {
        let end = min(bytes.count, start + chunk)
        reader.read(bytes.span.extracting(start..<end), into: &batch)
        start = end
    }
    reader.finish(into: &batch)
    return batch
}

private func check(_ batch: ReportBatch) {
    precondition(batch.faults.count <= ReportBatch.faultsKept && batch.faults.count <= batch.faultCount)
    for report in batch.reports {
        precondition(report.timeUnixSeconds >= 0 && report.timeUnixSeconds < 4.2e9)
        precondition(report.identifier.utf8.count == 6 || report.identifier.utf8.count == 7)
        if let position = report.position {
            precondition(abs(position.latitudeDegrees) <= 90 && abs(position.longitudeDegrees) <= 180)
        }
        if let track = report.trackDegrees { precondition(track >= 0 && track <= 360) }
        if let speed = report.groundSpeedMetresPerSecond { precondition(speed >= 0 && speed < 3_000) }
        if let squawk = report.squawk { precondition(squawk.utf8.count == 4) }
        if let callsign = report.callsign { precondition(callsign.utf8.count <= 12) }
    }
}

/// Tracks and flags take what the reader gave.
private func follow(_ reports: [Report]) {
    var tracker = Tracker()
    var audit = QualityAudit()
    for report in reports {
        tracker.take(report, feed: report.timeUnixSeconds.truncatingRemainder(dividingBy: 2) < 1 ? 0 : 1)
        audit.take(report)
    }
    for track in tracker.tracks {
        for interval in audit.intervals(of: track.identifier) {
            precondition(interval.quality.names.count == 1)
        }
        if let speed = track.state.groundSpeedMetresPerSecond { precondition(speed.isFinite) }
    }
    _ = tracker.advance(to: 5e9)
    precondition(tracker.tracks.isEmpty)
}

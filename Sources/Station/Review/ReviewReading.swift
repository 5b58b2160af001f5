import Separation
import Surveillance

/// The reports of several recordings as one stream: always the one whose next report is the oldest is read on.
///
/// So recordings of one time arrive together, and what each has out of order stays as it is.
struct ReviewReading {
    private struct Part {
        var file: RecordingFile?
        var batch = ReportBatch()
        var next = 0
        var source: Review.Source
    }

    private var parts: [Part]

    init(_ request: ReviewRequest) {
        parts = request.paths.map { path in
            var source = Review.Source(path: path)
            do throws(RecordingError) {
                let file = try RecordingFile(path: path, format: request.format)
                source.format = file.format
                return Part(file: file, source: source)
            } catch {
                source.failure = error.description
                return Part(source: source)
            }
        }
    }

    /// How the recordings have done so far.
    var sources: [Review.Source] { parts.map(\.source) }

    /// How much has been read, 0 to 1; nil where the sizes are not known.
    var fraction: Double? {
        let known = parts.filter { $0.source.failure == nil }.map { $0.file.map(\.fraction) ?? 1 }
        guard !known.isEmpty else { return 1 }
        var sum = 0.0
        for fraction in known {
            guard let fraction else { return nil }
            sum += fraction
        }
        return sum / Double(known.count)
    }

    /// The next report and the number of the recording that it comes from; nil: all have ended.
    mutating func next() -> (report: Report, part: Int)? {
        var oldest: Int?
        var oldestTime = Double.infinity
        for index in parts.indices {
            guard fill(index) else { continue }
            let time = parts[index].batch.reports[parts[index].next].timeUnixSeconds
            if oldest == nil || time < oldestTime {
                oldest = index
                oldestTime = time
            }
        }
        guard let oldest else { return nil }
        let report = parts[oldest].batch.reports[parts[oldest].next]
        parts[oldest].next += 1
        return (report, oldest)
    }

    /// Sees to it that a part has a report at hand; false: it has ended.
    private mutating func fill(_ index: Int) -> Bool {
        while parts[index].next >= parts[index].batch.reports.count {
            parts[index].batch.removeAll()
            parts[index].next = 0
            guard let file = parts[index].file else { return false }
            if !file.read(into: &parts[index].batch) { parts[index].file = nil }
            let batch = parts[index].batch
            parts[index].source.reportCount += batch.reports.count
            parts[index].source.faultCount += batch.faultCount
            let room = Review.Source.faultsKept - parts[index].source.faults.count
            if room > 0 { parts[index].source.faults += batch.faults.prefix(room) }
        }
        return true
    }
}

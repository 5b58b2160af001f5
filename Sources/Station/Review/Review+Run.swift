import Airspace
import Separation
import Surveillance

extension Review {
    /// Reads the recordings and measures every encounter in them.
    ///
    /// A recording that is out of the order of time by more than is tolerated is read once more, with as much tolerance as it needs,
    /// so that the result is that of the rule whatever the order.
    ///
    /// - Parameter onProgress: told now and then how far the reading is, 0 to 1, and what is being done; nil: not known.
    public static func run(
        _ request: ReviewRequest, onProgress: (_ fraction: Double?, _ doing: String) -> Void = { _, _ in }
    ) -> Review {
        var toleratedSeconds = 10.0
        while true {
            let (review, worstLateness) = measure(request, toleratedSeconds: toleratedSeconds, onProgress: onProgress)
            guard worstLateness > toleratedSeconds else {
                return request.wantsTracks ? review.withTracks(request, onProgress: onProgress) : review
            }
            toleratedSeconds = worstLateness + 2
        }
    }

    private static func measure(
        _ request: ReviewRequest, toleratedSeconds: Double, onProgress: (Double?, String) -> Void
    ) -> (Review, worstLatenessSeconds: Double) {
        var review = Review(rule: request.rule, sources: [])
        var reading = ReviewReading(request)
        var measurer = EncounterMeasurer(rule: request.rule, toleratedSeconds: toleratedSeconds)
        var audits = [QualityAudit](repeating: QualityAudit(), count: request.paths.count)
        var count = 0
        while let (report, part) = reading.next() {
            audits[part].take(report)
            measurer.add(MeasuredReport(report))
            let time = report.timeUnixSeconds
            review.span = review.span.map { min($0.lowerBound, time)...max($0.upperBound, time) } ?? time...time
            count += 1
            if count.isMultiple(of: 4_096) {
                review.encounters += measurer.measure().encounters
                onProgress(reading.fraction, "measuring")
            }
        }
        review.encounters += measurer.finish().encounters
        review.encounters.sort(by: Encounter.isListedBefore)
        flag(&review.encounters, audits)
        review.fates = measurer.fates
        review.aircraftCount = measurer.aircraftCount
        review.sources = reading.sources
        return (review, measurer.worstLatenessSeconds)
    }

    /// Adds what the audits found against either aircraft during each encounter.
    private static func flag(_ encounters: inout [Encounter], _ audits: [QualityAudit]) {
        var flaws: [String: [QualityInterval]] = [:]
        for index in encounters.indices {
            let span = Double(encounters[index].start)...Double(encounters[index].end)
            for identifier in [encounters[index].a, encounters[index].b] {
                let known = flaws[identifier] ?? audits.flatMap { $0.intervals(of: identifier) }
                flaws[identifier] = known
                for flaw in known where flaw.unixSeconds.overlaps(span) {
                    encounters[index].quality.formUnion(flaw.quality)
                }
            }
        }
    }

    /// Reads once more and keeps the tracks around the encounters.
    private func withTracks(_ request: ReviewRequest, onProgress: (Double?, String) -> Void) -> Review {
        var review = self
        let reach = Double(Self.marginSeconds) + rule.gapSeconds + 1
        var spans: [String: [ClosedRange<Double>]] = [:]
        for encounter in encounters {
            let span = Double(encounter.start) - reach...Double(encounter.end) + reach
            spans[encounter.a, default: []].append(span)
            spans[encounter.b, default: []].append(span)
        }
        var reading = ReviewReading(request)
        var count = 0
        while let (report, _) = reading.next() {
            count += 1
            if count.isMultiple(of: 4_096) { onProgress(reading.fraction, "drawing") }
            guard let wanted = spans[report.identifier],
                wanted.contains(where: { $0.contains(report.timeUnixSeconds) })
            else { continue }
            review.tracks[report.identifier, default: MeasuredTrack(rule: rule)].add(MeasuredReport(report))
        }
        return review
    }
}

extension MeasuredReport {
    /// What the measuring rule needs of a report; what is wrong with it is found by an audit of the whole track.
    init(_ report: Report) {
        self.init(
            timeUnixSeconds: report.timeUnixSeconds, identifier: report.identifier, callsign: report.callsign,
            position: report.position, pressureAltitudeFeet: report.pressureAltitudeFeet,
            isOnGround: report.isOnGround ?? false)
    }
}

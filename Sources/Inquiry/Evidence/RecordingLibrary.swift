import Airspace
public import Separation
public import Surveillance

/// The tracks of plain recordings, all of them seen as one sky: what `parley review` measures, kept for questions.
public struct RecordingLibrary: TrackLibrary {
    /// A report in 56 bytes; NaN stands for unknown.
    struct Row: Sendable {
        var timeUnixSeconds: Double
        var latitudeDegrees: Double
        var longitudeDegrees: Double
        var altitudeFeet: Double
        var speedMetresPerSecond: Double
        var ageSeconds: Float
        var callsign: UInt32
        var isOnGround: Bool
        var part: UInt16
    }

    /// The most reports that are kept.
    public static let mostReports = 60_000_000
    /// Times beyond this are no times.
    private static let latestUnixSeconds = 1e11

    /// What the recordings are called together.
    public let name: String
    /// How many reports there are.
    public private(set) var reportCount = 0
    /// How many were left out for want of room or a time.
    public private(set) var leftOut = 0
    /// From the first to the last report.
    public private(set) var spanUnixSeconds: ClosedRange<Double>?

    var slots: [String: Int] = [:]
    var identifiers: [String] = []
    var rows: [[Row]] = []
    var callsigns: [String] = [""]
    private var callsignNumbers: [String: UInt32] = ["": 0]
    /// The aircraft that flew under each call sign, by its number.
    private var slotsOfCallsign: [UInt32: Set<Int>] = [:]
    private var audits: [QualityAudit] = []
    private var hasFractions: [Bool] = []
    private let acceleration: Double

    /// Nothing taken yet.
    ///
    /// - Parameter accelerationMetresPerSecondSquared: the most by which an aircraft is taken to have turned between two reports.
    public init(
        name: String, accelerationMetresPerSecondSquared: Double = UncertainTrack.ordinaryAcceleration
    ) {
        self.name = name
        acceleration = accelerationMetresPerSecondSquared
    }

    /// Takes the next reports of recording number `part`, from 0, in the order of the recording.
    public mutating func take(_ reports: [Report], part: Int) {
        while audits.count <= part {
            audits.append(QualityAudit())
            hasFractions.append(false)
        }
        for report in reports { take(report, part: part) }
    }

    private mutating func take(_ report: Report, part: Int) {
        let time = report.timeUnixSeconds
        guard reportCount < Self.mostReports, time.isFinite, abs(time) < Self.latestUnixSeconds else {
            leftOut += 1
            return
        }
        reportCount += 1
        audits[part].take(report)
        if time != time.rounded() { hasFractions[part] = true }
        spanUnixSeconds = spanUnixSeconds.map { min($0.lowerBound, time)...max($0.upperBound, time) } ?? time...time
        let slot = slot(of: report.identifier)
        let callsign = report.callsign.map { number(of: $0.uppercased()) } ?? 0
        if callsign != 0, callsign != rows[slot].last?.callsign { slotsOfCallsign[callsign, default: []].insert(slot) }
        var age = 0.0
        if let updated = report.positionUpdatedUnixSeconds, updated < time { age = min(time - updated, 86_400) }
        rows[slot].append(
            Row(
                timeUnixSeconds: time, latitudeDegrees: report.position?.latitudeDegrees ?? .nan,
                longitudeDegrees: report.position?.longitudeDegrees ?? .nan,
                altitudeFeet: report.pressureAltitudeFeet ?? .nan,
                speedMetresPerSecond: report.groundSpeedMetresPerSecond ?? .nan, ageSeconds: Float(age),
                callsign: callsign,
                isOnGround: report.isOnGround ?? false, part: UInt16(clamping: part)))
    }

    private mutating func slot(of identifier: String) -> Int {
        if let known = slots[identifier] { return known }
        slots[identifier] = identifiers.count
        identifiers.append(identifier)
        rows.append([])
        return identifiers.count - 1
    }

    private mutating func number(of callsign: String) -> UInt32 {
        if let known = callsignNumbers[callsign] { return known }
        let number = UInt32(clamping: callsigns.count)
        callsignNumbers[callsign] = number
        callsigns.append(callsign)
        return number
    }

    /// The tracks that answer to an identifier, else to a call sign within the window, else to one at any time.
    public func tracks(named name: String, window: ClaimWindow) -> [ObservedTrack] {
        let bare = name.filter { !$0.isWhitespace }
        if let slot = slots[bare.lowercased()] ?? slots[bare] { return [track(slot, window)] }
        guard let number = callsignNumbers[bare.uppercased()], number != 0 else { return [] }
        let bearers = (slotsOfCallsign[number] ?? []).sorted()
        let within = bearers.filter { slot in
            rows[slot].contains { $0.callsign == number && window.contains($0.timeUnixSeconds) }
        }
        return (within.isEmpty ? bearers : within).map { track($0, window) }
    }

    /// Every aircraft that has a report in the window.
    public func everyTrack(window: ClaimWindow) -> [ObservedTrack] {
        rows.indices.map { track($0, window) }.filter { !$0.reports.isEmpty }
    }

    private func track(_ slot: Int, _ window: ClaimWindow) -> ObservedTrack {
        let identifier = identifiers[slot]
        let first = (window.from ?? -.infinity) - Self.marginSeconds
        let last = (window.to ?? .infinity) + Self.marginSeconds
        let flaws = audits.flatMap { $0.intervals(of: identifier) }.map {
            TrackFlaw(quality: $0.quality, unixSeconds: $0.unixSeconds)
        }
        let coarse = flaws.filter { $0.quality.contains(.rounding) }.map(\.unixSeconds)
        let radius =
            identifier.hasPrefix("~")
            ? PositionUncertainty.rebroadcastRadius95Metres : PositionUncertainty.broadcastRadius95Metres
        let reports = rows[slot].compactMap { row -> UncertainReport? in
            guard row.timeUnixSeconds >= first, row.timeUnixSeconds <= last else { return nil }
            let isCoarse = coarse.contains { $0.contains(row.timeUnixSeconds) }
            let uncertainty = PositionUncertainty(
                radius95Metres: radius, gridMetres: isCoarse ? Self.coarseGridMetres : 0,
                // A source that stamps whole seconds cuts or rounds: either way half a second on average.
                timeSeconds: hasFractions[Int(row.part)] ? 0 : 0.5)
            return UncertainReport(
                MeasuredReport(
                    timeUnixSeconds: row.timeUnixSeconds, identifier: identifier,
                    callsign: row.callsign == 0 ? nil : callsigns[Int(row.callsign)],
                    position: row.latitudeDegrees.isNaN
                        ? nil
                        : GeodeticPosition(
                            latitudeDegrees: row.latitudeDegrees, longitudeDegrees: row.longitudeDegrees),
                    pressureAltitudeFeet: row.altitudeFeet.isNaN ? nil : row.altitudeFeet, isOnGround: row.isOnGround),
                uncertainty: uncertainty,
                groundSpeedMetresPerSecond: row.speedMetresPerSecond.isNaN ? nil : row.speedMetresPerSecond,
                positionAgeSeconds: Double(row.ageSeconds), reference: -1)
        }
        return ObservedTrack(
            identifier: identifier, source: name, reports: reports, flaws: flaws,
            accelerationMetresPerSecondSquared: acceleration)
    }

    /// A thousandth of a degree of latitude, metres.
    private static let coarseGridMetres = 111.7
}

import Accord
import Airspace
import Separation
import Surveillance

/// One replay for one rule: the party that is told sees its own aircraft in full and the other's as told, and what it would have been warned of is
/// set beside what really happened.
struct TrialStage {
    private let trial: AgreementTrial
    private let from: String
    private let to: String
    private var engine: PictureEngine
    private var hindsight: HindsightMeasurer
    private(set) var keeper: ScoreKeeper
    private var disclosure: Disclosure?
    private var newest: [String: OwnTrackState] = [:]
    private var owners: [String: String] = [:]
    private var inConflict: Set<String> = []
    private let place: VolumeTester?
    private(set) var positionsTold = 0

    /// - Parameter rule: nil: the other's aircraft are seen in full.
    init(
        _ trial: AgreementTrial, rule: DisclosureRule?, from: String, to: String, rules: AlertRules,
        measuredBy agreed: AlertRules
    ) throws {
        self.trial = trial
        self.from = from
        self.to = to
        let measuring = trial.agreement.measuringRule
        engine = try PictureEngine(rules: rules, rule: measuring, feeds: trial.run.feedNames)
        hindsight = HindsightMeasurer(book: AlertRuleBook(agreed), rule: measuring)
        keeper = ScoreKeeper(rules: rules, mergeSeconds: measuring.mergeSeconds)
        place = (rule?.zone.flatMap(trial.agreement.zone)?.volume).map { VolumeTester($0) }
        guard var rule else { return }
        // Within the trial an aircraft keeps its name, so that what was told can be set beside what was.
        rule.naming = .address
        var agreement = trial.agreement
        agreement.disclosure = [rule]
        disclosure = Disclosure(
            agreement, party: from,
            pseudonyms: try Pseudonyms(agreement: agreement.identifier, secret: [UInt8](repeating: 0, count: 32)))
    }

    mutating func play(_ onProgress: (Double) -> Void) throws {
        let recording = trial.run.recording
        let seconds = recording.seconds
        let delay = hindsight.secondsAhead + 1
        // What was said, and which aircraft were where the rule holds; nil: it holds everywhere.
        var said: [(picture: AlertPicture, inside: Set<String>?)] = []
        var next = 0
        for second in seconds.lowerBound...(seconds.upperBound + delay) {
            if second <= seconds.upperBound { said.append((listen(to: second), inside(at: second))) }
            guard second - delay >= seconds.lowerBound, next < said.count else { continue }
            let (pairs, airborne) = hindsight.measure(at: second - delay)
            let inside = said[next].inside
            let across = pairs.filter { isAcross($0.identifier) && isAny(of: $0.identifier, inside) }
            keeper.step(said[next].picture, measured: across, airborneAircraft: airborne)
            next += 1
            if next > 1_000 {
                said.removeFirst(next)
                next = 0
            }
            if second.isMultiple(of: 64) { onProgress(Double(second - seconds.lowerBound) / Double(seconds.count)) }
        }
    }

    /// One second at the station that is told.
    private mutating func listen(to second: Int) -> AlertPicture {
        for index in trial.run.recording.indices(inSecond: second) {
            let (report, feed) = trial.run.recording.report(at: index)
            guard let owner = owner(report.identifier, report.callsign, report.timeUnixSeconds) else { continue }
            guard owner == from || owner == to else { continue }
            owners[report.identifier] = owner
            hindsight.add(
                trial.run.measured(report), aircraftClass: AircraftClass(emitterCategory: report.emitterCategory),
                squawk: report.squawk)
            if owner == to || disclosure == nil { engine.take(report, feed: feed) } else { hold(report) }
        }
        tell(at: Double(second))
        var picture = engine.advance(to: second).alerts
        picture.alerts.removeAll { !isAcross($0.identifier) }
        inConflict = []
        for alert in picture.alerts where alert.level != .none {
            if case .pair(let first, let other) = alert.identifier { inConflict.formUnion([first, other]) }
        }
        return picture
    }

    private mutating func hold(_ report: Report) {
        guard let position = report.position, report.isOnGround != true else { return }
        newest[report.identifier] = OwnTrackState(
            identifier: report.identifier, callsign: report.callsign, timeUnixSeconds: report.timeUnixSeconds,
            position: position, levelFeet: report.pressureAltitudeFeet,
            speedKt: report.groundSpeedMetresPerSecond.map { $0 / SpeedUnit.knots.metresPerSecond },
            trackDegrees: report.trackDegrees,
            verticalFpm: report.verticalRateMetresPerSecond.map { $0 / SpeedUnit.feetPerMinute.metresPerSecond })
    }

    /// What is told at a second, carried forward to it where the velocity was told, as a report of the other's.
    private mutating func tell(at now: Double) {
        newest = newest.filter { now - $0.value.timeUnixSeconds < 30 }
        let all = OwnAircraft(newest.keys.map { OwnAircraft.Item(AircraftPattern(identifier: $0)) })
        let situation = Disclosure.Situation(
            nowUnixSeconds: now, flow: .inForce, own: all, conflicts: [to: inConflict])
        for case .tell(_, let body) in disclosure?.step(Array(newest.values), in: situation) ?? [] {
            positionsTold += 1
            var report = Report(timeUnixSeconds: now, identifier: body.track)
            var position = GeodeticPosition(latitudeDegrees: body.lat, longitudeDegrees: body.lon)
            let age = max(0, now - body.time.unixSeconds)
            if let knots = body.speedKt, let track = body.trackDegrees {
                let speed = knots * SpeedUnit.knots.metresPerSecond
                position =
                    Geodesic.direct(from: position, azimuthDegrees: track, distanceMetres: speed * age).position
                report.groundSpeedMetresPerSecond = speed
                report.trackDegrees = track
            }
            report.position = position
            report.verticalRateMetresPerSecond = body.verticalFpm.map { $0 * SpeedUnit.feetPerMinute.metresPerSecond }
            report.pressureAltitudeFeet = body.levelFt.map { $0 + (body.verticalFpm ?? 0) / 60 * age }
            report.isOnGround = false
            engine.take(report, feed: 0)
        }
    }

    /// The telling party's aircraft in the place of the rule; nil: it has none of its own.
    private func inside(at second: Int) -> Set<String>? {
        guard let place else { return nil }
        return Set(
            newest.values.filter { state in
                Double(second) - state.timeUnixSeconds < 30
                    && place.mayContain(state.position, level: state.levelFeet.map { .pressure(feet: $0) } ?? .unknown)
            }.map(\.identifier))
    }

    private func isAny(of identifier: AlertIdentifier, _ inside: Set<String>?) -> Bool {
        guard let inside else { return true }
        guard case .pair(let first, let second) = identifier else { return false }
        return inside.contains(first) || inside.contains(second)
    }

    private func owner(_ identifier: String, _ callsign: String?, _ time: Double) -> String? {
        trial.split.owner(identifier: identifier, callsign: callsign, atUnixSeconds: time)
    }

    /// Whether a pair is one aircraft of each party. By lists, whose an aircraft is can change; here it is whose it was when last heard.
    private func isAcross(_ identifier: AlertIdentifier) -> Bool {
        guard case .pair(let first, let second) = identifier else { return false }
        let sides = [owners[first], owners[second]]
        return sides.contains(from) && sides.contains(to)
    }
}

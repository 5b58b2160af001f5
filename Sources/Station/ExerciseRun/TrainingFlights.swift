import Accord
import Airspace
import Exercise

/// The simulated flights of a plan, second by second of the station's own clock, as its receivers would have them.
///
/// Two stations that begin at the same second see the same flights, since nothing of it is random.
struct TrainingFlights: Sendable {
    /// Whose ways are flown.
    let plan: ExercisePlan
    /// The second in which they began, Unix seconds.
    let startUnixSeconds: Double
    /// Seconds in which no receiver of this station sees them; nil: it always does.
    var silentUnixSeconds: ClosedRange<Double>?
    private var simulator: FlightSimulator
    private(set) var nextUnixSeconds: Double

    /// - Throws: `ExerciseError.plan` when the plan can't be flown.
    init(_ plan: ExercisePlan, startUnixSeconds: Double, silent: ClosedRange<Double>?) throws(ExerciseError) {
        self.plan = plan
        self.startUnixSeconds = startUnixSeconds
        silentUnixSeconds = silent
        simulator = try FlightSimulator(plan, startUnixSeconds: startUnixSeconds)
        nextUnixSeconds = startUnixSeconds
    }

    /// Whether all have flown their whole way.
    var isOver: Bool { simulator.isOver }

    /// The next second, if it has come: what is flown, and whether it is seen.
    mutating func next(until now: Double) -> (unixSeconds: Double, reports: [FlightSimulator.Report], isSeen: Bool)? {
        guard nextUnixSeconds <= now, !simulator.isOver else { return nil }
        let second = nextUnixSeconds
        nextUnixSeconds += 1
        return (second, simulator.next(), silentUnixSeconds.map { !$0.contains(second) } ?? true)
    }

    /// Flies on unseen to a second: the station stood still meanwhile.
    ///
    /// - Parameter abort: when the crews were told to turn away, if they were, Unix seconds.
    mutating func pass(to second: Double, abort: Double?) {
        while nextUnixSeconds < second, !simulator.isOver {
            if let abort, abort <= nextUnixSeconds { breakOff() }
            _ = simulator.next()
            nextUnixSeconds += 1
        }
    }

    /// Both crews hear the abort and turn away.
    mutating func breakOff() { simulator.breakOff() }

    /// The rule of the agreement by which a party shows a flight inside the plan's zone; nil: there is none, and nothing is shown.
    func rule(for flight: Participant, in agreement: Agreement) -> DisclosureRule? {
        agreement.disclosure.first { $0.from == flight.party && $0.zone == plan.zone.name }
            ?? agreement.disclosure.first { $0.from == flight.party && $0.zone == nil }
    }

    /// A report as its own station writes it down.
    func ownTrack(_ report: FlightSimulator.Report, isOurs: Bool) -> OwnTrackBody {
        OwnTrackBody(
            track: report.track, callsign: report.callsign, time: EntryTime(unixSeconds: report.timeUnixSeconds),
            lat: report.position.latitudeDegrees, lon: report.position.longitudeDegrees, levelFt: report.levelFeet,
            datum: .pressure, speedKt: Self.knots(report), trackDegrees: Self.tenths(report.velocity.trackDegrees),
            source: OwnTrackBody.simulator, ours: isOurs, quality: [])
    }

    /// A report as the rule lets the other side have it.
    func shownTrack(_ report: FlightSimulator.Report, by rule: DisclosureRule) -> TrackBody {
        let precision = rule.precision
        let shown = DisclosureGrid.position(report.position, gridMetres: precision.grid.metres)
        let step = max(precision.levelGrid.feet, 1)
        return TrackBody(
            track: Pseudonyms.simulated(report.participant), time: EntryTime(unixSeconds: report.timeUnixSeconds),
            lat: shown.latitudeDegrees, lon: shown.longitudeDegrees,
            levelFt: rule.fields.contains(.level) ? (report.levelFeet / step).rounded() * step : nil,
            datum: .pressure, speedKt: rule.fields.contains(.velocity) ? Self.knots(report) : nil,
            trackDegrees: rule.fields.contains(.velocity) ? Self.tenths(report.velocity.trackDegrees) : nil,
            gridNM: precision.grid.nauticalMiles, levelGridFt: precision.levelGrid.feet,
            timeGridSeconds: precision.timeGridSeconds, delaySeconds: precision.delaySeconds, rule: rule.identifier)
    }

    private static func knots(_ report: FlightSimulator.Report) -> Double {
        tenths(report.velocity.metresPerSecond / SpeedUnit.knots.metresPerSecond)
    }

    private static func tenths(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}

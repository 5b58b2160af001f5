public import Accord
import Airspace
import Phraseology

/// A whole run with simulated flights and simulated people on both sides, second by second: what each side's station would write.
///
/// Both sides run the same state machine as a live station; what one writes, the other reads. Nothing of it is random but the
/// flights, and those come from the seed.
public struct SimulatedDay: Sendable {
    /// An entry that a side writes.
    public struct Written: Sendable {
        /// The side.
        public var party: String
        /// Whether it goes into the private record.
        public var isPrivate: Bool
        /// When, Unix seconds.
        public var atUnixSeconds: Double
        /// What.
        public var draft: EntryDraft
    }

    /// How precisely each side shows its flights.
    public struct Precision: Sendable, Hashable {
        /// The grid of positions, nautical miles.
        public var gridNM: Double
        /// The grid of levels, feet.
        public var levelGridFeet: Double

        /// A precision; the default is fine enough for an exercise at 3 NM.
        public init(gridNM: Double = 0.02, levelGridFeet: Double = 25) {
            self.gridNM = gridNM
            self.levelGridFeet = levelGridFeet
        }
    }

    /// The plan.
    public let plan: ExercisePlan
    /// The sides, in the order in which they act.
    public let parties: [String]
    /// The state of each side's run.
    public private(set) var runs: [String: ExerciseRun] = [:]
    /// When it is, Unix seconds.
    public private(set) var now: Double
    private var simulator: FlightSimulator
    private let precision: Precision
    private let identifier: String
    private var people: SimulatedPeople
    private var brokenOffAt: Double?
    private var isOver = false

    /// How long both sides still follow their flights after an abort, seconds.
    private static let secondsAfterAbort = 120.0

    /// A day.
    ///
    /// - Parameter seed: what the flights' errors are drawn from; nil: nobody errs.
    /// - Throws: `ExerciseError.plan` when the plan can't be flown.
    public init(
        _ plan: ExercisePlan, run: String = "run-1", seed: UInt64? = nil, precision: Precision = Precision()
    ) throws(ExerciseError) {
        self.plan = plan
        simulator = try FlightSimulator(plan, seed: seed)
        self.precision = precision
        identifier = run
        var parties: [String] = []
        for crew in RehearsalScenario.crews(of: plan) where !parties.contains(crew.party) { parties.append(crew.party) }
        self.parties = parties
        now = (plan.contact.atUnixSeconds ?? plan.zone.times.lowerBound).rounded()
        people = SimulatedPeople(plan)
    }

    /// What is written in the next second; nil when the run is over.
    public mutating func next() -> [Written]? {
        guard !isOver else { return nil }
        var written: [Written] = []
        if runs.isEmpty { begin(&written) }
        let reports = simulator.next()
        for report in reports { take(report, &written) }
        for (party, event) in people.acts(runs[parties[0]], reports: reports, now: now) {
            act(party, event, &written)
        }
        for party in parties {
            let actions = runs[party]?.tick(now: now) ?? []
            perform(actions, by: party, &written)
        }
        let isAborted = parties.contains { party in
            if case .aborted = runs[party]?.phase { return true }
            return false
        }
        if isAborted, brokenOffAt == nil {
            simulator.breakOff()
            brokenOffAt = now
        }
        let isApart = brokenOffAt.map { now - $0 >= Self.secondsAfterAbort } ?? false
        if isApart || simulator.isOver || parties.allSatisfy({ runs[$0]?.phase == .complete }) {
            for party in parties { act(party, .end(by: .station(party)), isAnnounced: false, &written) }
            isOver = true
        }
        now += 1
        return written
    }

    private mutating func begin(_ written: inout [Written]) {
        for (index, party) in parties.enumerated() {
            let (run, actions) = ExerciseRun.begin(
                plan, identifier: identifier, isSimulated: true, isJoining: index > 0, by: .station(party),
                station: .station(party), now: now)
            runs[party] = run
            perform(actions, by: party, &written)
        }
        for flight in plan.flights {
            let body = PseudonymBody(
                pseudonym: Pseudonyms.simulated(flight.identifier), track: flight.track ?? flight.identifier,
                agreement: plan.agreement, nonce: "AAAAAAAAAAAAAAAAAAAAAA==")
            write(body, by: flight.party, isPrivate: true, &written)
        }
    }

    private mutating func take(_ report: FlightSimulator.Report, _ written: inout [Written]) {
        guard let owner = plan.participant(report.participant)?.party else { return }
        let speed = report.velocity.metresPerSecond / SpeedUnit.knots.metresPerSecond
        let time = EntryTime(unixSeconds: report.timeUnixSeconds)
        let latitude = report.position.latitudeDegrees
        let longitude = report.position.longitudeDegrees
        for party in parties {
            write(
                OwnTrackBody(
                    track: report.track, callsign: report.callsign, time: time, lat: latitude, lon: longitude,
                    levelFt: report.levelFeet, datum: .pressure, speedKt: speed.rounded(),
                    trackDegrees: report.velocity.trackDegrees.rounded(), source: OwnTrackBody.simulator,
                    ours: party == owner, quality: []), by: party, isPrivate: true, &written)
        }
        let shown = DisclosureGrid.position(
            report.position, gridMetres: precision.gridNM * LengthUnit.nauticalMiles.metres)
        write(
            TrackBody(
                track: Pseudonyms.simulated(report.participant), time: time, lat: shown.latitudeDegrees,
                lon: shown.longitudeDegrees,
                levelFt: (report.levelFeet / precision.levelGridFeet).rounded() * precision.levelGridFeet,
                datum: .pressure, speedKt: speed.rounded(), trackDegrees: report.velocity.trackDegrees.rounded(),
                gridNM: precision.gridNM, levelGridFt: precision.levelGridFeet, timeGridSeconds: 1, delaySeconds: 0,
                rule: plan.identifier), by: owner, isPrivate: false, &written)
        for party in parties {
            for (basis, position) in [(RangeBody.Basis.own, report.position), (.shared, shown)] {
                let given = RunReport(
                    participant: report.participant, timeUnixSeconds: report.timeUnixSeconds, position: position,
                    levelFeet: report.levelFeet, velocity: report.velocity, basis: basis)
                let actions = runs[party]?.handle(.report(given), now: now) ?? []
                perform(actions, by: party, &written)
            }
        }
    }

    private mutating func act(
        _ party: String, _ event: RunEvent, isAnnounced: Bool = true, _ written: inout [Written]
    ) {
        guard runs[party] != nil else { return }
        perform(runs[party]?.handle(event, now: now) ?? [], by: party, isAnnounced: isAnnounced, &written)
    }

    /// Writes what one side's run asks for, and lets the other side read it.
    private mutating func perform(
        _ actions: [RunAction], by party: String, isAnnounced: Bool = true, _ written: inout [Written]
    ) {
        for action in actions {
            guard case .append(let draft) = action else { continue }
            written.append(Written(party: party, isPrivate: false, atUnixSeconds: now, draft: draft))
            guard isAnnounced,
                let bytes = try? draft.bytes(atUnixSeconds: now, salt: [UInt8](repeating: 0, count: Entry.saltBytes)),
                let entry = try? Entry(bytes)
            else { continue }
            for other in parties where other != party && runs[other] != nil {
                perform(runs[other]?.handle(entry, now: now) ?? [], by: other, isAnnounced: false, &written)
            }
        }
    }

    private func write(_ body: some EntryBody, by party: String, isPrivate: Bool, _ written: inout [Written]) {
        guard let draft = try? EntryDraft(body) else { return }
        written.append(Written(party: party, isPrivate: isPrivate, atUnixSeconds: now, draft: draft))
    }
}

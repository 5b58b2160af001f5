public import Airspace

/// Flies a plan by the rehearsal's own model, one report a second and flight: what a watch would receive.
public struct FlightSimulator: Sendable {
    /// One report.
    public struct Report: Sendable, Hashable {
        /// The participant.
        public var participant: String
        /// The identifier of its track: the plan's, or else the participant.
        public var track: String
        /// The call sign.
        public var callsign: String
        /// When, Unix seconds, whole.
        public var timeUnixSeconds: Double
        /// Where.
        public var position: GeodeticPosition
        /// The pressure altitude, feet, as encoded: to 25 ft.
        public var levelFeet: Double
        /// Over the ground.
        public var velocity: HorizontalVelocity
        /// Rate of climb, feet per minute.
        public var verticalFeetPerMinute: Double
    }

    private var group: GroupFlight
    private let frame: LocalFrame
    private let crews: [Participant]
    private let startUnixSeconds: Double

    /// Whether all have flown their whole way.
    public var isOver: Bool { group.time >= group.durationSeconds }

    /// The flights of a plan; they begin when contact is made, or when the zone becomes active.
    ///
    /// - Parameters:
    ///   - seed: what the errors are drawn from; nil: nobody errs.
    ///   - startUnixSeconds: when they begin, if not by the plan.
    /// - Throws: `ExerciseError.plan` when it can't be flown.
    public init(_ plan: ExercisePlan, seed: UInt64? = nil, startUnixSeconds: Double? = nil) throws(ExerciseError) {
        var scenario = try RehearsalScenario(plan)
        if seed == nil { scenario.errors = .none }
        frame = scenario.frame
        crews = RehearsalScenario.crews(of: plan)
        self.startUnixSeconds =
            (startUnixSeconds ?? plan.contact.atUnixSeconds ?? plan.zone.times.lowerBound).rounded()
        let draw = RunDraw(0, seed: seed ?? 0, scenario: scenario)
        let routes = scenario.flights.map { PlaneRoute($0, in: scenario.frame) }
        group = GroupFlight(scenario, routes: routes, draw: draw, watch: nil)
    }

    /// The reports of the next second.
    public mutating func next() -> [Report] {
        let time = startUnixSeconds + group.time
        let reports = zip(group.flights, crews).map { report($0, $1, at: time) }
        for _ in 0..<Int(1 / FlightState.stepSeconds) { group.step() }
        return reports
    }

    /// All crews hear the abort and turn away after their reaction.
    public mutating func breakOff() { group.breakOff() }

    private func report(_ flight: FlightState, _ crew: Participant, at time: Double) -> Report {
        Report(
            participant: crew.identifier, track: crew.track ?? crew.identifier, callsign: crew.callsign,
            timeUnixSeconds: time,
            position: GeodeticPosition(frame.earthCentred(east: flight.east, north: flight.north)),
            levelFeet: (flight.levelFeet / 25).rounded() * 25,
            velocity: HorizontalVelocity(east: flight.groundEast, north: flight.groundNorth),
            verticalFeetPerMinute: flight.feetPerSecond * 60)
    }
}

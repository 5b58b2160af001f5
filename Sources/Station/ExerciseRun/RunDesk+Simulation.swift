import Accord
import Exercise

/// Simulated flights and the people around them: what each second of them brings to the run, to the records and to the picture.
extension RunDesk {
    /// Flies the simulated flights on to the present second.
    func step() async {
        await takeUp()
        let now = context.clock.now()
        while var flights = training, isAbreast(flights), let second = flights.next(until: now) {
            if let run = followed, run.isAborted, !run.isOver { flights.breakOff() }
            training = flights
            fly(second.reports, at: second.unixSeconds, isSeen: second.isSeen, of: flights)
            if flights.isOver { training = nil }
        }
        // A clock that runs faster than these flights can be flown waits for them.
        context.clock.hold(training.map { $0.nextUnixSeconds + 1 })
    }

    /// Whether the other side is as far with a simulated run as this one.
    ///
    /// Simulated flights may be flown many times as fast as time; then a moment on the road is many seconds of flight, and one side
    /// would predict from positions that are long past. So neither goes ahead by more than real stations are apart, unless the other
    /// has stopped altogether.
    private func isAbreast(_ flights: TrainingFlights) -> Bool {
        let second = flights.nextUnixSeconds
        let isSilent =
            flights.silentUnixSeconds.map { $0.contains(second - Self.mostAhead - 1) || $0.contains(second) } ?? false
        guard let run = followed, run.run.isSimulated, run.run.phase != .ended, !isSilent,
            second <= context.clock.now(),
            second - max(newestOfPeer, flights.startUnixSeconds - 1) > Self.mostAhead
        else {
            waitingSince = nil
            return true
        }
        let since = waitingSince ?? .now
        waitingSince = since
        return since.duration(to: .now) > Self.patience
    }

    private static let mostAhead = 3.0
    private static let patience = Duration.seconds(2)

    private func fly(
        _ reports: [FlightSimulator.Report], at second: Double, isSeen: Bool, of flights: TrainingFlights
    ) {
        let plan = flights.plan
        let standing = shelf.agreement(plan.agreement)
        var seen: [RunReport] = []
        for report in reports where isSeen {
            guard let flight = plan.participant(report.participant) else { continue }
            let isOurs = flight.party == context.party
            if let draft = try? EntryDraft(flights.ownTrack(report, isOurs: isOurs)) {
                outbox.put(draft, .privateRecord)
            }
            let own = RunReport(
                participant: report.participant, timeUnixSeconds: report.timeUnixSeconds, position: report.position,
                levelFeet: report.levelFeet, velocity: report.velocity, basis: .own)
            seen.append(own)
            tell(.report(own), at: second)
            guard isOurs, let standing, standing.flow == .inForce,
                let rule = flights.rule(for: flight, in: standing.document.agreement)
            else { continue }
            let shown = flights.shownTrack(report, by: rule)
            if let draft = try? EntryDraft(shown) { outbox.put(draft, .shared(standing)) }
            show(shown)
            guard var run = followed, !run.isOver else { continue }
            write(run.take(shared: shown, of: context.party, now: second), of: run)
            followed = run
        }
        guard var run = followed, !run.isOver, run.run.isSimulated else { return }
        for event in crews?.acts(run.run, reports: seen, now: second) ?? [] {
            write(run.handle(event, now: second), of: run)
        }
        write(run.tick(now: second), of: run)
        let isFlown = training?.isOver ?? true
        if run.leader == context.party, run.run.phase == .complete || isFlown {
            write(run.handle(.end(by: .station(context.party)), now: second), of: run)
        }
        settle(run)
    }

    private func tell(_ event: RunEvent, at second: Double) {
        guard var run = followed, !run.isOver, run.run.isSimulated else { return }
        write(run.handle(event, now: second), of: run)
        followed = run
    }

    /// Shows a simulated flight of ours in our own picture, as it is shown to the others.
    private func show(_ body: TrackBody) {
        let track = ForeignTrack(body, from: context.party)
        Task { [runner = context.runner] in await runner.take(disclosed: [track]) }
    }
}

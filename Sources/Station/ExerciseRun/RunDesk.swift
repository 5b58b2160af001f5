import Accord
import Airspace
import Exercise
import Foundation
import Logging
import Phraseology
import Separation

/// The run that this station follows, one at a time: what people, crews, receivers and the other side tell it, and what it writes.
actor RunDesk: EntryHandler {
    nonisolated let types: Set<String> = RunHistory.types.union([TrackBody.type])
    let context: NodeContext
    let plans: PlanDesk
    let outbox: RunOutbox
    let shelf: AgreementShelf
    let exchange: ExchangePart
    var followed: FollowedRun?
    /// What the records tell, until the run that goes on by them is taken up or another one is begun.
    var history = RunHistory()
    var takingUp = TakingUp()
    var training: TrainingFlights?
    var crews: SimulatedCrews?
    /// Set for the next simulated run that the other side begins: when no receiver of this station sees the flights.
    var silentAfterStart: ClosedRange<Double>?
    /// The newest second of the other side's flights in a simulated run, and since when it is waited for.
    var newestOfPeer = -Double.infinity
    var waitingSince: ContinuousClock.Instant?
    var isChanged = false
    /// Why a run of the other side is not followed here.
    var refusal: String?
    private var pseudonyms: [String: Pseudonyms] = [:]

    init(_ context: NodeContext, plans: PlanDesk, outbox: RunOutbox, shelf: AgreementShelf, exchange: ExchangePart) {
        self.context = context
        self.plans = plans
        self.outbox = outbox
        self.shelf = shelf
        self.exchange = exchange
    }

    // MARK: What the other side writes

    func take(_ received: ReceivedEntry) async {
        guard case .agreement(let agreement) = received.scope else { return }
        let isWaiting = isWaiting
        if received.isHistory || mayTakeUp {
            history.note(
                received.entry, by: received.peer, for: nil, under: agreement,
                receivedUnixSeconds: received.receivedUnixSeconds)
        }
        if received.isHistory { return }
        if isWaiting { return tellOfAbort(received) }
        guard ![CardBody.type, RangeBody.type].contains(received.entry.type) else { return }
        let now = context.clock.now()
        if let body = try? received.entry.body(RunBody.self), body.state == .started {
            await join(body, of: received.peer, under: agreement, at: received.entry.atUnixSeconds)
            return
        }
        guard var run = followed, run.standing.identifier == agreement, run.standing.peers.contains(received.peer)
        else { return tellOfAbort(received) }
        if let body = try? received.entry.body(TrackBody.self) {
            newestOfPeer = max(newestOfPeer, body.time.unixSeconds)
            write(run.take(shared: body, of: received.peer, now: now), of: run)
            followed = run
            return
        }
        tellOfAbort(received)
        let card = run.run.card
        write(run.handle(received.entry, now: run.run.isSimulated ? runTime : now), of: run)
        if let body = try? received.entry.body(ExchangeBody.self), body.run == run.run.identifier, !body.readBack {
            let elements = body.elements.compactMap { MessageElement($0) }
            crews?.hear(body.participant, elements, card: card, now: runTime)
        }
        settle(run)
    }

    func take(_ sent: SentEntry) async {
        guard case .agreement(let agreement) = sent.scope else { return }
        let isWaiting = isWaiting
        if sent.isHistory || mayTakeUp {
            history.note(sent.entry, by: context.party, for: sent.peer, under: agreement)
        }
        if sent.isHistory || isWaiting { return }
        if var run = followed, !run.isOver, !run.run.isSimulated, run.standing.identifier == agreement,
            let body = try? sent.entry.body(TrackBody.self)
        {
            // What the other side is shown of our flights: both sides measure by the same positions.
            write(run.take(shared: body, of: context.party, now: context.clock.now()), of: run)
            followed = run
        }
    }

    /// The last second of the simulated flights, or the clock.
    var runTime: Double { training.map { $0.nextUnixSeconds - 1 } ?? context.clock.now() }

    // MARK: Beginning

    private static let longestAgo = 600.0

    /// Begins a run for this station.
    ///
    /// - Parameter silent: in a simulated run, from so many seconds after its start to so many, no receiver here sees the flights.
    /// - Throws: `Problem` when the plan is not signed by all, or a run goes on.
    func begin(
        _ plan: String, isSimulated: Bool, silent: ClosedRange<Double>?, start asked: Double? = nil, by person: Person
    ) async throws -> String {
        let (version, standing) = try await plans.signed(plan)
        guard let signed = version.plan else { throw Problem.conflict("the plan's bytes are not here") }
        guard followed?.isOver ?? true else {
            throw Problem.conflict("the run \(followed?.run.identifier ?? "") goes on; end it first")
        }
        if isWaiting, let told = history.told.first, !told.isOver {
            throw Problem.conflict(
                "the run \(told.run) goes on and is just being taken up again; try again in a moment")
        }
        let now = context.clock.now()
        if !isSimulated, !signed.zone.times.contains(now) {
            throw Problem.conflict("the zone of \(plan) is not active now")
        }
        silentAfterStart = silent ?? silentAfterStart
        // Simulated flights may begin some minutes ago: a clock that runs fast is past the second in which somebody pressed.
        let start = (isSimulated ? asked.map { min(max($0, now - Self.longestAgo), now) } ?? now : now).rounded(.down)
        let identifier = Self.name(startingAt: start)
        try begin(
            signed, identifier: identifier, isSimulated: isSimulated, leader: context.party, by: person,
            under: standing, start: start)
        return identifier
    }

    func begin(
        _ plan: ExercisePlan, identifier: String, isSimulated: Bool, leader: String, by person: Person,
        under standing: StandingAgreement, start: Double
    ) throws {
        if isSimulated { try fly(plan, start: start) }
        takingUp.isDone = true
        let (run, drafts) = FollowedRun.begin(
            plan, identifier: identifier, isSimulated: isSimulated, leader: leader, party: context.party, by: person,
            under: standing, now: start)
        crews = isSimulated ? SimulatedCrews(plan, party: context.party) : nil
        refusal = nil
        write(drafts, of: run)
        settle(run)
    }

    /// Puts the simulated flights of a plan into the sky of this station.
    ///
    /// - Throws: `ExerciseError.plan` when it can't be flown.
    func fly(_ plan: ExercisePlan, start: Double) throws(ExerciseError) {
        let silent = silentAfterStart.map { start + $0.lowerBound...start + $0.upperBound }
        silentAfterStart = nil
        newestOfPeer = -.infinity
        training = try TrainingFlights(plan, startUnixSeconds: start, silent: silent)
        for flight in plan.flights where flight.party == context.party {
            let body = PseudonymBody(
                pseudonym: Pseudonyms.simulated(flight.identifier), track: flight.track ?? flight.identifier,
                agreement: plan.agreement, nonce: Data(Secrets.bytes(16)).base64EncodedString())
            if let draft = try? EntryDraft(body) { outbox.put(draft, .privateRecord) }
        }
    }

    /// When no receiver of this station will see the next simulated flights, seconds after their start.
    func setSilence(_ silent: ClosedRange<Double>?) { silentAfterStart = silent }

    // MARK: What happens here

    /// Takes what a person tells of the run.
    ///
    /// - Throws: `Problem` 409 when none goes on.
    func tell(_ event: RunEvent) throws(Problem) {
        guard var run = followed, !run.isOver else { throw Problem.conflict("no run goes on") }
        write(run.handle(event, now: run.run.isSimulated ? runTime : context.clock.now()), of: run)
        settle(run)
    }

    /// A second of the picture: where the flights of the plan are, who else is near, and what follows from it.
    func see(_ second: PictureSecond) {
        guard var run = followed, !run.isOver, !run.run.isSimulated else { return }
        let sight = RunSight(second, plan: run.run.plan, names: run.names)
        for seen in sight.seen { name(seen, in: &run) }
        for event in sight.events { write(run.handle(event, now: Double(second.second)), of: run) }
        write(run.tick(now: Double(second.second)), of: run)
        settle(run)
    }

    /// Notes under which names a flight of the picture is disclosed.
    private func name(_ seen: RunSight.Seen, in run: inout FollowedRun) {
        if let shared = seen.shared { run.name(shared, seen.participant) }
        guard run.run.plan.participant(seen.participant)?.party == context.party else { return }
        let agreement = run.standing.identifier
        if pseudonyms[agreement] == nil {
            pseudonyms[agreement] = try? PseudonymSecrets(directory: context.directory).pseudonyms(of: agreement)
        }
        guard let name = pseudonyms[agreement]?.pseudonym(of: seen.identifier).pseudonym else { return }
        run.name(FollowedRun.SharedName(party: context.party, track: name), seen.participant)
    }

    // MARK: What follows

    func write(_ drafts: [EntryDraft], of run: FollowedRun) {
        // What may be told is asked anew: the agreement may have been suspended while the run goes on.
        let standing = shelf.agreement(run.standing.identifier) ?? run.standing
        for draft in drafts { outbox.put(draft, .shared(standing)) }
    }

    func settle(_ run: FollowedRun) {
        followed = run
        isChanged = true
    }

    /// What pages and commands are shown; and whether it has changed since it was last taken for the pages.
    func takeNews() -> [UInt8]? {
        guard isChanged else { return nil }
        isChanged = false
        return document()
    }

    /// The run as JSON.
    func document() -> [UInt8] {
        var writer = JSONWriter(reserving: 4_096)
        let now = followed?.run.isSimulated == true ? runTime : context.clock.now()
        writer.object {
            $0.field("party", context.party)
            $0.field("now", now, decimals: 0)
            $0.field("refusal", refusal)
            $0.field("fault", outbox.fault)
            if let followed { followed.write("run", now: now, to: &$0) }
        }
        return writer.bytes
    }
}

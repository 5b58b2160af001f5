import Accord
import Exercise
import Logging

/// A run that goes on by the records is taken up again after a start, as it stands there.
extension RunDesk {
    /// How far the taking up has come.
    struct TakingUp: Sendable {
        /// Nothing is to be taken up any more.
        var isDone = false
        /// It is being done.
        var isBusy = false
        /// How much of our own records must have been read before, by agreement and peer.
        var sizes: [String: UInt64] = [:]
        let since = ContinuousClock.now
        var tried = ContinuousClock.now - .seconds(1)

        /// How often it is tried: what it needs comes out of the records one after the other.
        static let period = Duration.milliseconds(100)
        /// What has not come after so long will not come.
        var isHopeful: Bool { since.duration(to: .now) < .seconds(30) }
    }

    /// No run of simulated flights lasts longer, seconds.
    private static let longestSimulatedSeconds = 14_400.0

    /// No run of a plan that is not known here is waited for when it was begun longer ago, seconds.
    private static let longestSeconds = 86_400.0

    /// Whether the records tell of a run that is not followed here: it may be taken up, until another one is begun.
    var mayTakeUp: Bool { !takingUp.isDone && history.last != nil }

    /// Whether such a run is waited for, and what comes meanwhile is kept for it. Not without end: a peer may have made it up.
    var isWaiting: Bool { mayTakeUp && takingUp.isHopeful }

    /// Takes the run that goes on by the records up, once all that this station wrote of it has been read.
    func takeUp() async {
        guard mayTakeUp, !takingUp.isBusy, takingUp.tried.duration(to: .now) >= TakingUp.period else { return }
        takingUp.isBusy = true
        takingUp.tried = .now
        defer { takingUp.isBusy = false }
        for told in history.told {
            // One that is over is only shown: as long as another may go on, that one is waited for.
            if told.isOver, takingUp.isHopeful, history.told.contains(where: { !$0.isOver }) { return }
            guard let (plan, standing) = await plans.flown(told.plan, under: told.agreement, at: told.startUnixSeconds),
                await hasRead(standing)
            else {
                if context.clock.now() - told.startUnixSeconds > Self.longestSeconds { history.forget(told) }
                continue
            }
            guard !takingUp.isDone, followed?.isOver ?? true,
                let now = history.told.first(where: { $0.run == told.run && $0.agreement == told.agreement })
            else { return }
            guard now.isOver || isCurrent(now, plan) else {
                history.forget(now)
                continue
            }
            takingUp.isDone = true
            return takeUp(now, plan, under: standing)
        }
    }

    private func takeUp(_ told: RunHistory.Told, _ plan: ExercisePlan, under standing: StandingAgreement) {
        let time = context.clock.now()
        var (run, drafts) = FollowedRun.resume(told, plan, party: context.party, under: standing, now: time)
        if told.isSimulated, !run.isOver { drafts += flyOn(told, &run, now: time) }
        refusal = nil
        write(drafts, of: run)
        settle(run)
        guard !run.isOver else { return }
        context.logger.notice("a run is taken up again", metadata: ["run": "\(told.run)"])
    }

    /// Whether a run that nobody ended can still go on: one of last week must not be broken off today for want of tracks.
    private func isCurrent(_ told: RunHistory.Told, _ plan: ExercisePlan) -> Bool {
        let now = context.clock.now()
        return told.isSimulated
            ? now - told.startUnixSeconds < Self.longestSimulatedSeconds : plan.zone.times.contains(now)
    }

    /// Whether all that this station wrote before it was started has been read again.
    private func hasRead(_ standing: StandingAgreement) async -> Bool {
        for peer in standing.peers {
            guard let channel = await exchange.table.channel(to: peer, scope: standing.scope) else { return false }
            let place = "\(standing.identifier) \(peer)"
            let size = takingUp.sizes[place]
            let wanted: UInt64
            if let size { wanted = size } else { wanted = await channel.own.size }
            takingUp.sizes[place] = wanted
            let records = try? await exchange.index.records(peer: peer, scope: standing.scope, direction: .sent)
            guard let last = records?.last, last.handled >= wanted else { return false }
        }
        return true
    }

    /// The simulated flights have flown on meanwhile, seen by nobody here.
    private func flyOn(_ told: RunHistory.Told, _ run: inout FollowedRun, now: Double) -> [EntryDraft] {
        let start = Self.start(of: told.run) ?? told.startUnixSeconds.rounded(.down)
        let abort = told.facts.first { $0.entry.type == AbortBody.type }?.entry.atUnixSeconds
        crews = SimulatedCrews(run.run.plan, party: context.party, heard: Set(run.run.checkedIn.keys))
        newestOfPeer = -.infinity
        guard var flights = try? TrainingFlights(run.run.plan, startUnixSeconds: start, silent: nil) else { return [] }
        flights.pass(to: now.rounded(.up), abort: abort)
        training = flights.isOver ? nil : flights
        guard flights.isOver, run.leader == context.party else { return [] }
        return run.handle(.end(by: .station(context.party)), now: now)
    }
}

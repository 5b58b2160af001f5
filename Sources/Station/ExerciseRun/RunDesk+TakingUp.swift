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
        /// How much of our own records must have been read before, by peer.
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

    /// Whether the records tell of a run that is not followed here yet.
    var isWaiting: Bool { !takingUp.isDone && history.last != nil }

    /// Takes the last run of the records up, once all that this station wrote of it has been read.
    func takeUp() async {
        guard !takingUp.isBusy, takingUp.tried.duration(to: .now) >= TakingUp.period, let told = history.last else {
            return
        }
        takingUp.isBusy = true
        takingUp.tried = .now
        defer { takingUp.isBusy = false }
        guard let (plan, standing) = await plans.flown(told.plan, atUnixSeconds: told.startUnixSeconds),
            standing.identifier == told.agreement, await hasRead(standing), let now = history.last, isWaiting
        else { return }
        takingUp.isDone = true
        guard now.run == told.run, now.isOver || isCurrent(now, plan) else { return }
        takeUp(now, plan, under: standing)
    }

    private func takeUp(_ told: RunHistory.Told, _ plan: ExercisePlan, under standing: StandingAgreement) {
        let time = context.clock.now()
        var (run, drafts) = FollowedRun.resume(told, plan, party: context.party, under: standing, now: time)
        if told.isSimulated, !run.isOver { drafts += flyOn(told, &run, now: time) }
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
            let size = takingUp.sizes[peer]
            let wanted: UInt64
            if let size { wanted = size } else { wanted = await channel.own.size }
            takingUp.sizes[peer] = wanted
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

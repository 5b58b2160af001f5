import Accord
import Logging
import Separation
import ServiceLifecycle
import Synchronization

/// Each picture second: finds out what is ours, who is about to meet whom and to enter which zone, and writes to each peer what the
/// agreement lets it be told, and nothing else.
final class DisclosureService: PictureObserver, Service {
    private let context: NodeContext
    private let ours: OursDesk
    private let zones: ZoneDesk
    private let questions: QuestionDesk
    private let alerts: AlertDesk
    private let shelf: AgreementShelf
    private let channels: ChannelTable
    private let secrets: PseudonymSecrets
    private let recorded: RecordedPseudonyms
    private let seconds: AsyncStream<PictureSecond>
    private let waker: AsyncStream<PictureSecond>.Continuation
    private let startUnixSeconds: Double
    private let tellings = Mutex<[String: AgreementTelling]>([:])
    private let written = Mutex(WrittenTracks())
    /// When telling began anew, by agreement.
    private let restarts = Mutex<[String: Double]>([:])
    private let present = Mutex<[ZoneIntrusion]>([])
    private let newest = Mutex<PictureSecond?>(nil)

    init(
        _ context: NodeContext, ours: OursDesk, zones: ZoneDesk, questions: QuestionDesk, alerts: AlertDesk,
        shelf: AgreementShelf, channels: ChannelTable, recorded: RecordedPseudonyms
    ) {
        self.context = context
        self.ours = ours
        self.zones = zones
        self.questions = questions
        self.alerts = alerts
        self.shelf = shelf
        self.channels = channels
        self.recorded = recorded
        secrets = PseudonymSecrets(directory: context.directory)
        startUnixSeconds = context.clock.now()
        // A second that was not worked before the next one came is passed over: what is due then is due again.
        (seconds, waker) = AsyncStream.makeStream(of: PictureSecond.self, bufferingPolicy: .bufferingNewest(1))
    }

    func see(_ second: PictureSecond, isRunUp: Bool) {
        guard !isRunUp else { return }
        waker.yield(second)
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskCancellationHandler {
                var memory = Memory()
                for await second in self.seconds {
                    await self.work(second, &memory)
                }
            } onCancel: {
                self.waker.finish()
            }
        }
    }

    /// The intrusions of the last second.
    var intrusions: [ZoneIntrusion] { present.withLock { $0 } }

    /// The tracks of the last second.
    var lastSecond: PictureSecond? { newest.withLock { $0 } }

    /// What a peer has now under an agreement, as it was written to it, and the rules that said so.
    func told(_ peer: String, under agreement: String) -> (told: [WrittenTracks.Track], book: DisclosureBook)? {
        guard let book = tellings.withLock({ $0[agreement]?.book }) else { return nil }
        let now = Double(lastSecond?.second ?? 0)
        return (written.withLock { $0.tracks(of: peer, under: agreement, at: now) }, book)
    }

    /// What is remembered from second to second.
    private struct Memory {
        var watch = ZoneWatch()
        /// The aircraft that the picture was told are ours.
        var marked: Set<String> = []
        /// Those of ours in an emergency; one that vanishes from the picture stays among them while its emergency lasts.
        var distressed: Set<String> = []
    }

    private func work(_ second: PictureSecond, _ memory: inout Memory) async {
        newest.withLock { $0 = second }
        let time = Double(second.second)
        let list = ours.list
        let listed = Set(second.tracks.lazy.filter { list.contains($0, at: time) }.map(\.identifier))
        if listed != memory.marked {
            memory.marked = listed
            await context.runner.setOurs(listed)
        }
        memory.distressed = Set(second.alerts.emergencies.map(\.identifier))
            .intersection(memory.distressed.union(listed))
        let states = second.ownStates()
        questions.take(states, newestReport: second.newestReportUnixSeconds, at: second.second)
        let intrusions = memory.watch.step(
            at: time, tracks: second.tracks, party: context.party, zones: zones.active(at: time))
        let before = present.withLock { present in
            defer { present = intrusions }
            return present
        }
        context.ownTracks.note(AlarmBody.alarms(of: intrusions, after: before, at: time))
        if !intrusions.isEmpty || !before.isEmpty { context.hub.publish(event: "sharing", json: Array("{}".utf8)) }
        let concerns = SharedConcern.all(
            in: second, intrusions: intrusions, party: context.party, distressed: memory.distressed)
        for standing in shelf.current {
            await tell(states, own: list.own, concerns: concerns, under: standing, at: time)
        }
    }

    private func tell(
        _ states: [OwnTrackState], own: OwnAircraft, concerns: [SharedConcern], under standing: StandingAgreement,
        at time: Double
    ) async {
        let concerns = concerns.filter { $0.concerns(standing.identifier) }
        do {
            if tellings.withLock({ $0[standing.identifier] == nil }) { try await begin(standing) }
            // In place: what was told is much, and would be copied each second.
            let due = tellings.withLock {
                $0[standing.identifier]?.step(states, own: own, concerns: concerns, under: standing, at: time)
            }
            guard let due else { return }
            if !due.names.isEmpty { try await keep(due.names, under: standing, at: time) }
            await withTaskGroup { group in
                for (peer, bodies) in due.entries where !bodies.isEmpty {
                    group.addTask { await self.append(bodies, to: peer, under: standing) }
                }
            }
        } catch {
            context.logger.error(
                "nothing is told under an agreement",
                metadata: ["agreement": "\(standing.identifier)", "error": "\(error)"])
        }
    }

    /// Nothing has been told under an agreement since the start: alerts that were open then are ended.
    private func begin(_ standing: StandingAgreement) async throws {
        let start = restarts.withLock { $0[standing.identifier] } ?? startUnixSeconds
        let telling = AgreementTelling(
            standing, party: context.party, pseudonyms: try secrets.pseudonyms(of: standing.identifier),
            startUnixSeconds: start)
        for peer in standing.peers {
            let left = alerts.open(for: peer, under: standing.identifier).map { AlertEndedBody(alert: $0) }
            await append(left, to: peer, under: standing)
        }
        tellings.withLock { $0[standing.identifier] = telling }
    }

    /// Puts pseudonyms on record: nobody is told a name that its owner could not open later. Where that fails nothing of the second was
    /// told, and telling begins anew, as after a start.
    private func keep(_ names: [PseudonymBody], under standing: StandingAgreement, at time: Double) async throws {
        do { try await recorded.keep(names) } catch {
            tellings.withLock { $0[standing.identifier] = nil }
            restarts.withLock { $0[standing.identifier] = time }
            throw error
        }
    }

    private func append(_ bodies: [any EntryBody], to peer: String, under standing: StandingAgreement) async {
        guard !bodies.isEmpty, let channel = await channels.channel(to: peer, scope: standing.scope) else { return }
        let allowed = bodies.compactMap { body in (try? EntryDraft(body)).map { (body: body, draft: $0) } }
            .filter { EntryPermission.mayWrite($0.draft, in: .agreement, flow: standing.flow) }
        guard !allowed.isEmpty else { return }
        do {
            _ = try await channel.append(allowed.map(\.draft))
            note(allowed.map(\.body), writtenTo: peer, under: standing.identifier)
        } catch {
            context.metrics.droppedWrites.add(allowed.count)
            context.logger.error(
                "what is due to a peer was not written", metadata: ["peer": "\(peer)", "error": "\(error)"])
        }
    }

    private func note(_ bodies: [any EntryBody], writtenTo peer: String, under agreement: String) {
        let names = tellings.withLock { $0[agreement]?.told[peer] } ?? [:]
        written.withLock {
            $0.take(bodies, to: peer, under: agreement) { names[$0]?.identifier }
        }
    }
}

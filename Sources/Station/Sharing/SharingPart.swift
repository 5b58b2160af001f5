import Accord
import Airspace
import Hummingbird
import Separation
import ServiceLifecycle

/// What two stations share of the sky, as a part of the node: agreements, disclosure, the peers' aircraft in our picture, alerts across
/// parties, zones, and “is this yours?”.
struct SharingPart: NodePart {
    let routes: [Route]
    let services: [any Service]
    let entryHandlers: [any EntryHandler]
    /// The agreements that hold now: other parts ask here what may be written.
    let shelf: AgreementShelf
    /// The agreements and all that was put forward.
    let agreements: AgreementDesk
    /// The list of own aircraft.
    let ours: OursDesk
    /// The zones that are active.
    let zones: ZoneDesk
    /// Writes entries under an agreement.
    let sender: AgreementSender
    private let exchange: ExchangePart
    private let clock: NodeClock

    /// Composes it, over the exchange with peers.
    ///
    /// - Throws: what the database says.
    init(_ context: NodeContext, exchange: ExchangePart) async throws {
        let shelf = AgreementShelf()
        let sender = AgreementSender(channels: exchange.table)
        let ours = try await OursDesk(context)
        let zones = ZoneDesk(shelf: shelf, party: context.party)
        let questions = QuestionDesk(context, shelf: shelf, ours: ours, sender: sender)
        let pictures = PeerPicture(context, channels: exchange.table) { received, track in
            Self.interval(of: track, received, under: shelf, to: context.party)
        }
        let runner = context.runner
        let policy = await runner.engine.monitor.rules.policy
        let agreements = AgreementDesk(
            context, exchange: exchange, shelf: shelf,
            isActive: { zone, agreement, time in zones.isActive(zone, of: agreement, at: time) },
            changed: { before, now in
                await Self.changed(before, now, pictures: pictures, runner: runner, policy: policy)
            })
        let alerts = AlertDesk(
            tell: { context.hub.publish(event: "sharing", json: Array("{}".utf8)) },
            isOutside: { received, isDistress in await agreements.isOutside(received, isDistress: isDistress) })
        let disclosure = DisclosureService(
            context, ours: ours, zones: zones, questions: questions, alerts: alerts, shelf: shelf,
            channels: exchange.table, recorded: RecordedPseudonyms(context, index: exchange.index))
        await runner.add(disclosure)
        context.ownTracks.recognise { track in ours.list.contains(track, at: track.state.timeUnixSeconds) }
        let known = KnownQuery(context: context, index: exchange.index)
        routes =
            AgreementRoutes(desk: agreements, context: context).routes + ours.routes
            + ZoneRoutes(
                desk: zones, shelf: shelf, sender: sender, context: context, intrusions: { disclosure.intrusions }
            ).routes
            + AlertExchangeRoutes(desk: alerts, shelf: shelf, sender: sender, clock: context.clock).routes
            + QuestionRoutes(desk: questions, shelf: shelf, sender: sender, context: context).routes
            + DisclosureRoutes(service: disclosure, shelf: shelf, context: context).routes
            + DistressRoutes(context: context).routes + KnownRoutes(query: known, context: context).routes
        services = [AgreementService(desk: agreements), pictures, disclosure]
        entryHandlers = [agreements, zones, alerts, questions, pictures]
        self.shelf = shelf
        self.agreements = agreements
        self.ours = ours
        self.zones = zones
        self.sender = sender
        self.exchange = exchange
        clock = context.clock
    }

    func peers() async -> [PeerStanding] {
        await PeerStanding.all(
            exchange.register.all.map(\.name), channels: exchange.table.states(),
            standings: Array(agreements.standings.values), atUnixSeconds: clock.now())
    }

    /// How long may pass until a peer tells of an aircraft again, seconds, by the rule that it names; nil: what it tells is not shown.
    /// Shown is what comes under an agreement that holds and as one of its rules says, and while it is suspended only distress.
    private static func interval(
        of track: TrackBody?, _ received: ReceivedEntry, under shelf: AgreementShelf, to party: String
    ) -> Double? {
        guard case .agreement(let identifier) = received.scope, let standing = shelf.agreement(identifier),
            standing.peers.contains(received.peer), standing.flow == .inForce || track?.emergency != nil || track == nil
        else { return nil }
        guard let track else { return 0 }
        let agreement = standing.document.agreement
        return agreement.rule(allowing: track, from: received.peer, to: party)?.precision.everySeconds
    }

    /// Brings the picture in line with what holds now.
    private static func changed(
        _ before: [StandingAgreement], _ now: [StandingAgreement], pictures: PeerPicture, runner: PictureRunner,
        policy: AlertPolicy
    ) async {
        var agreed: [String: AlertRules] = [:]
        var flowing: Set<String> = []
        // What holds in full comes before what rests.
        for standing in now.filter({ $0.flow == .inForce }) + now.filter({ $0.flow != .inForce }) {
            let rules = AlertRules.agreed(
                standing.document.agreement, policy: policy, activeZones: standing.activeZones, keepsSchedule: false)
            for peer in standing.peers {
                agreed[peer] = agreed[peer]?.joined(with: rules, of: standing.identifier) ?? rules
                if standing.flow == .inForce { flowing.insert(peer) }
            }
        }
        let peers = Set((before + now).flatMap(\.peers))
        for peer in peers.sorted() {
            // Rules that can't hold leave the station's own in force, which are never none.
            try? await runner.agree(agreed[peer], with: peer)
            if !flowing.contains(peer) { await pictures.forget(peer) }
        }
    }
}

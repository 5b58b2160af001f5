import Accord

/// Lines over the agreements that hold and the channels of the exchange.
struct NodeLineCarriers: LineCarriers {
    /// This station's party.
    let party: String
    let clock: NodeClock
    let channels: ChannelTable
    let index: EntryIndex
    let metrics: ExchangeMetrics
    /// Where each agreement of this party stands.
    let standings: @Sendable () async -> [AgreementStanding]

    func carriers() async -> [LineCarrier] {
        let now = clock.now()
        let states = await channels.states()
        var carriers: [String: LineCarrier] = [:]
        for standing in await standings().sorted(by: { $0.identifier < $1.identifier }) {
            guard let document = standing.version(atUnixSeconds: now) else { continue }
            for peer in document.agreement.parties.map(\.identifier) where peer != party {
                let link = states.first { $0.peer == peer && $0.scope == .agreement(standing.identifier) }
                guard let link else { continue }
                var carrier = LineCarrier(
                    terms: LineTerms(document.agreement, party: party, peer: peer), agreement: standing.identifier,
                    flow: standing.flow(atUnixSeconds: now))
                carrier.suspension = standing.suspended(atUnixSeconds: now).first.map {
                    ($0.party, $0.sinceUnixSeconds, $0.reason)
                }
                carrier.link = link.link.rawValue
                carrier.clockOffsetSeconds = link.clockOffsetSeconds
                // Of several agreements with one peer the one that lets most through carries the line.
                if let known = carriers[peer], known.rank >= carrier.rank { continue }
                carriers[peer] = carrier
            }
        }
        return carriers.values.sorted { $0.peer < $1.peer }
    }

    func append(_ drafts: [EntryDraft], to peer: String) async throws {
        guard let carrier = await carriers().first(where: { $0.peer == peer }),
            let channel = await channels.channel(to: peer, scope: .agreement(carrier.agreement))
        else { throw StationError.peer(name: peer, reason: "no channel of an agreement is open to it") }
        _ = try await channel.append(drafts)
    }

    func history(with peer: String, since unixSeconds: Double) async throws -> [LineFact]? {
        var query = EntryQuery(types: LineFact.types, peer: peer)
        query.writtenUnixSeconds = (unixSeconds - 86_400)...1e12
        var facts: [LineFact] = []
        while true {
            let page = try await index.entries(query)
            facts += page.compactMap { item in
                let side: LineSide = item.direction == .sent ? .ours : .theirs
                return try? LineFact(item.entry, from: side, at: item.reference)
            }
            guard page.count == query.limit, let last = page.last, facts.count < Self.mostFacts else { break }
            query.beyond = last.number
        }
        for place in facts.map(\.reference) {
            guard let receipt = try await index.receipt(for: place) else { continue }
            let isOurs = (try? RecordOrigin(parsing: place.origin))?.writer != party
            facts.append(
                LineFact(
                    side: isOurs ? .ours : .theirs, reference: receipt.reference,
                    atUnixSeconds: receipt.atUnixSeconds,
                    content: .receipt(origin: receipt.origin, size: receipt.size)))
        }
        return facts
    }

    func isOutside(_ received: ReceivedEntry, isDistress: Bool) async -> Bool {
        guard case .agreement(let identifier) = received.scope,
            let standing = await standings().first(where: { $0.identifier == identifier }),
            standing.isOutside(
                received.entry.type, isDistress: isDistress, receivedUnixSeconds: received.receivedUnixSeconds)
        else { return false }
        if !received.isHistory { metrics.outsideEntries.add(1) }
        return true
    }

    /// A journal is of a watch or of some days, not of a year.
    private static let mostFacts = 50_000
}

extension LineCarrier {
    /// How much the agreement lets through.
    fileprivate var rank: Int {
        switch flow {
        case .inForce: 3
        case .suspended: 2
        case .ended: 1
        case .none: 0
        }
    }
}

import Accord
import Foundation
import Logging
import Record
import ServiceLifecycle

/// The agreements of this party: proposed, countered, signed, in force, suspended, ended. All of it is made of the entries of all
/// parties, and is made again from them when the station starts.
actor AgreementDesk: EntryHandler {
    nonisolated let types = AgreementStanding.types
    let context: NodeContext
    let exchange: ExchangePart
    nonisolated let shelf: AgreementShelf
    private(set) var standings: [String: AgreementStanding] = [:]
    private let isActive: @Sendable (_ zone: AgreedZone, _ agreement: String, _ time: Double) -> Bool
    private let changed: @Sendable (_ before: [StandingAgreement], _ now: [StandingAgreement]) async -> Void

    /// Agreements that nobody here has put forward or signed.
    private var begun = BegunByPeers(most: 50)
    /// The agreements that documents are, by their hashes.
    private var judged = JudgedDocuments<String>()

    /// - Parameters:
    ///   - isActive: whether a zone is active at a time.
    ///   - changed: called when what holds has changed.
    init(
        _ context: NodeContext, exchange: ExchangePart, shelf: AgreementShelf,
        isActive: @escaping @Sendable (_ zone: AgreedZone, _ agreement: String, _ time: Double) -> Bool,
        changed: @escaping @Sendable (_ before: [StandingAgreement], _ now: [StandingAgreement]) async -> Void
    ) {
        self.context = context
        self.exchange = exchange
        self.shelf = shelf
        self.isActive = isActive
        self.changed = changed
    }

    func take(_ received: ReceivedEntry) async {
        await take(
            received.entry, received.scope, from: received.peer, receivedUnixSeconds: received.receivedUnixSeconds)
    }

    func take(_ sent: SentEntry) async { await take(sent.entry, sent.scope, from: context.party) }

    private func take(
        _ entry: Entry, _ scope: ChannelScope, from party: String, receivedUnixSeconds: Double? = nil
    ) async {
        guard let matter = AgreementMatter(entry, in: scope) else { return }
        let identifier = matter.agreement
        var document: AgreementDocument?
        if let sha256 = matter.sha256, standings[identifier]?.documents[sha256] == nil {
            document = await self.document(sha256, of: identifier)
        }
        // What others wrote while the document was read is in the standing by now, and from here on nothing waits.
        makeRoom(for: identifier, from: party)
        var standing = standings[identifier] ?? AgreementStanding(identifier: identifier)
        if let document { do { try standing.know(document) } catch { note(error, of: party) } }
        do { try standing.take(entry, from: party, receivedUnixSeconds: receivedUnixSeconds) } catch {
            note(error, of: party)
        }
        standings[identifier] = standing
        tell()
    }

    /// The document of a hash, if it is here, can be read, is a version of this agreement, and names us: what others agree among themselves
    /// under a name that we use as well is none of ours.
    func document(_ sha256: String, of identifier: String) async -> AgreementDocument? {
        switch judged[sha256] {
        case .nothing?: return nil
        case .means(let agreement)? where agreement != identifier: return nil
        case .means?, nil: break
        }
        guard let text = try? await exchange.documents.text(sha256), text != .missing else { return nil }
        let document = await Self.read(text, naming: context.party)
        let verdict: JudgedDocuments<String>.Verdict =
            if let document { .means(document.agreement.identifier) } else { .nothing }
        judged.keep(verdict, of: sha256)
        return document?.agreement.identifier == identifier ? document : nil
    }

    /// Reads a document beside the actor: what comes from others meanwhile need not wait for it.
    private static func read(_ text: DocumentStore.Text, naming party: String) async -> AgreementDocument? {
        guard case .bytes(let bytes) = text, let document = try? AgreementDocument(bytes),
            document.agreement.party(party) != nil
        else { return nil }
        return document
    }

    /// Forgets the oldest agreement that a peer has begun when it begins too many; what our people have had a hand in stays.
    private func makeRoom(for identifier: String, from party: String) {
        guard party != context.party else { return }
        let over = begun.note(identifier, by: party) { standings[$0]?.hasWritten(context.party) == true }
        for forgotten in over { standings[forgotten] = nil }
    }

    private func note(_ fault: AccordError, of party: String) {
        context.logger.warning(
            "an entry about an agreement is not right",
            metadata: ["party": "\(party)", "fault": "\(TerminalText.line(fault.description))"])
    }

    /// Tells the pages that something about an agreement has changed.
    nonisolated func tell() { context.hub.publish(event: "sharing", json: Array("{}".utf8)) }

    /// What holds at a time: agreements that all have signed and whose term runs, suspended ones among them.
    func standing(at time: Double) -> [StandingAgreement] {
        standings.values.compactMap { standing in
            switch standing.state(atUnixSeconds: time) {
            case .inForce, .suspended:
                guard let document = standing.version(atUnixSeconds: time),
                    document.agreement.party(context.party) != nil
                else { return nil }
                let peers = document.agreement.parties.map(\.identifier).filter { $0 != context.party }
                let active = document.agreement.zones.filter { isActive($0, document.agreement.identifier, time) }
                return StandingAgreement(
                    document: document, flow: standing.flow(atUnixSeconds: time), peers: peers.sorted(),
                    activeZones: Set(active.map(\.identifier)))
            case .none, .proposed, .agreed, .ended, .expired: return nil
            }
        }
        .sorted { $0.identifier < $1.identifier }
    }

    /// Brings what holds up to date: once a second, since terms begin and end by themselves, and after each act.
    func refresh() async {
        let before = shelf.current
        let now = standing(at: context.clock.now())
        guard before.map(\.mark) != now.map(\.mark) else { return }
        shelf.put(now)
        settleKeys(of: now)
        for agreement in now {
            for peer in agreement.peers where exchange.register.peer(named: peer) != nil {
                do { _ = try await exchange.table.open(to: peer, scope: agreement.scope) } catch {
                    context.logger.error(
                        "the channel of an agreement can't be opened",
                        metadata: ["agreement": "\(agreement.identifier)", "peer": "\(peer)", "error": "\(error)"])
                }
            }
        }
        await changed(before, now)
        tell()
    }
}

extension StandingAgreement {
    /// What makes another of it.
    fileprivate var mark: String { "\(document.sha256) \(flow) \(peers) \(activeZones.sorted())" }
}

/// Keeps what holds up to date by the clock.
struct AgreementService: Service {
    let desk: AgreementDesk

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await desk.refresh()
                try? await Task.sleep(for: .milliseconds(500))
            }
        }
    }
}

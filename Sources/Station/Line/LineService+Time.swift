import Accord
import Logging
import Phraseology
import ServiceLifecycle

extension LineService {
    /// Once a second: agreements that changed, what is owed, what nobody answered, what time alone makes worse.
    func tick() async {
        await refreshLines()
        let now = clock.now()
        for peer in lines.keys.sorted() {
            await writeOwed(to: peer, at: now)
            tellDue(peer, at: now)
        }
    }

    /// Brings the lines in line with the agreements.
    func refreshLines() async {
        let current = await carriers.carriers()
        var known: [String: LineCarrier] = [:]
        for carrier in current {
            known[carrier.peer] = carrier
            withDesk(of: carrier.peer) { if $0.terms != carrier.terms { $0.terms = carrier.terms } }
            let before = lines[carrier.peer]
            lines[carrier.peer] = carrier
            let isNew =
                before?.flow != carrier.flow || before?.link != carrier.link || before?.agreement != carrier.agreement
            if isNew { tell(carrier.peer, LineDesk.Changes(line: true)) }
        }
        lines = known
    }

    /// Writes what the station owes by itself.
    private func writeOwed(to peer: String, at now: Double) async {
        guard now - historyUnixSeconds >= Self.historySettlesSeconds, var desk = desks[peer] else { return }
        let before = desk.lastNumber
        guard let owed = try? desk.owed(at: now) else { return }
        let drafts = owed.filter { owing[peer]?.contains(Self.name(of: $0)) != true && mayWrite($0, to: peer) }
        guard !drafts.isEmpty else { return }
        withDesk(of: peer) { $0.lastNumber = max($0.lastNumber, desk.lastNumber, before) }
        let names = drafts.map(Self.name(of:))
        owing[peer, default: []].formUnion(names)
        do { try await carriers.append(drafts, to: peer) } catch {
            owing[peer]?.subtract(names)
            logger.warning(
                "a check of the line could not be written", metadata: ["peer": "\(peer)", "reason": "\(error)"])
        }
    }

    private static func name(of draft: EntryDraft) -> String {
        switch draft.body {
        case let answer as LineCheckedBody: answer.check
        case let check as LineCheckBody: check.person ? ownPersonCheck : ownCheck
        default: draft.type
        }
    }

    /// Whether the agreement lets an entry be written now.
    func mayWrite(_ draft: EntryDraft, to peer: String) -> Bool {
        guard let carrier = lines[peer] else { return false }
        return EntryPermission.mayWrite(draft, in: .agreement, flow: carrier.flow)
    }

    /// Tells the pages of messages that nobody answers, and of a line that became worse by silence.
    private func tellDue(_ peer: String, at now: Double) {
        guard let desk = desks[peer] else { return }
        var changes = LineDesk.Changes()
        var told = stepsTold[peer] ?? [:]
        for (key, progress) in desk.progress where key.side == .ours && progress.isOpen {
            let due = progress.exchange.stepsDue(at: now).count
            if due != told[key] ?? 0 {
                told[key] = due
                changes.messages.insert(key)
            }
        }
        stepsTold[peer] = told.filter { desk.progress[$0.key]?.isOpen == true }
        let word = desk.standing.word(at: now, answerWithin: desk.terms.answerWithinSeconds)
        if wordTold[peer] != word {
            wordTold[peer] = word
            changes.line = true
        }
        tell(peer, changes)
    }

    /// Forgets what is long settled.
    func forget() {
        let before = clock.now() - Self.keptSeconds
        for peer in Array(desks.keys) { withDesk(of: peer) { $0.forget(before: before) } }
    }

    /// Forgets receipts that tell nothing of any message, when all that they may tell of has come.
    func thinReceipts() {
        let now = clock.now()
        guard now - historyUnixSeconds >= Self.historySettlesSeconds else { return }
        for peer in Array(desks.keys) {
            withDesk(of: peer) { $0.thinReceipts(before: now - Self.receiptsKeptSeconds) }
        }
    }
}

/// Sees to the line each second until the station stops.
struct LineTicking: Service {
    let line: LineService

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var seconds = 0
            while !Task.isCancelled {
                await line.tick()
                seconds += 1
                // At first when the past has come in, then hourly.
                if seconds % 3_600 == 10 { await line.forget() }
                if seconds.isMultiple(of: 60) { await line.thinReceipts() }
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }
}

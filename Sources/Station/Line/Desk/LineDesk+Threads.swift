import Accord
import Phraseology

extension LineDesk {
    /// Longer chains of answers to answers are nobody's dialogue.
    private static let deepest = 24
    /// Nor are larger ones.
    private static let largest = 1_000

    /// What a message may answer, by its identifier alone.
    func candidates(_ key: LineKey, _ note: LineNote) -> [LineKey] {
        guard let identifier = note.answers else { return [] }
        let theirs = LineKey(side: key.side.other, identifier: identifier)
        return note.heard == nil ? [theirs] : [LineKey(side: key.side, identifier: identifier), theirs]
    }

    /// The message that a message answers, where it is here. What was heard answers what its own side heard, if that is it.
    func target(of key: LineKey) -> LineKey? {
        guard let note = items[key]?.note else { return nil }
        return candidates(key, note).first { candidate in
            guard candidate != key, let other = items[candidate] else { return false }
            return candidate.side != key.side || other.note.heard != nil
        }
    }

    /// A message with all that it answers, and all that answers it.
    func thread(around key: LineKey) -> Set<LineKey> {
        var found: Set<LineKey> = [key]
        var frontier = [key]
        var steps = 0
        while !frontier.isEmpty, steps < Self.deepest, found.count < Self.largest {
            steps += 1
            var next: [LineKey] = []
            for member in frontier {
                var neighbours = answering[member] ?? []
                if let note = items[member]?.note { neighbours.formUnion(candidates(member, note)) }
                for neighbour in neighbours where found.insert(neighbour).inserted { next.append(neighbour) }
            }
            frontier = next
        }
        return found
    }

    /// What a message is in the course of the dialogue.
    func kind(of key: LineKey, depth: Int = 0) -> LineProgress.Kind {
        guard let item = items[key], depth < Self.deepest else { return .opening }
        if item.note.heard != nil { return .heard }
        guard let target = target(of: key), let answered = items[target] else { return .opening }
        if let root = repeated(by: item, answering: target, depth: depth) { return .repetition(of: root) }
        return Self.demand(of: item.note.message, answering: answered.note.message) == .none
            ? .reply(target) : .opening
    }

    /// The message that is said again: I SAY AGAIN with its elements, in answer to a reply to it.
    private func repeated(by item: LineItem, answering target: LineKey, depth: Int) -> LineKey? {
        let codes = item.note.message.elements.map(\.code)
        guard codes.contains("PRC.ISAYAGAIN"), let earlier = self.target(of: target), earlier.side != target.side else {
            return nil
        }
        var root = earlier
        if case .repetition(let first) = kind(of: earlier, depth: depth + 1) { root = first }
        guard let said = items[root]?.note.message, root.side == earlier.side else { return nil }
        return said.elements.allSatisfy { codes.contains($0.code) } ? root : nil
    }

    /// What an answer asks for itself: what it reads back and its answering words ask for nothing.
    static func demand(of reply: LineMessage, answering message: LineMessage) -> ReplySet {
        let answers = Set(message.reply.codes + message.elements.map(\.code))
        let own = reply.elements.filter {
            !answers.contains($0.code) && !$0.code.hasPrefix("RSP.") && !$0.code.hasPrefix("PRC.")
        }
        return own.map(\.definition.reply).max { $0.demand < $1.demand } ?? .none
    }

    /// What answers a message or one of its repetitions, in the order of the one who answers.
    private func replies(to key: LineKey) -> [LineKey] {
        var found: [LineKey] = []
        var visited: Set<LineKey> = [key]
        var frontier = [key]
        while let place = frontier.popLast() {
            for reply in answering[place] ?? [] where target(of: reply) == place {
                if items[reply]?.note.heard == nil, reply.side == key.side { continue }
                guard visited.insert(reply).inserted else { continue }
                found.append(reply)
                for again in answering[reply] ?? [] where visited.insert(again).inserted {
                    if case .repetition(let root) = kind(of: again), root == key { frontier.append(again) }
                }
            }
        }
        return found.sorted { left, right in
            guard let first = items[left], let second = items[right] else { return false }
            if left.side == right.side { return first.order < second.order }
            return (first.atUnixSeconds, left.side.rawValue) < (second.atUnixSeconds, right.side.rawValue)
        }
    }

    /// How far a message has come, from all that is known of it.
    func work(out key: LineKey) -> LineProgress? {
        guard let item = items[key] else { return nil }
        let kind = kind(of: key)
        let message = item.note.message
        var awaited = message.reply
        switch kind {
        case .reply, .repetition: awaited = .none
        case .opening:
            if let target = target(of: key), let answered = items[target] {
                awaited = Self.demand(of: message, answering: answered.note.message)
            }
        case .heard: break
        }
        let waits = key.side == .ours && kind == .opening && !item.note.isLate
        let escalation = waits ? terms.escalation(of: message) : EscalationProcedure([])
        var progress = LineProgress(
            kind: kind,
            exchange: MessageExchange(
                message, writtenAt: item.note.writtenUnixSeconds, escalation: escalation, awaiting: awaited))
        _ = progress.exchange.handle(.sent, at: item.atUnixSeconds)
        if let received = receipts.time(of: item, from: key.side.other) {
            _ = progress.exchange.handle(.received, at: received)
        }
        let marks = marks[key] ?? LineMarks()
        if let shown = marks.shown { _ = progress.exchange.handle(.shown, at: shown.atUnixSeconds) }
        if let read = marks.read {
            _ = progress.exchange.handle(.read(by: read.by?.name ?? ""), at: read.atUnixSeconds)
        }
        progress.replies = replies(to: key)
        for reply in progress.replies { answer(&progress, with: reply) }
        // A message that was passed on, or refused, before it was taken back stays so: the crew has it.
        if let cancelled = marks.cancelled { _ = progress.exchange.handle(.cancelled, at: cancelled.atUnixSeconds) }
        if let complied = marks.compliance.first(where: \.complied) {
            _ = progress.exchange.handle(.complied, at: complied.mark.atUnixSeconds)
        }
        return progress
    }

    private func answer(_ progress: inout LineProgress, with reply: LineKey) {
        guard let item = items[reply] else { return }
        let matchedBefore = progress.exchange.times.readBackMatched
        for action in progress.exchange.handle(.answered(item.note.message), at: item.atUnixSeconds) {
            switch action {
            case .stillOpen(let reason): progress.stillOpen = reason
            case .mismatch(let differences, let proposal):
                progress.mismatch = .init(reply: reply, differences: differences, proposal: proposal)
            case .notAReply: progress.strangers.append(reply)
            case .update, .close, .escalate: break
            }
        }
        if progress.exchange.times.readBackMatched != matchedBefore { progress.mismatch = nil }
        if progress.exchange.times.closed != nil { progress.stillOpen = nil }
    }
}

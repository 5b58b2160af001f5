import Accord
import Logging
import Synchronization

/// “Is this yours?”, both ways: what was asked and answered, what waits for a person, and how much of the budget is left.
final class QuestionDesk: EntryHandler {
    private struct State {
        var questions = Remembered<Asked>(most: QuestionDesk.most)
        var counts: [String: QuestionCount] = [:]
        var past = OwnPast()
    }

    let types: Set<String> = [QuestionBody.type, AnswerBody.type]
    private let context: NodeContext
    private let shelf: AgreementShelf
    private let ours: OursDesk
    private let sender: AgreementSender
    private let state = Mutex(State())

    /// Questions that are remembered of each side of each peer; of those that are answered the oldest go first.
    private static let most = 250
    /// As many of each are shown.
    private static let mostShown = 100

    init(_ context: NodeContext, shelf: AgreementShelf, ours: OursDesk, sender: AgreementSender) {
        self.context = context
        self.shelf = shelf
        self.ours = ours
        self.sender = sender
    }

    /// What tells a question from others.
    static func key(_ peer: String, _ agreement: String, _ question: String, _ isOurs: Bool) -> String {
        "\(side(peer, agreement, isOurs))|\(question)"
    }

    private static func side(_ peer: String, _ agreement: String, _ isOurs: Bool) -> String {
        "\(isOurs ? "sent" : "received")|\(peer)|\(agreement)"
    }

    /// The last ones of each side of each peer, the newest first.
    var all: [Asked] { state.withLock { $0.questions.newest(Self.mostShown) } }

    /// A question of a peer; nil: there is none.
    func received(_ question: String, from peer: String, under agreement: String) -> Asked? {
        state.withLock { $0.questions[Self.key(peer, agreement, question, false)] }
    }

    /// Takes where our own aircraft are at a picture second, and how new the newest report is that our receivers delivered for it.
    func take(_ states: [OwnTrackState], newestReport: Double?, at second: Int) {
        state.withLock { $0.past.take(states, newestReport: newestReport, at: second) }
    }

    func take(_ received: ReceivedEntry) async {
        guard case .agreement(let agreement) = received.scope else { return }
        if let body = try? received.entry.body(QuestionBody.self) {
            // By our own clock: what the peer says of the time would let it ask as often as it likes.
            var asked = Asked(received.peer, agreement, body, isOurs: false, received.entry)
            (asked.receivedUnixSeconds, asked.isLate) = (received.receivedUnixSeconds, received.isLate)
            let count = note(asked, countedAt: received.receivedUnixSeconds)
            guard let isWithin = count else { return }
            if received.isHistory {
                // Its answer follows in the history, if there ever was one.
                wait(for: body, from: received.peer, agreement, because: .outOfTime, candidates: [])
            } else {
                await answer(body, from: received.peer, under: agreement, isWithin: isWithin)
            }
        } else if let body = try? received.entry.body(AnswerBody.self) {
            note(body, received.entry, peer: received.peer, agreement, isOurs: true, isLate: received.isLate)
        }
        tell()
    }

    func take(_ sent: SentEntry) async {
        guard case .agreement(let agreement) = sent.scope else { return }
        if let body = try? sent.entry.body(QuestionBody.self) {
            let asked = Asked(sent.peer, agreement, body, isOurs: true, sent.entry)
            _ = note(asked, countedAt: sent.entry.atUnixSeconds)
        } else if let body = try? sent.entry.body(AnswerBody.self) {
            note(body, sent.entry, peer: sent.peer, agreement, isOurs: false, isLate: false)
        }
        tell()
    }

    private func tell() { context.hub.publish(event: "sharing", json: Array("{}".utf8)) }

    /// Notes a question; false: it is over the budget; nil: one of that name was asked already, and this one is passed over.
    private func note(_ asked: Asked, countedAt: Double) -> Bool? {
        let terms = shelf.agreement(asked.agreement)?.document.agreement.questions
        let side = Self.side(asked.peer, asked.agreement, asked.isOurs)
        return state.withLock { state in
            guard state.questions[asked.key] == nil else { return nil }
            state.questions.keep(asked, as: asked.key, of: .init(peer: asked.peer, isOurs: asked.isOurs)) {
                $0.answer != nil
            }
            return state.counts[side, default: QuestionCount()].ask(atUnixSeconds: countedAt, terms)
        }
    }

    private func note(
        _ body: AnswerBody, _ entry: Entry, peer: String, _ agreement: String, isOurs: Bool, isLate: Bool
    ) {
        state.withLock { state in
            state.questions.change(Self.key(peer, agreement, body.question, isOurs)) { asked in
                guard asked.answer == nil else { return }
                asked.answer = body
                asked.answeredUnixSeconds = entry.atUnixSeconds
                asked.isAnswerLate = isLate
                asked.waitsBecause = nil
            }
        }
    }

    /// How many questions may still be asked of a peer.
    func left(of peer: String, under standing: StandingAgreement) -> Int {
        let now = context.clock.now()
        let terms = standing.document.agreement.questions
        return state.withLock {
            $0.counts[Self.side(peer, standing.identifier, true), default: QuestionCount()]
                .left(atUnixSeconds: now, terms)
        }
    }

    /// Answers a peer's question where the case is clear; else it waits for a person.
    private func answer(_ body: QuestionBody, from peer: String, under agreement: String, isWithin: Bool) async {
        guard let standing = shelf.agreement(agreement) else {
            return wait(for: body, from: peer, agreement, because: .noAgreement, candidates: [])
        }
        let terms = standing.document.agreement.questions
        let policy = AnswerPolicy(terms)
        let own = ours.list.own
        let time = body.time.unixSeconds
        let (states, coverage) = state.withLock { state in
            (state.past.states(around: time, withinSeconds: 4 * terms.toleranceSeconds), state.past.coverage(of: time))
        }
        let verdict =
            isWithin ? policy.verdict(body, states: states, own: own, coverage: coverage) : .answer(.noComment)
        switch verdict {
        case .answer(let answer):
            if await reply(answer, to: body, from: peer, under: standing) { return }
            let candidates = policy.candidates(for: body, states: states, own: own)
            wait(for: body, from: peer, agreement, because: .notWritten, candidates: candidates)
        case .person(let reason, let candidates):
            wait(for: body, from: peer, agreement, because: reason, candidates: candidates)
        }
    }

    private func wait(
        for body: QuestionBody, from peer: String, _ agreement: String, because reason: AnswerPolicy.Reason,
        candidates: [String]
    ) {
        state.withLock { state in
            state.questions.change(Self.key(peer, agreement, body.question, false)) { asked in
                guard asked.answer == nil else { return }
                asked.waitsBecause = reason.rawValue
                asked.candidates = candidates
            }
        }
    }

    /// Writes an automatic answer; false: it could not be written.
    private func reply(
        _ answer: AnswerBody.Answer, to body: QuestionBody, from peer: String, under standing: StandingAgreement
    ) async -> Bool {
        let reply = AnswerBody(
            question: body.question, answer: answer, automatic: true, notice: AnswerBody.standardNotice,
            by: .station(context.party))
        do {
            _ = try await sender.send([reply], to: peer, under: standing)
            return true
        } catch {
            context.logger.error("a question was not answered", metadata: ["peer": "\(peer)", "error": "\(error)"])
            return false
        }
    }
}

import Accord
import Logging
import Synchronization

/// “Is this yours?”, both ways: what was asked and answered, what waits for a person, and how much of the budget is left.
final class QuestionDesk: EntryHandler {
    /// One question.
    struct Asked: Sendable {
        /// The other party.
        var peer: String
        /// Under which agreement.
        var agreement: String
        /// What was asked.
        var body: QuestionBody
        /// Whether we asked.
        var isOurs: Bool
        /// When it was written, Unix seconds.
        var writtenUnixSeconds: Double
        /// The answer; nil: none yet.
        var answer: AnswerBody?
        /// When the answer was written.
        var answeredUnixSeconds: Double?
        /// Why a person is to answer; nil: none is.
        var waitsBecause: String?
        /// Our own aircraft that may be meant, for that person alone.
        var candidates: [String] = []

        /// What tells it from others.
        var key: String { QuestionDesk.key(peer, agreement, body.question, isOurs) }
    }

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

    private static func key(_ peer: String, _ agreement: String, _ question: String, _ isOurs: Bool) -> String {
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

    /// Takes where our own aircraft are at a picture second.
    func take(_ states: [OwnTrackState], at second: Int) { state.withLock { $0.past.take(states, at: second) } }

    func take(_ received: ReceivedEntry) async {
        guard case .agreement(let agreement) = received.scope else { return }
        if let body = try? received.entry.body(QuestionBody.self) {
            // By our own clock: what the peer says of the time would let it ask as often as it likes.
            let count = note(
                body, received.entry, peer: received.peer, agreement, isOurs: false,
                countedAt: received.receivedUnixSeconds)
            guard let isWithin = count else { return }
            if received.isHistory {
                // Its answer follows in the history, if there ever was one.
                wait(for: body, from: received.peer, agreement, because: .outOfTime, candidates: [])
            } else {
                await answer(body, from: received.peer, under: agreement, isWithin: isWithin)
            }
        } else if let body = try? received.entry.body(AnswerBody.self) {
            note(body, received.entry, peer: received.peer, agreement, isOurs: true)
        }
        tell()
    }

    func take(_ sent: SentEntry) async {
        guard case .agreement(let agreement) = sent.scope else { return }
        if let body = try? sent.entry.body(QuestionBody.self) {
            _ = note(
                body, sent.entry, peer: sent.peer, agreement, isOurs: true, countedAt: sent.entry.atUnixSeconds)
        } else if let body = try? sent.entry.body(AnswerBody.self) {
            note(body, sent.entry, peer: sent.peer, agreement, isOurs: false)
        }
        tell()
    }

    private func tell() { context.hub.publish(event: "sharing", json: Array("{}".utf8)) }

    /// Notes a question; false: it is over the budget; nil: one of that name was asked already, and this one is passed over.
    private func note(
        _ body: QuestionBody, _ entry: Entry, peer: String, _ agreement: String, isOurs: Bool, countedAt: Double
    ) -> Bool? {
        let terms = shelf.agreement(agreement)?.document.agreement.questions
        let asked = Asked(
            peer: peer, agreement: agreement, body: body, isOurs: isOurs, writtenUnixSeconds: entry.atUnixSeconds)
        return state.withLock { state in
            guard state.questions[asked.key] == nil else { return nil }
            state.questions.keep(asked, as: asked.key, of: .init(peer: peer, isOurs: isOurs)) { $0.answer != nil }
            return state.counts[Self.side(peer, agreement, isOurs), default: QuestionCount()]
                .ask(atUnixSeconds: countedAt, terms)
        }
    }

    private func note(_ body: AnswerBody, _ entry: Entry, peer: String, _ agreement: String, isOurs: Bool) {
        state.withLock { state in
            state.questions.change(Self.key(peer, agreement, body.question, isOurs)) { asked in
                guard asked.answer == nil else { return }
                asked.answer = body
                asked.answeredUnixSeconds = entry.atUnixSeconds
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
        guard let standing = shelf.agreement(agreement) else { return }
        guard isWithin else {
            return await reply(.noComment, to: body, from: peer, under: standing)
        }
        let terms = standing.document.agreement.questions
        let own = ours.list.own
        let verdict = state.withLock { state in
            AnswerPolicy(terms).verdict(
                body,
                states: state.past.states(around: body.time.unixSeconds, withinSeconds: 4 * terms.toleranceSeconds),
                own: own, covered: state.past.coveredUnixSeconds ?? 0...0)
        }
        switch verdict {
        case .answer(let answer): await reply(answer, to: body, from: peer, under: standing)
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

    private func reply(
        _ answer: AnswerBody.Answer, to body: QuestionBody, from peer: String, under standing: StandingAgreement
    ) async {
        let reply = AnswerBody(
            question: body.question, answer: answer, automatic: true, notice: AnswerBody.standardNotice,
            by: .station(context.party))
        do { _ = try await sender.send([reply], to: peer, under: standing) } catch {
            context.logger.error("a question was not answered", metadata: ["peer": "\(peer)", "error": "\(error)"])
        }
    }
}

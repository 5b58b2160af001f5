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
        var questions: [String: Asked] = [:]
        var order: [String] = []
        var past = OwnPast()

        /// How much of a budget is used: by the questions themselves, so that it is the same after a restart.
        func budget(
            _ terms: QuestionTerms, of peer: String, _ agreement: String, isOurs: Bool, except key: String? = nil
        )
            -> QuestionBudget
        {
            var budget = QuestionBudget(terms)
            for place in order where place != key {
                guard let asked = questions[place], asked.peer == peer, asked.agreement == agreement,
                    asked.isOurs == isOurs
                else { continue }
                _ = budget.ask(atUnixSeconds: asked.writtenUnixSeconds)
            }
            return budget
        }
    }

    let types: Set<String> = [QuestionBody.type, AnswerBody.type]
    private let context: NodeContext
    private let shelf: AgreementShelf
    private let ours: OursDesk
    private let sender: AgreementSender
    private let state = Mutex(State())

    /// Questions that are remembered; the oldest go first.
    private static let most = 500

    init(_ context: NodeContext, shelf: AgreementShelf, ours: OursDesk, sender: AgreementSender) {
        self.context = context
        self.shelf = shelf
        self.ours = ours
        self.sender = sender
    }

    private static func key(_ peer: String, _ agreement: String, _ question: String, _ isOurs: Bool) -> String {
        "\(isOurs ? "sent" : "received")|\(peer)|\(agreement)|\(question)"
    }

    /// All that is remembered, the newest first.
    var all: [Asked] { state.withLock { state in state.order.reversed().compactMap { state.questions[$0] } } }

    /// A question of a peer; nil: there is none.
    func received(_ question: String, from peer: String, under agreement: String) -> Asked? {
        state.withLock { $0.questions[Self.key(peer, agreement, question, false)] }
    }

    /// Takes where our own aircraft are at a picture second.
    func take(_ states: [OwnTrackState], at second: Int) { state.withLock { $0.past.take(states, at: second) } }

    func take(_ received: ReceivedEntry) async {
        guard case .agreement(let agreement) = received.scope else { return }
        if let body = try? received.entry.body(QuestionBody.self) {
            let isWithin = note(body, received.entry, peer: received.peer, agreement, isOurs: false)
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
            _ = note(body, sent.entry, peer: sent.peer, agreement, isOurs: true)
        } else if let body = try? sent.entry.body(AnswerBody.self) {
            note(body, sent.entry, peer: sent.peer, agreement, isOurs: false)
        }
        tell()
    }

    private func tell() { context.hub.publish(event: "sharing", json: Array("{}".utf8)) }

    /// Notes a question; false: it is over the budget.
    private func note(
        _ body: QuestionBody, _ entry: Entry, peer: String, _ agreement: String, isOurs: Bool
    ) -> Bool {
        let terms = shelf.agreement(agreement)?.document.agreement.questions
        let asked = Asked(
            peer: peer, agreement: agreement, body: body, isOurs: isOurs, writtenUnixSeconds: entry.atUnixSeconds)
        return state.withLock { state in
            if state.questions[asked.key] == nil {
                state.order.append(asked.key)
                state.questions[asked.key] = asked
                if state.order.count > Self.most { state.questions[state.order.removeFirst()] = nil }
            }
            guard let terms else { return true }
            var budget = state.budget(terms, of: peer, agreement, isOurs: isOurs, except: asked.key)
            return budget.ask(atUnixSeconds: entry.atUnixSeconds)
        }
    }

    private func note(_ body: AnswerBody, _ entry: Entry, peer: String, _ agreement: String, isOurs: Bool) {
        state.withLock { state in
            let key = Self.key(peer, agreement, body.question, isOurs)
            guard state.questions[key] != nil, state.questions[key]?.answer == nil else { return }
            state.questions[key]?.answer = body
            state.questions[key]?.answeredUnixSeconds = entry.atUnixSeconds
            state.questions[key]?.waitsBecause = nil
        }
    }

    /// How many questions may still be asked of a peer.
    func left(of peer: String, under standing: StandingAgreement) -> Int {
        let now = context.clock.now()
        let terms = standing.document.agreement.questions
        return state.withLock {
            $0.budget(terms, of: peer, standing.identifier, isOurs: true).left(atUnixSeconds: now)
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
            let key = Self.key(peer, agreement, body.question, false)
            guard state.questions[key]?.answer == nil else { return }
            state.questions[key]?.waitsBecause = reason.rawValue
            state.questions[key]?.candidates = candidates
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

import Accord

extension QuestionDesk {
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
        /// When it was stored here, by our clock, Unix seconds; nil: we asked.
        var receivedUnixSeconds: Double?
        /// Whether it came long after it was written.
        var isLate = false
        /// The answer; nil: none yet.
        var answer: AnswerBody?
        /// When the answer was written.
        var answeredUnixSeconds: Double?
        /// Whether the answer came long after it was written.
        var isAnswerLate = false
        /// Why a person is to answer; nil: none is.
        var waitsBecause: String?
        /// Our own aircraft that may be meant, for that person alone.
        var candidates: [String] = []

        /// A question as its entry says it.
        init(_ peer: String, _ agreement: String, _ body: QuestionBody, isOurs: Bool, _ entry: Entry) {
            (self.peer, self.agreement, self.body, self.isOurs) = (peer, agreement, body, isOurs)
            writtenUnixSeconds = entry.atUnixSeconds
        }

        /// What tells it from others.
        var key: String { QuestionDesk.key(peer, agreement, body.question, isOurs) }
    }
}

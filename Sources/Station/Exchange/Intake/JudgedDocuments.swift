/// What documents were found to be, by hash. The bytes of a hash never change, so each is read once: a peer may name it again and again, and a
/// long one that means nothing costs no more than a short one.
struct JudgedDocuments<Meaning: Sendable>: Sendable {
    /// What a document was found to be.
    enum Verdict: Sendable {
        /// Nothing that is looked for: it can't be read, or it doesn't concern this party.
        case nothing
        /// It is this.
        case means(Meaning)
    }

    private var verdicts: [String: Verdict] = [:]
    private var order: [String] = []

    /// As many are remembered, the newest: more than a peer can leave here of such as take long to read.
    private static var most: Int { 4_096 }

    /// What a document was found to be; nil: it was not read yet, or too long ago.
    subscript(sha256: String) -> Verdict? { verdicts[sha256] }

    /// Remembers what a document was found to be.
    mutating func keep(_ verdict: Verdict, of sha256: String) {
        guard verdicts.updateValue(verdict, forKey: sha256) == nil else { return }
        order.append(sha256)
        if order.count > Self.most { verdicts[order.removeFirst()] = nil }
    }
}

public import Accord
import Airspace
import Phraseology

/// Reads a plan out of YAML, and tells every fault with its line instead of stopping at the first.
public struct PlanReader: Sendable {
    /// The plan; nil when a part is missing without which there is none.
    public private(set) var plan: ExercisePlan?
    /// What is wrong with its writing; what is wrong with its sense is found by `PlanCheck`.
    public internal(set) var faults: [DocumentFault] = []
    var lines = PlanLines()

    /// Reads `text`.
    public init(_ text: String) {
        do throws(DocumentFault) { plan = read(try DocumentNode(yaml: text)) } catch { faults.append(error) }
    }

    /// Runs one piece of reading; what it throws is noted, and the rest goes on.
    mutating func take<Value>(_ reading: () throws(DocumentFault) -> Value?) -> Value? {
        do throws(DocumentFault) { return try reading() } catch {
            faults.append(error)
            return nil
        }
    }

    /// Notes the line of a node and faults keys that mean nothing there.
    mutating func open(_ node: DocumentNode, _ keys: [String]) {
        lines.note(node.line, at: node.keys)
        faults += node.unknownKeys(allowed: keys)
        for key in keys { if let child = node.child(key) { lines.note(child.line, at: child.keys) } }
    }

    private mutating func read(_ root: DocumentNode) -> ExercisePlan? {
        guard root.isMapping else {
            faults.append(root.fault("a plan has keys with values", "план состоит из ключей со значениями"))
            return nil
        }
        open(
            root,
            [
                "plan", "id", "version", "agreement", "title", "expires", "notice", "zone", "minimum", "buffer",
                "contact", "participants", "safety-controller", "abort", "cards", "disclosure", "rehearsal",
            ])
        _ = take { () throws(DocumentFault) in try root.required("plan").count(in: 1...1) }
        let identifier = take { () throws(DocumentFault) in try root.required("id").name() }
        let version = take { () throws(DocumentFault) in try root.required("version").count(in: 1...9_999) }
        let agreement = take { () throws(DocumentFault) in try root.required("agreement").name() }
        let title = take { () throws(DocumentFault) in try root.required("title").bilingual() }
        let expires = take { () throws(DocumentFault) in try root.child("expires")?.time() }
        let zone = take { () throws(DocumentFault) in try root.required("zone") }.flatMap { self.zone($0) }
        let minimum = take { () throws(DocumentFault) in try root.required("minimum") }.flatMap { self.minimum($0) }
        let turnAway = take { () throws(DocumentFault) in try root.required("buffer") }.flatMap { self.turnAway($0) }
        let contact = take { () throws(DocumentFault) in try root.required("contact") }.flatMap { self.contact($0) }
        let participants =
            take { () throws(DocumentFault) in
                try root.required("participants").entries(most: Self.mostParticipants, "participants")
            } ?? []
        let cards =
            take { () throws(DocumentFault) in try root.required("cards").elements(most: Self.mostCards, "cards") }
            ?? []
        let safety = take { () throws(DocumentFault) in try root.child("safety-controller")?.text(longest: 64) }
        let notice = root.child("notice").flatMap { self.notice($0) }
        let abort = root.child("abort").flatMap { self.abortWords($0) } ?? AbortWords(english: "", russian: "")
        let disclosures =
            take { () throws(DocumentFault) in
                try root.child("disclosure")?.elements(most: Self.mostParticipants, "parties")
            } ?? []
        let conditions = rehearsal(root.child("rehearsal"))
        let readParticipants = participants.compactMap { participant($0.key, $0.value) }
        let readCards = cards.compactMap { card($0) }
        let readDisclosures = disclosures.compactMap { disclosure($0) }
        guard let identifier, let version, let agreement, let title, let zone, let minimum, let turnAway, let contact
        else { return nil }
        return ExercisePlan(
            identifier: identifier, version: version, agreement: agreement, title: title,
            expiresUnixSeconds: expires, notice: notice, zone: zone, minimum: minimum, turnAway: turnAway,
            contact: contact, participants: readParticipants, safetyController: safety, abort: abort,
            cards: readCards, disclosures: readDisclosures, errors: conditions.errors, wind: conditions.wind,
            lines: lines)
    }

    // Two crews fly some ten cards. What a peer puts forward is read whoever wrote it, and is bounded by what can be briefed.

    /// As many take part, and are named in one place, at most.
    static let mostParticipants = 64
    /// As many cards has a plan, points a way and messages a card.
    static let mostCards = 64
    /// As many words of a small set stand in one place, such as languages.
    static let mostWords = 20
}

import Accord
import Airspace
import Phraseology

/// A message that a person wants sent, or has heard.
struct LineComposition: Sendable {
    /// What it says.
    var message: LineMessage
    /// The message that it answers.
    var answers: String?
    /// For what was heard on a frequency or a telephone.
    var heard: Heard?
    /// Whether it is entered after the fact.
    var isLate = false
}

/// What people do on the line. Each returns the entries to be written; the desk changes when they come back as written.
extension LineDesk {
    /// A message to the peer, or one that was heard. What it answers is read with it.
    ///
    /// - Throws: `LineError` when it may not cross the line now, or answers nothing that is known.
    mutating func compose(_ composition: LineComposition, by person: Person, at seconds: Double) throws -> (
        key: LineKey, drafts: [EntryDraft]
    ) {
        var drafts: [EntryDraft] = []
        let message = composition.message
        let target = try composition.answers.map { try answered($0, wasHeard: composition.heard != nil) }
        if composition.heard == nil {
            do throws(PhraseologyError) {
                try message.checkBetweenStations()
                if asksCrews(message, answering: target) { try advisories.hold.hold.check(message) }
            } catch {
                throw LineError.message(error)
            }
        }
        if let target, target.side == .theirs { drafts += try read(target.identifier, by: person) }
        let note = LineNote(
            identifier: nextIdentifier(at: seconds), message: message, answers: composition.answers,
            writtenUnixSeconds: seconds, heard: composition.heard, isLate: composition.isLate, by: person)
        drafts.append(try EntryDraft(note.body))
        return (LineKey(side: .ours, identifier: note.identifier), drafts)
    }

    /// Whether a message asks the other side's crews for something. A read-back repeats it and asks for nothing.
    private func asksCrews(_ message: LineMessage, answering target: LineKey?) -> Bool {
        guard let target, let answered = items[target]?.note.message else { return true }
        let isAgain = message.elements.contains { $0.code == "PRC.ISAYAGAIN" }
        return isAgain || Self.demand(of: message, answering: answered) != .none
    }

    private func answered(_ identifier: String, wasHeard: Bool) throws(LineError) -> LineKey {
        let theirs = LineKey(side: .theirs, identifier: identifier)
        if items[theirs] != nil {
            guard marks[theirs]?.cancelled == nil else { throw LineError.cancelled(identifier) }
            return theirs
        }
        let ours = LineKey(side: .ours, identifier: identifier)
        if wasHeard, items[ours]?.note.heard != nil { return ours }
        throw LineError.unknownMessage(identifier)
    }

    /// Messages of the peer stand on a screen. Those of which it was said already are left out.
    func shown(_ identifiers: [String]) throws -> [EntryDraft] {
        var drafts: [EntryDraft] = []
        for identifier in Set(identifiers).sorted() {
            let key = LineKey(side: .theirs, identifier: identifier)
            guard items[key] != nil, marks[key]?.shown == nil else { continue }
            drafts.append(try EntryDraft(MessageShownBody(message: identifier)))
        }
        return drafts
    }

    /// A person has read a message of the peer. Nothing is written a second time.
    func read(_ identifier: String, by person: Person) throws -> [EntryDraft] {
        let key = LineKey(side: .theirs, identifier: identifier)
        guard items[key] != nil else { throw LineError.unknownMessage(identifier) }
        guard marks[key]?.read == nil else { return [] }
        return try shown([identifier]) + [EntryDraft(MessageReadBody(message: identifier, by: person))]
    }

    /// A message of ours is taken back.
    ///
    /// - Throws: `LineError.notNow` once it is settled: what was passed to a crew is taken back by a message to the crew.
    func cancel(_ identifier: String, by person: Person) throws -> [EntryDraft] {
        let key = LineKey(side: .ours, identifier: identifier)
        guard let progress = progress[key] else { throw LineError.unknownMessage(identifier) }
        guard marks[key]?.cancelled == nil else { return [] }
        guard progress.exchange.times.closed == nil else {
            throw LineError.notNow(
                "\(identifier) is settled (\(progress.exchange.closure?.rawValue ?? "")): send a new message to change it"
            )
        }
        return [try EntryDraft(MessageCancelledBody(message: identifier, by: person))]
    }

    /// What a message asked for was seen to be done, or not.
    func report(
        _ identifier: String, complied: Bool, seen: String?, by person: Person
    ) throws -> [EntryDraft] {
        let known = LineSide.allCases.compactMap { items[LineKey(side: $0, identifier: identifier)]?.note.message }
        guard let message = known.first else { throw LineError.unknownMessage(identifier) }
        guard message.reply.asksForAction else {
            throw LineError.notNow("\(identifier) asks for nothing that could be done")
        }
        return [try EntryDraft(ComplianceBody(message: identifier, complied: complied, seen: seen, by: person))]
    }

    /// The identifier of the next message or check, unique in the record of the day.
    mutating func nextIdentifier(at seconds: Double) -> String {
        lastNumber += 1
        let day = UTCTime.string(unixSeconds: seconds).dropFirst(5).prefix(5).filter { $0 != "-" }
        return "\(terms.party)-\(day)-\(lastNumber)"
    }
}

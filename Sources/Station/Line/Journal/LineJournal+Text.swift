import Accord
import Airspace
import Phraseology

extension LineJournal {
    /// The journal as plain text.
    var text: String {
        let drawnUp = UTCTime.string(unixSeconds: drawnUpUnixSeconds)
        var lines = [
            "\(JournalWord.title.both)  \(desk.terms.party) – \(desk.terms.peer)",
            "\(JournalWord.drawnUp.both) \(drawnUp)", "",
        ]
        var day = ""
        for row in rows {
            let time = UTCTime.string(unixSeconds: row.atUnixSeconds, fractionDigits: 0)
            if time.prefix(10) != day {
                day = String(time.prefix(10))
                lines += [day, ""]
            }
            lines += text(of: row.content, at: Self.clock(row.atUnixSeconds, fraction: false))
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

    /// Hours, minutes, seconds of a day in UTC.
    static func clock(_ seconds: Double, fraction: Bool = true) -> String {
        let whole = UTCTime.string(unixSeconds: seconds, fractionDigits: fraction ? 3 : 0)
        return String(whole.dropFirst(11))
    }

    private func text(of content: Content, at time: String) -> [String] {
        switch content {
        case .message(let key): return message(key, at: time)
        case .check(let check, let answer):
            let word = check.isForPersons ? JournalWord.personalCheck : JournalWord.check
            let result =
                answer.map {
                    "\(JournalWord.readability.both) \($0.readability) (\($0.mark.by?.name ?? ""), \(Self.clock($0.mark.atUnixSeconds)))"
                } ?? JournalWord.noAnswer.both
            return ["\(time)  \(desk.party(check.key.side))  \(word.both) \(check.key.identifier): \(result)"]
        case .statement(let side, let statement):
            let reason = statement.reason.map { ": \($0)" } ?? ""
            let by = statement.mark.by.map { " (\($0.name))" } ?? ""
            return ["\(time)  \(desk.party(side))  \(JournalWord.state(statement.state).both)\(reason)\(by)"]
        case .fault(let fault):
            let place = "\(fault.reference.origin) \(fault.reference.index)"
            return ["\(time)  \(desk.terms.peer)  \(JournalWord.fault.both): \(place): \(fault.reason)"]
        }
    }

    private func message(_ key: LineKey, at time: String) -> [String] {
        guard let facts = MessageFacts(key, of: desk) else { return [] }
        let indent = String(repeating: " ", count: 11)
        var lines = ["\(time)  \(facts.direction)  \(facts.identifier)  \(facts.coded)"]
        lines += facts.words.map { indent + "\($0.language)  \($0.text)" }
        if let free = facts.free { lines.append(indent + "\(JournalWord.untranslated.both): “\(free)”") }
        lines += facts.remarks.map { indent + $0.both }
        lines += facts.differences.map { indent + $0.both }
        for (word, seconds) in facts.times {
            let person = word.english == "read" ? facts.reader.map { "  \($0)" } ?? "" : ""
            lines.append(indent + "\(Self.clock(seconds))  \(word.both)\(person)")
        }
        if let outcome = facts.outcome { lines.append(indent + outcome.both) }
        return lines
    }
}

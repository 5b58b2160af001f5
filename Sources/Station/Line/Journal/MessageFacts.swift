import Accord
import Airspace
import Phraseology

/// What the journal says of one message.
struct MessageFacts: Sendable {
    var identifier: String
    /// Who to whom.
    var direction: String
    var by: String
    /// The elements as commands write them.
    var coded: String
    /// In both languages.
    var words: [(language: String, text: String)]
    var free: String?
    /// That it was heard, entered late, answers or repeats another, was taken back, was done.
    var remarks: [JournalWord]
    /// Where the newest read-back differs.
    var differences: [JournalWord]
    var times: [(word: JournalWord, atUnixSeconds: Double)]
    var reader: String?
    /// How it stands; nil for what asks for nothing.
    var outcome: JournalWord?

    /// - Returns: nil where there is no such message.
    init?(_ key: LineKey, of desk: LineDesk) {
        guard let item = desk.items[key], let progress = desk.progress[key] else { return nil }
        let note = item.note
        let audience = progress.audience
        identifier = note.identifier
        direction = "\(desk.party(key.side)) → \(desk.party(key.side.other))"
        by = note.by.name
        coded = note.message.elements.map(\.canonicalText).joined(separator: "; ")
        words = LineWords.tables.compactMap { table in
            LineWords.text(note.message, in: table, to: audience).map { (table.code, $0) }
        }
        free = note.message.freeText
        reader = progress.exchange.reader
        remarks = Self.remarks(note, progress, desk.marks[key] ?? LineMarks(), desk)
        differences = (progress.mismatch?.differences ?? []).map { difference in
            let (english, russian) = (difference.words(in: .english), difference.words(in: .russian))
            return JournalWord(
                "\(JournalWord.differs.english): \(english.sent), \(english.heard)",
                "\(JournalWord.differs.russian): \(russian.sent), \(russian.heard)")
        }
        times = JournalWord.times(progress.exchange.times)
        if progress.exchange.awaited == .none { times.removeAll { $0.word.english == "closed" } }
        outcome = Self.outcome(progress)
    }

    private static func outcome(_ progress: LineProgress) -> JournalWord? {
        switch progress.kind {
        case .heard: return JournalWord.heard
        case .reply, .repetition: return nil
        case .opening: return progress.exchange.closure.map(JournalWord.closure) ?? JournalWord.open
        }
    }

    private static func remarks(
        _ note: LineNote, _ progress: LineProgress, _ marks: LineMarks, _ desk: LineDesk
    ) -> [JournalWord] {
        func with(_ word: JournalWord, _ detail: String) -> JournalWord {
            JournalWord("\(word.english) \(detail)", "\(word.russian) \(detail)")
        }
        var remarks: [JournalWord] = []
        if let heard = note.heard {
            remarks.append(
                with(
                    .heard,
                    "\(heard.channel), \(heard.by), \(LineJournal.clock(heard.time.unixSeconds, fraction: false))"))
        }
        if note.isLate { remarks.append(.late) }
        if case .repetition(let root) = progress.kind {
            remarks.append(with(.repeats, root.identifier))
        } else if let answers = note.answers {
            remarks.append(with(.answers, answers))
        }
        if let cancelled = marks.cancelled {
            remarks.append(
                with(.cancelled, "\(LineJournal.clock(cancelled.atUnixSeconds)) \(cancelled.by?.name ?? "")"))
        }
        for compliance in marks.compliance {
            let word = compliance.complied ? JournalWord.complied : .notComplied
            let time = LineJournal.clock(compliance.mark.atUnixSeconds)
            remarks.append(
                with(
                    word,
                    "\(time) \(desk.party(compliance.side)) \(compliance.mark.by?.name ?? "") \(compliance.seen ?? "")")
            )
        }
        return remarks
    }
}

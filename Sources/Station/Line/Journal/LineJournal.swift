import Accord
import Phraseology

/// The journal of a line: every message with all its times, and what happened to the line itself, in the order of time, in both languages.
struct LineJournal: Sendable {
    /// One thing that happened.
    struct Row: Sendable {
        /// When it was signed, Unix seconds.
        var atUnixSeconds: Double
        /// What happened.
        var content: Content
    }

    enum Content: Sendable {
        /// A message; its state is that at the end of the journal.
        case message(LineKey)
        /// A check of the line, and its answer.
        case check(LineStanding.Check, LineStanding.Answer?)
        /// What a party declares the line to be.
        case statement(LineSide, LineStanding.Statement)
        /// An entry that could not be taken.
        case fault(LineService.Fault)
    }

    let desk: LineDesk
    let rows: [Row]
    /// When it was drawn up, Unix seconds.
    let drawnUpUnixSeconds: Double

    /// The journal of a desk, of what was signed in `span`.
    ///
    /// Automatic checks that were answered well are left out unless `everyCheck`: one a quarter of an hour says nothing but that the line works.
    init(
        _ desk: LineDesk, faults: [LineService.Fault], in span: ClosedRange<Double>, everyCheck: Bool,
        at seconds: Double
    ) {
        self.desk = desk
        drawnUpUnixSeconds = seconds
        var rows: [Row] = []
        for key in desk.inOrder(desk.items.keys) {
            rows.append(Row(atUnixSeconds: desk.items[key]?.atUnixSeconds ?? 0, content: .message(key)))
        }
        for check in desk.standing.checks.values {
            let answer = desk.standing.answers[check.key]
            let isUsual = !check.isForPersons && (answer?.readability ?? 0) >= 4
            if everyCheck || !isUsual {
                rows.append(Row(atUnixSeconds: check.mark.atUnixSeconds, content: .check(check, answer)))
            }
        }
        for (side, statement) in desk.standing.history {
            rows.append(Row(atUnixSeconds: statement.mark.atUnixSeconds, content: .statement(side, statement)))
        }
        rows += faults.map { Row(atUnixSeconds: $0.atUnixSeconds, content: .fault($0)) }
        self.rows = rows.filter { span.contains($0.atUnixSeconds) }.sorted { $0.atUnixSeconds < $1.atUnixSeconds }
    }
}

/// A word or two in both languages, as the journal has them.
struct JournalWord: Sendable, Hashable {
    let english: String
    let russian: String

    init(_ english: String, _ russian: String) {
        self.english = english
        self.russian = russian
    }

    /// Both, the English first.
    var both: String { "\(english) / \(russian)" }

    static let title = JournalWord("Journal of the line", "Журнал линии")
    static let drawnUp = JournalWord("drawn up", "составлен")
    static let check = JournalWord("line check", "проверка линии")
    static let personalCheck = JournalWord("line check with a person at each end", "проверка линии с участием людей")
    static let readability = JournalWord("readability", "разборчивость")
    static let noAnswer = JournalWord("no answer", "ответа нет")
    static let untranslated = JournalWord("free text, not translated", "свободный текст, не переведён")
    static let heard = JournalWord("heard", "услышано")
    static let late = JournalWord("entered late", "внесено позже")
    static let answers = JournalWord("answers", "ответ на")
    static let repeats = JournalWord("says again", "повторяет")
    static let fault = JournalWord("an entry that can't be used", "запись, которую нельзя использовать")
    static let cancelled = JournalWord("taken back", "отозвано")
    static let complied = JournalWord("complied", "выполнено")
    static let notComplied = JournalWord("not complied", "не выполнено")
    static let differs = JournalWord("read-back differs: sent, heard", "повтор расходится: передано, услышано")

    /// The times of a message, the earliest first.
    static func times(_ times: MessageTimes) -> [(word: JournalWord, atUnixSeconds: Double)] {
        let all: [(JournalWord, Double?)] = [
            (JournalWord("written", "составлено"), times.written), (JournalWord("sent", "отправлено"), times.sent),
            (JournalWord("received", "получено станцией"), times.received),
            (JournalWord("shown", "показано"), times.shown),
            (JournalWord("read", "прочитано"), times.read), (JournalWord("answered", "дан ответ"), times.answered),
            (JournalWord("passed to the crew", "передано экипажу"), times.passedToCrew),
            (JournalWord("read-back matched", "повтор совпал"), times.readBackMatched),
            (JournalWord("complied", "выполнено"), times.complied), (JournalWord("closed", "закрыто"), times.closed),
        ]
        let known = all.compactMap { word, time in time.map { (word: word, atUnixSeconds: $0) } }
        // Two clocks are in it, so the order of the stages counts before that of the times, but for what comes after the end.
        return known.filter { $0.word.english != "complied" } + known.filter { $0.word.english == "complied" }
    }

    /// The state that a party declares.
    static func state(_ state: LineStateBody.State) -> JournalWord {
        switch state {
        case .normal: JournalWord("line normal", "линия в порядке")
        case .degraded: JournalWord("line degraded", "связь ухудшена")
        case .suspended: JournalWord("line suspended", "линия приостановлена")
        case .restored: JournalWord("line restored", "линия восстановлена")
        }
    }

    /// How a message ended.
    static func closure(_ closure: MessageExchange.Closure) -> JournalWord {
        switch closure {
        case .acknowledged: JournalWord("acknowledged", "принято")
        case .agreed: JournalWord("agreed", "согласовано")
        case .unable: JournalWord("unable", "выполнить не могут")
        case .refused: JournalWord("refused", "отказано")
        case .answered: JournalWord("answered", "дан ответ")
        case .cancelled: JournalWord("taken back", "отозвано")
        case .resolutionAdvisory: JournalWord("resolution advisory", "рекомендация TCAS")
        }
    }

    /// That a message is still open.
    static let open = JournalWord("open", "открыто")
}

import Accord
import Phraseology

/// A message as a form or a command gives it.
enum LineForm {
    private static let fields: Set<String> = ["message", "text", "answers", "heard", "late", "number", "check"]

    /// What was heard longer ago than this is entered late, whatever the form says.
    private static let lateSeconds = 300.0

    /// Reads the body of a request.
    ///
    /// - Throws: `Problem`, `PhraseologyError` or `LineError`, each in words for who filled the form.
    static func composition(_ body: [UInt8], at now: Double) throws -> LineComposition {
        let fields = try RequestFields(body, known: fields)
        let message = try message(fields)
        var composition = LineComposition(message: message, answers: try fields.optionalText("answers", maximum: 64))
        composition.isLate = try fields.optionalTruth("late") ?? false
        if let heard = try fields.optionalObject("heard", known: ["channel", "by", "time"]) {
            let time = try LineAnswers.time(heard.text("time", maximum: 40), now: now)
            if now - time > Self.lateSeconds { composition.isLate = true }
            composition.heard = Heard(
                channel: try heard.text("channel", maximum: 100), by: try heard.text("by", maximum: 100),
                time: EntryTime(unixSeconds: time))
        }
        return composition
    }

    private static func message(_ fields: RequestFields) throws -> LineMessage {
        var coded = try fields.optionalText("message", maximum: 1_000) ?? ""
        if let number = try fields.optionalNumber("number", in: 1...Double(TelephoneSheet.elements.count)) {
            guard number == number.rounded() else { throw fields.missing("number", "a number of the sheet") }
            let code = TelephoneSheet.elements[Int(number) - 1].code
            coded = "\(code) \(coded)"
        }
        let free = try fields.optionalText("text", maximum: 200)
        let elements = coded.isEmpty ? [] : try LineMessage(parsing: coded).elements
        let message = try LineMessage(elements, freeText: free)
        if let check = try fields.optionalText("check", maximum: 60) { try verify(check, of: message) }
        return message
    }

    /// What was taken down is what was said only if both sides compute the same word.
    private static func verify(_ check: String, of message: LineMessage) throws(LineError) {
        let whole = CheckWord(of: message)
        let bare = message.elements.count == 1 ? message.elements.first.map { CheckWord(of: $0.definition) } : nil
        guard whole.isSaid(as: check) || bare?.isSaid(as: check) == true else {
            throw LineError.form(
                "the check word of \(message.canonicalText) is \(whole.words(in: .english)), not \(check.uppercased()): ask again"
            )
        }
    }
}

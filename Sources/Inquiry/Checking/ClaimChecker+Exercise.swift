import Accord

extension ClaimChecker {
    /// Whether an exercise took place.
    func exercise(_ proposition: Proposition, _ statement: ExerciseHeld) -> Finding {
        if testimony.isEmpty { return withoutRecords(proposition) }
        let runs = testimony.all(RunBody.self).filter {
            statement.window.contains($0.place.at) && (statement.plan == nil || $0.body.plan == statement.plan)
        }
        let started = runs.filter { $0.body.state == .started }
        let writers = Set(started.map(\.place.writer)).sorted()
        guard let first = started.first else {
            return happened(
                proposition, isSaid: statement.isSaid, found: nil,
                absent: BilingualText(
                    english: "No record has the start of a run of the exercise in that time.",
                    russian: "Ни в одной записи нет начала проведения учения в это время."),
                window: statement.window)
        }
        let names = Set(started.map(\.body.run))
        let cards = testimony.all(CardBody.self).filter { names.contains($0.body.run) }
        let passed = Set(cards.filter { $0.body.state == .passed }.map(\.body.card)).sorted()
        let failed = Set(cards.filter { $0.body.state == .failed }.map(\.body.card)).sorted()
        let aborts = testimony.all(AbortBody.self).filter { names.contains($0.body.run) }
        let who = writers.joined(separator: ", ")
        let none = BilingualText(english: "none", russian: "нет")
        let passedText =
            passed.isEmpty
            ? none : BilingualText(english: passed.joined(separator: ", "), russian: passed.joined(separator: ", "))
        let failedText =
            failed.isEmpty
            ? none : BilingualText(english: failed.joined(separator: ", "), russian: failed.joined(separator: ", "))
        var sentence = BilingualText(
            english:
                "A run of plan \(first.body.plan) began at \(Written.time(first.place.at)); recorded by \(who). Cards passed: \(passedText.english); failed: \(failedText.english).",
            russian:
                "Проведение учения по плану \(first.body.plan) началось в \(Written.time(first.place.at)); записано: \(who). Выполненные карточки: \(passedText.russian); невыполненные: \(failedText.russian)."
        )
        if let abort = aborts.first {
            sentence =
                sentence
                + BilingualText(
                    english: " It was aborted at \(Written.time(abort.place.at)).",
                    russian: " Оно было прервано в \(Written.time(abort.place.at)).")
        }
        let isSimulated = started.contains { $0.body.simulated }
        if isSimulated {
            sentence =
                sentence + BilingualText(english: " The flights were simulated.", russian: " Полёты имитировались.")
        }
        var finding = Finding(proposition, statement.isSaid ? .supported : .contradicted, sentence)
        if isSimulated { finding.limit(by: .simulated) }
        // One side alone does not make an exercise of two, if the other's complete record knows nothing of it.
        let parties = testimony.parties
        let others = parties.filter { !writers.contains($0) }
        let takesPart = Set(testimony.all(CheckInBody.self).filter { names.contains($0.body.run) }.map(\.place.writer))
        if !others.isEmpty, others.allSatisfy({ !takesPart.contains($0) }) {
            finding.verdict = .notDeterminable
            let isMissing = !testimony.incomplete(statement.window, of: others).isEmpty
            finding.limit(by: isMissing ? .recordIncomplete : .recordsDiffer)
            let other = others.joined(separator: ", ")
            finding.missing = [
                BilingualText(
                    english: "any entry about the run in the record of \(other)",
                    russian: "какая-либо запись о проведении учения стороны \(other)")
            ]
        }
        let events = runs.map(\.place) + cards.map(\.place) + aborts.map(\.place)
        for place in events { finding.rest(on: place.reference) }
        return finding
    }

    /// Whether crews or stations spoke with each other.
    func communication(_ proposition: Proposition, _ statement: Communication) -> Finding {
        if testimony.isEmpty { return withoutRecords(proposition) }
        let spoken = statement.between == .crews ? crewTalk(statement) : stationTalk(statement)
        let used = Set(spoken.compactMap(\.language))
        let hasAllLanguages = statement.languages.allSatisfy { used.contains($0) }
        let voices = Set(spoken.map(\.voice))
        let kind =
            statement.between == .crews
            ? BilingualText(english: "crews", russian: "экипажами")
            : BilingualText(english: "stations", russian: "станциями")
        guard let first = spoken.first, let last = spoken.last, voices.count > 1, hasAllLanguages else {
            let languages = used.sorted().joined(separator: ", ")
            let part =
                spoken.isEmpty
                ? BilingualText(english: "", russian: "")
                : BilingualText(
                    english:
                        " What was said came from \(voices.sorted().joined(separator: ", "))\(languages.isEmpty ? "" : " in " + languages).",
                    russian:
                        " Говорили: \(voices.sorted().joined(separator: ", "))\(languages.isEmpty ? "" : ", языки: " + languages)."
                )
            var finding = happened(
                proposition, isSaid: statement.isSaid, found: nil,
                absent: BilingualText(
                    english: "The records hold no such exchange between \(kind.english) in that time.",
                    russian: "В записях нет такого обмена между \(kind.russian) в это время.") + part,
                window: statement.window)
            for word in spoken { finding.rest(on: word.place.reference) }
            return finding
        }
        let lasted = last.place.at - first.place.at
        let duration = Written.duration(lasted)
        let languages = used.sorted().joined(separator: ", ")
        var finding = Finding(
            proposition, statement.isSaid ? .supported : .contradicted,
            BilingualText(
                english:
                    "From \(Written.time(first.place.at)) on, for \(duration.english), \(voices.sorted().joined(separator: ", ")) exchanged \(spoken.count) transmissions\(languages.isEmpty ? "" : " in " + languages).",
                russian:
                    "Начиная с \(Written.time(first.place.at)), в течение \(duration.russian) стороны (\(voices.sorted().joined(separator: ", "))) обменялись передачами, всего \(spoken.count)\(languages.isEmpty ? "" : "; языки: " + languages)."
            ))
        finding.low = lasted
        finding.high = lasted
        finding.unit = "s"
        finding.confidence = 1
        if let most = statement.atMostSeconds {
            let missing = testimony.incomplete(statement.window)
            if lasted > most {
                finding.verdict = statement.isSaid ? .contradicted : .supported
            } else if !missing.isEmpty {
                finding.verdict = .notDeterminable
                finding.limit(by: statement.window.closed == nil ? .noWindow : .recordIncomplete)
                finding.missing = missing
            }
        }
        for word in spoken { finding.rest(on: word.place.reference) }
        return finding
    }

    /// Something that was said: by whom, in which language.
    private struct Spoken {
        var place: EvidenceEntry
        var voice: String
        var language: String?
    }

    /// What crews said, as it was heard or reported; the same words in both sides' records count once.
    private func crewTalk(_ statement: Communication) -> [Spoken] {
        let channels = Set(
            testimony.all(CheckInBody.self).filter { Self.isSame($0.body.frequency, statement.channel) }.map(\.body.run)
        )
        var seen: [String: [EvidenceEntry]] = [:]
        var spoken: [Spoken] = []
        for (place, body) in testimony.all(ExchangeBody.self) where statement.window.contains(place.at) {
            guard statement.channel == nil || channels.contains(body.run) else { continue }
            let codes = body.elements.map(\.code).joined(separator: "+")
            let words = "\(body.participant) \(body.card) \(body.language) \(codes) \(body.readBack)"
            let isOther = { (other: EvidenceEntry) in other.writer != place.writer && abs(other.at - place.at) <= 60 }
            if seen[words]?.contains(where: isOther) ?? false { continue }
            seen[words, default: []].append(place)
            spoken.append(Spoken(place: place, voice: body.participant, language: body.language.lowercased()))
        }
        for (place, body) in testimony.all(MessageBody.self) {
            guard let heard = body.heard, statement.window.contains(heard.time.unixSeconds),
                Self.isSame(heard.channel, statement.channel)
            else { continue }
            spoken.append(Spoken(place: place, voice: heard.by, language: nil))
        }
        return spoken
    }

    private func stationTalk(_ statement: Communication) -> [Spoken] {
        testimony.all(MessageBody.self).filter { statement.window.contains($0.place.at) && $0.body.heard == nil }.map {
            Spoken(place: $0.place, voice: $0.place.writer, language: nil)
        }
    }

    /// Whether two ways of writing a channel mean one: `134.0 MHz` and `134,000`.
    private static func isSame(_ one: String, _ other: String?) -> Bool {
        guard let other else { return true }
        func bare(_ text: String) -> String {
            let number = text.replacing(",", with: ".").prefix { $0.isNumber || $0 == "." }
            if let value = Double(number) { return String(value) }
            return text.lowercased().filter { !$0.isWhitespace }
        }
        return bare(one) == bare(other)
    }
}

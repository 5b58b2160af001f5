extension Restatement {
    mutating func sayTerms(_ agreement: Agreement) {
        sayLine(agreement.lineChecks)
        for procedure in agreement.procedures { say(procedure) }
        say(agreement.questions)
        let duties = OwedDuty.allCases.filter(agreement.owedWhileSuspended.contains).map(Self.name)
        let owed =
            duties.isEmpty
            ? BilingualText(english: "nothing but distress is told", russian: "передаются только сообщения о бедствии")
            : BilingualText(
                english: "\(Wording.list(duties.map(\.english)).english) still flow, and distress always",
                russian:
                    "по-прежнему передаются \(duties.map(\.russian).joined(separator: ", ")), а сообщения о бедствии — всегда"
            )
        say(
            ["suspension"],
            "Each party may suspend the agreement at any time, with a reason and at once. While it is suspended, \(owed.english).",
            "Каждая сторона вправе в любое время приостановить соглашение, указав причину; приостановление действует немедленно. Пока оно приостановлено, \(owed.russian)."
        )
        let notice = Wording.span(agreement.endNoticeSeconds, .accusative)
        say(
            ["ending"], "A party that wants to end it says so \(notice.english) before.",
            "О прекращении соглашения сторона заявляет за \(notice.russian).")
        let retention = Wording.span(agreement.retentionSeconds, .genitive)
        say(
            ["retention"], "Entries are kept for at least \(retention.english).",
            "Записи хранятся не менее \(retention.russian).")
    }

    private mutating func sayLine(_ checks: LineChecks) {
        let every = Wording.every(checks.everySeconds)
        let person = checks.withPersonEverySeconds.map(Wording.every)
        say(
            ["line"],
            "The stations test the line once \(every.english)"
                + (person.map { ", and with a person at both ends once \($0.english)." } ?? "."),
            "Станции проверяют линию раз \(every.russian)"
                + (person.map { ", а с участием людей на обоих концах — раз \($0.russian)." } ?? "."))
    }

    private static func name(_ duty: OwedDuty) -> BilingualText {
        switch duty {
        case .safetyAlerts: BilingualText(english: "safety alerts", russian: "предупреждения об опасности")
        case .lineChecks: BilingualText(english: "line checks", russian: "проверки линии")
        case .messages: BilingualText(english: "messages", russian: "сообщения по линии")
        case .zones: BilingualText(english: "activations of zones", russian: "объявления о зонах")
        case .questions: BilingualText(english: "questions and answers", russian: "вопросы и ответы")
        }
    }

    private mutating func say(_ procedure: Procedure) {
        let name: BilingualText =
            switch procedure.level {
            case .advisory: BilingualText(english: "Advisory", russian: "Предупреждение")
            case .alarm: BilingualText(english: "Alarm", russian: "Тревога")
            case .distress: BilingualText(english: "Distress", russian: "Бедствие")
            }
        let steps = procedure.steps.map { step -> BilingualText in
            let span = Wording.span(step.afterSeconds, .accusative)
            let when =
                step.afterSeconds == 0
                ? BilingualText(english: "at once", russian: "сразу")
                : BilingualText(english: "after \(span.english)", russian: "через \(span.russian)")
            let who = step.party.map { BilingualText(english: "\($0): ", russian: "сторона \($0): ") }
            let what: BilingualText =
                switch step.measure {
                case .sound: BilingualText(english: "a sound", russian: "звуковой сигнал")
                case .contact(let contact):
                    BilingualText(english: "contact \(contact.english)", russian: "вызов: \(contact.russian)")
                case .telephone(let number, let contact):
                    BilingualText(
                        english: "telephone \(number), \(contact.english)",
                        russian: "телефон \(number), \(contact.russian)")
                }
            return BilingualText(
                english: "\(when.english) \(who?.english ?? "")\(what.english)",
                russian: "\(when.russian) — \(who?.russian ?? "")\(what.russian)")
        }
        say(
            ["procedures", procedure.level.rawValue],
            "\(name.english), when nobody answers: " + steps.map(\.english).joined(separator: "; ") + ".",
            "\(name.russian), если ответа нет: " + steps.map(\.russian).joined(separator: "; ") + ".")
    }

    private mutating func say(_ terms: QuestionTerms) {
        let count = Wording.counted(.question, Double(terms.budget), .genitive)
        let per = Wording.span(terms.budgetSeconds, .accusative)
        let miles = Wording.counted(.nauticalMile, terms.toleranceNM, .genitive)
        let feet = Wording.counted(.foot, terms.toleranceFeet, .genitive)
        let seconds = Wording.span(terms.toleranceSeconds, .genitive)
        let who =
            terms.isAutomatic
            ? BilingualText(
                english: "the station answers where the case is clear, and a person where it is not",
                russian: "в ясном случае отвечает станция, в неясном — человек")
            : BilingualText(english: "a person answers", russian: "отвечает человек")
        say(
            ["questions"],
            """
            “Is this yours?”: \(who.english). Each party may ask up to \(count.english) in \(per.english). An aircraft is the one \
            asked for when it is within \(miles.english), \(feet.english) and \(seconds.english). The answer is no identification.
            """,
            """
            «Это ваш борт?»: \(who.russian). Каждая сторона может задать до \(count.russian) за \(per.russian). Борт считается \
            искомым, если он не далее \(miles.russian) по горизонтали, \(feet.russian) по высоте и \(seconds.russian) по времени. Ответ \
            не является опознаванием.
            """)
    }
}

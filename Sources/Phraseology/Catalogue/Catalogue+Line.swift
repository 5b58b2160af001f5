extension Catalogue {
    /// The line itself, and the frequencies beside it.
    static let line: [CatalogueElement] = [
        CatalogueElement(
            "LINE.CHECK", [may("channel", .channel)], reply: .answer(["LINE.READABILITY"]),
            Wording(
                "REQUEST RADIO CHECK[ ON {channel}]",
                also: [
                    "RADIO CHECK[ ON {channel}]", "HOW DO YOU READ ~ME[ ON {channel}]",
                    "REQUEST RADIO CHECK[ ON {channel}], HOW DO YOU READ",
                ], .weblog),
            Wording(
                "ПРОШУ ПРОВЕРКУ СВЯЗИ[ НА {channel}]",
                also: [
                    "ПРОВЕРКА СВЯЗИ[ НА {channel}]", "КАК СЛЫШИТЕ[ НА {channel}]", "КАК МЕНЯ СЛЫШИТЕ[ НА {channel}]",
                    "ПРОШУ ПРОВЕРКУ СВЯЗИ[ НА {channel}], КАК СЛЫШИТЕ",
                ], .simulation)),
        CatalogueElement(
            "LINE.READABILITY", [need("readability", .number(1...5))],
            Wording(
                "{readability} <readability 1:UNREADABLE|2:READABLE NOW AND THEN|3:READABLE BUT WITH DIFFICULTY|4:READABLE|5:PERFECTLY READABLE>",
                also: [
                    "I^ READ YOU {readability}", "READING YOU {readability}", "READABILITY {readability}",
                    "<readability 1:UNREADABLE|2:READABLE NOW AND THEN|3:READABLE BUT WITH DIFFICULTY|4:READABLE|5:PERFECTLY READABLE>",
                ], .weblog),
            Wording(
                "{readability} <readability 1:НЕРАЗБОРЧИВО|2:РАЗБОРЧИВО ВРЕМЕНАМИ|3:РАЗБОРЧИВО, НО С ТРУДОМ|4:РАЗБОРЧИВО|5:ВПОЛНЕ РАЗБОРЧИВО>",
                also: [
                    "СЛЫШУ ВАС^ ~ХОРОШО НА {readability}", "РАЗБОРЧИВОСТЬ {readability}",
                    "<readability 1:НЕРАЗБОРЧИВО|2:РАЗБОРЧИВО ВРЕМЕНАМИ|3:РАЗБОРЧИВО, НО С ТРУДОМ|4:РАЗБОРЧИВО|5:ВПОЛНЕ РАЗБОРЧИВО>",
                ], .weblog)),
        CatalogueElement(
            "LINE.CONTACT", [need("unit", .name), need("freq", .frequency)], reply: .action, cpdlc: "UM117",
            Wording(
                "CONTACT {unit} ~ON {freq}", also: ["ON^ {freq} CONTACT {unit}", "CONTACT {unit} FREQUENCY {freq}"],
                readBack: ["{unit} ~ON {freq}", "CONTACTING {unit} ~ON {freq}"], .cpdlc),
            Wording(
                "РАБОТАЙТЕ ~С {unit} ~НА {freq}",
                also: ["РАБОТАЙТЕ ~НА {freq} ~С {unit}", "НА {freq} РАБОТАЙТЕ ~С {unit}"],
                readBack: ["РАБОТАЮ ~С {unit} ~НА {freq}", "{unit} ~НА {freq}"],
                .simulation)),
        CatalogueElement(
            "LINE.MONITOR", [need("unit", .name), need("freq", .frequency)], reply: .action, cpdlc: "UM120",
            Wording("MONITOR {unit} ~ON {freq}", readBack: ["MONITORING {unit} ~ON {freq}"], .cpdlc),
            Wording("СЛУШАЙТЕ {unit} ~НА {freq}", readBack: ["СЛУШАЮ {unit} ~НА {freq}"], .simulation)),
        CatalogueElement(
            "LINE.SUSPENDED", [need("time", .time), may("authority", .name)], reply: .acknowledge,
            Wording("LINE SUSPENDED FROM {time}[ BY ORDER OF {authority}]", .own),
            Wording("ЛИНИЯ СВЯЗИ ПРИОСТАНОВЛЕНА С {time:gen}[ ПО РЕШЕНИЮ {authority}]", .own)),
        CatalogueElement(
            "LINE.RESTORED", [need("time", .time)], reply: .acknowledge, Wording("LINE RESTORED FROM {time}", .own),
            Wording("ЛИНИЯ СВЯЗИ ВОССТАНОВЛЕНА С {time:gen}", .own)),
    ]
}

extension Catalogue {
    /// Collision avoidance: nothing on the line overrides a resolution advisory.
    static let resolution: [CatalogueElement] = [
        CatalogueElement(
            "RA.ADVISORY", reply: .acknowledge, Wording("TCAS RA", .common),
            Wording("TCAS RA", also: ["ТИКАС АР ЭЙ", "ТИ КАС АР ЭЙ", "ТКАС РА", "РЕКОМЕНДАЦИЯ TCAS"], .own)),
        CatalogueElement(
            "RA.UNABLE", reply: .acknowledge, Wording("UNABLE, TCAS RA", .common),
            Wording(
                "ВЫПОЛНИТЬ НЕ МОГУ, TCAS RA", also: ["НЕ МОГУ ВЫПОЛНИТЬ, TCAS RA", "ВЫПОЛНИТЬ НЕ МОГУ, ТИКАС АР ЭЙ"],
                .own)),
        CatalogueElement(
            "RA.CLEAR", [may("level", .level(reference: true))], reply: .acknowledge,
            Wording("CLEAR OF CONFLICT[, RETURNING TO {level}]", .common),
            Wording(
                "КОНФЛИКТ РАЗРЕШЁН[, ВОЗВРАЩАЮСЬ НА {level:acc}]",
                also: [
                    "КОНФЛИКТ УСТРАНЁН[, ВОЗВРАЩАЮСЬ НА {level:acc}]",
                    "КОНФЛИКТНАЯ СИТУАЦИЯ РАЗРЕШЕНА[, ВОЗВРАЩАЮСЬ НА {level:acc}]",
                ], .own)),
    ]

    /// Words that end an exercise at once.
    static let exercise: [CatalogueElement] = [
        CatalogueElement(
            "EX.KNOCKITOFF", reply: .acknowledge,
            Wording(
                "KNOCK IT OFF", also: ["KNOCK IT OFF, KNOCK IT OFF", "KNOCK IT OFF, KNOCK IT OFF, KNOCK IT OFF"],
                .common),
            Wording("ПРЕКРАТИТЬ УПРАЖНЕНИЕ ВСЕМ", also: ["ВСЕМ ПРЕКРАТИТЬ УПРАЖНЕНИЕ"], .own)),
        CatalogueElement(
            "EX.ABORT", reply: .acknowledge, Wording("ABORT", also: ["ABORT ABORT", "ABORT ABORT ABORT"], .common),
            Wording("ОТСТАВИТЬ", also: ["ОТСТАВИТЬ ОТСТАВИТЬ", "ОТСТАВИТЬ ОТСТАВИТЬ ОТСТАВИТЬ"], .own)),
    ]
}

extension Catalogue {
    /// Positions.
    static let position: [CatalogueElement] = [
        CatalogueElement(
            "POS.REPORT",
            [
                need("dist", .quantity(CountedUnit.horizontal)), need("dir", .word(.compass, text: false)),
                need("point", .name),
            ],
            reply: .acknowledge, cpdlc: "DM33/DM48", Wording("POSITION {dist} {dir} (OF|FROM) {point}", .order414),
            Wording("МЕСТО {dist} {dir} ОТ {point}", .order414)),
        CatalogueElement(
            "POS.REQUEST", reply: .answer(["POS.REPORT"]), cpdlc: "UM147",
            Wording("REQUEST POSITION REPORT", also: ["REPORT POSITION", "SAY POSITION"], .cpdlc),
            Wording("ДОЛОЖИТЕ МЕСТО", also: ["ДОЛОЖИТЕ МЕСТОПОЛОЖЕНИЕ"], .own)),
        CatalogueElement(
            "POS.HEADING", [need("hdg", .heading)], reply: .acknowledge, cpdlc: "DM35",
            Wording("PRESENT HEADING {hdg}", .cpdlc),
            Wording("ТЕКУЩИЙ КУРС {hdg}", .own)),
        CatalogueElement(
            "POS.SPEED", [need("speed", .quantity(CountedUnit.speed))], reply: .acknowledge, cpdlc: "DM34",
            Wording("PRESENT SPEED {speed}", .cpdlc), Wording("ТЕКУЩАЯ СКОРОСТЬ {speed}", .own)),
        CatalogueElement(
            "POS.NEXT", [need("point", .name)], reply: .acknowledge, Wording("NEXT REPORT AT {point}", .doc4444),
            Wording("СЛЕДУЮЩЕЕ ДОНЕСЕНИЕ {point}", .doc4444)),
        CatalogueElement(
            "POS.PASSING", [need("point", .name)], reply: .action, Wording("REPORT PASSING {point}", .doc4444),
            Wording("ДОЛОЖИТЕ ПРОЛЕТ {point}", .doc4444)),
        CatalogueElement(
            "POS.DEVIATING", [need("dir", .word(.deviation, text: false))], reply: .acknowledge,
            Wording("YOU ARE DEVIATING {dir} OF TRACK", .textbook),
            Wording("ВЫ УКЛОНЯЕТЕСЬ {dir} ОТ ЛИНИИ ПУТИ", .textbook)),
    ]
}

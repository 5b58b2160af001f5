extension Catalogue {
    private static let turn = "<dir left:LEFT|right:RIGHT>"
    private static let turnRussian = "<dir left:ВЛЕВО/НАЛЕВО|right:ВПРАВО/НАПРАВО>"
    private static let leftRight = ParameterKind.choice(["left", "right"])

    /// Headings and levels. Across the line they are requests.
    static let manoeuvre: [CatalogueElement] = [
        CatalogueElement(
            "MAN.TURN_HDG",
            [need("dir", leftRight), need("hdg", .heading), may("reason", .word(.reason, text: true))], reply: .action,
            cpdlc: "UM94",
            Wording(
                "TURN \(turn) ~TO HEADING {hdg}[, {reason}]",
                also: ["HEADING {hdg}, TURN \(turn)[, {reason}]"],
                readBack: ["\(turn) ~TO HEADING {hdg}[, {reason}]", "TURNING \(turn) ~TO HEADING {hdg}[, {reason}]"],
                .order414),
            Wording(
                "\(turnRussian) ~НА КУРС {hdg}[, {reason}]",
                also: [
                    "РАЗВОРОТ \(turnRussian) ~НА КУРС {hdg}[, {reason}]", "КУРС {hdg}, \(turnRussian)[, {reason}]",
                ],
                readBack: ["ВЫПОЛНЯЮ РАЗВОРОТ^ \(turnRussian) ~НА КУРС {hdg}[, {reason}]"], .order414)),
        CatalogueElement(
            "MAN.TURN_DEG", [need("dir", leftRight), need("deg", .degrees)], reply: .action,
            Wording("TURN \(turn) {deg}", readBack: ["\(turn) {deg}", "TURNING \(turn) {deg}"], .order362),
            Wording(
                "ВЫПОЛНИТЕ <dir left:ЛЕВЫЙ|right:ПРАВЫЙ> РАЗВОРОТ ~НА {deg:acc}",
                also: ["РАЗВОРОТ \(turnRussian) ~НА {deg:acc}", "\(turnRussian) ~НА {deg:acc}"],
                readBack: ["ВЫПОЛНЯЮ <dir left:ЛЕВЫЙ|right:ПРАВЫЙ> РАЗВОРОТ ~НА {deg:acc}"], .order362)),
        CatalogueElement(
            "MAN.TURN_NOW", [need("dir", leftRight), need("hdg", .heading)], reply: .action, cpdlc: "UM98",
            Wording(
                "TURN \(turn) IMMEDIATELY HEADING {hdg}",
                also: ["IMMEDIATELY TURN \(turn) HEADING {hdg}", "TURN \(turn) HEADING {hdg} IMMEDIATELY"],
                readBack: ["\(turn) IMMEDIATELY HEADING {hdg}", "TURNING \(turn) IMMEDIATELY HEADING {hdg}"], .textbook),
            Wording(
                "НЕМЕДЛЕННО \(turnRussian) ~НА КУРС {hdg}", also: ["\(turnRussian) НЕМЕДЛЕННО ~НА КУРС {hdg}"],
                .textbook)),
        CatalogueElement(
            "MAN.STOP_TURN", [need("hdg", .heading)], reply: .action,
            Wording("STOP TURN ~ON HEADING {hdg}", readBack: ["STOPPING TURN HEADING {hdg}"], .order362),
            Wording("ПРЕКРАТИТЕ РАЗВОРОТ НА КУРС {hdg}", readBack: ["ПРЕКРАЩАЮ РАЗВОРОТ НА КУРС {hdg}"], .order362)),
        CatalogueElement(
            "MAN.PRESENT_HDG", reply: .action, cpdlc: "UM96",
            Wording("CONTINUE PRESENT HEADING", readBack: ["CONTINUING PRESENT HEADING"], .order414),
            Wording("СОХРАНЯЙТЕ ТЕКУЩИЙ КУРС", readBack: ["СОХРАНЯЮ ТЕКУЩИЙ КУРС"], .order414)),
        CatalogueElement(
            "MAN.ORBIT", [need("dir", leftRight)], reply: .action,
            Wording(
                "ORBIT \(turn) FROM PRESENT POSITION", readBack: ["ORBITING \(turn) FROM PRESENT POSITION"], .order362),
            Wording(
                "ВИРАЖ \(turnRussian) ОТ ВАШЕГО МЕСТА",
                readBack: ["ВИРАЖ \(turnRussian) ОТ МОЕГО МЕСТА", "ВЫПОЛНЯЮ ВИРАЖ \(turnRussian)"],
                .order362)),
        CatalogueElement(
            "MAN.OFFSET", [need("dist", .quantity(CountedUnit.horizontal)), need("side", leftRight)], reply: .action,
            cpdlc: "UM64",
            Wording(
                "PROCEED OFFSET {dist} <side left:LEFT|right:RIGHT> OF TRACK",
                readBack: ["OFFSET {dist} <side left:LEFT|right:RIGHT> OF TRACK"], .order362),
            Wording(
                "СЛЕДУЙТЕ СО СМЕЩЕНИЕМ {dist} <side left:ВЛЕВО|right:ВПРАВО> ОТ ЛИНИИ ПУТИ",
                readBack: ["СЛЕДУЮ СО СМЕЩЕНИЕМ {dist} <side left:ВЛЕВО|right:ВПРАВО> ОТ ЛИНИИ ПУТИ"], .order362)),
        CatalogueElement(
            "MAN.CLIMB", [need("dir", .choice(["climb", "descend"])), need("level", .level(reference: true))],
            reply: .action,
            cpdlc: "UM20/UM23",
            Wording(
                "<dir climb:CLIMB|descend:DESCEND> TO^ {level}",
                also: ["<dir climb:CLIMB|descend:DESCEND> ~TO AND MAINTAIN {level}"],
                readBack: [
                    "<dir climb:CLIMBING|descend:DESCENDING> ~TO {level}",
                    "<dir climb:CLIMBING|descend:DESCENDING> AND MAINTAINING {level}",
                ],
                .order362),
            Wording(
                "<dir climb:НАБИРАЙТЕ|descend:СНИЖАЙТЕСЬ> {level:acc}",
                also: ["<dir climb:НАБИРАЙТЕ|descend:СНИЖАЙТЕСЬ> ДО {level:gen}"],
                readBack: ["<dir climb:НАБИРАЮ|descend:СНИЖАЮСЬ> ~ДО {level:acc}"], .order362)),
        CatalogueElement(
            "MAN.MAINTAIN", [need("level", .level(reference: true))], reply: .action, cpdlc: "UM19",
            Wording("MAINTAIN {level}", readBack: ["MAINTAINING {level}"], .cpdlc),
            Wording(
                "СОХРАНЯЙТЕ {level:acc}", also: ["ВЫДЕРЖИВАЙТЕ {level:acc}"],
                readBack: ["СОХРАНЯЮ {level:acc}", "ВЫДЕРЖИВАЮ {level:acc}"],
                .order109)),
        CatalogueElement(
            "MAN.REPORT_LEVEL", reply: .answer(["MAN.LEVEL_FL", "MAN.LEVEL_M", "MAN.LEVEL_FT"]), cpdlc: "UM133",
            Wording("YOUR LEVEL?", also: ["REPORT YOUR^ LEVEL", "SAY YOUR^ LEVEL"], .cpdlc),
            Wording("ВАША ВЫСОТА", also: ["ВАШ ЭШЕЛОН"], .order109)),
    ]
}

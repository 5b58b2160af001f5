extension Catalogue {
    private static let track = may("track", .name)

    /// Between watch officers.
    static let coordination: [CatalogueElement] = [
        CatalogueElement(
            "COORD.INTENTIONS", [track], reply: .answer(["COORD.MY_INTENT"]),
            Wording("SAY INTENTIONS[, TRACK {track}]", also: ["SAY YOUR INTENTIONS[, TRACK {track}]"], .common),
            Wording("СООБЩИТЕ НАМЕРЕНИЯ[, БОРТ {track}]", also: ["СООБЩИТЕ ВАШИ НАМЕРЕНИЯ[, БОРТ {track}]"], .own)),
        CatalogueElement(
            "COORD.MY_INTENT", [may("hdg", .heading), may("level", .level(reference: true)), may("until", .time)],
            reply: .acknowledge,
            Wording("MY INTENTIONS @([, HEADING {hdg}]; [, {level}]; [, UNTIL {until}])", .own),
            Wording("МОИ НАМЕРЕНИЯ @([, КУРС {hdg}]; [, {level}]; [, ДО {until:gen}])", .own)),
        CatalogueElement(
            "COORD.WHOSE", [need("pos", .place), may("level", .level(reference: true)), may("time", .time)],
            reply: .answer(["COORD.MINE", "COORD.NOT_KNOWN"]),
            Wording("DO YOU OPERATE TRACK @({pos}; [, {level}]; [, AT {time}])?", .own),
            Wording("ВАШ ЛИ БОРТ @({pos}; [, {level}]; [, В {time:acc}])?", .own)),
        CatalogueElement(
            "COORD.MINE", [track], Wording("AFFIRM, OUR AIRCRAFT[, TRACK {track}]", .own),
            Wording("ДА, БОРТ НАШ[, БОРТ {track}]", .own)),
        CatalogueElement(
            "COORD.NOT_KNOWN", [track], Wording("NOT KNOWN TO THIS STATION[, TRACK {track}]", .own),
            Wording("ЭТОЙ СТАНЦИИ НЕ ИЗВЕСТЕН[, БОРТ {track}]", also: ["ЭТОЙ СТАНЦИИ НЕИЗВЕСТЕН[, БОРТ {track}]"], .own)
        ),
        CatalogueElement(
            "COORD.KEEPCLEAR", [need("area", .name)], reply: .action,
            Wording("REQUEST YOU KEEP CLEAR OF AREA^ {area}", .common),
            Wording("ПРОШУ НЕ НАХОДИТЬСЯ В РАЙОНЕ^ {area}", .specialSignals, partly: true)),
        CatalogueElement(
            "COORD.DISTANCE", [need("dist", .quantity(CountedUnit.length))], reply: .action,
            Wording(
                "MAINTAIN DISTANCE NOT LESS THAN {dist}", readBack: ["MAINTAINING DISTANCE NOT LESS THAN {dist}"], .own),
            Wording(
                "ВЫДЕРЖИВАЙТЕ РАССТОЯНИЕ НЕ МЕНЕЕ {dist:gen}", readBack: ["ВЫДЕРЖИВАЮ РАССТОЯНИЕ НЕ МЕНЕЕ {dist:gen}"],
                .own)),
        CatalogueElement(
            "COORD.HANDOVER", [track], Wording("HANDOVER ACCEPTED[, TRACK {track}]", .textbook),
            Wording("УПРАВЛЕНИЕ ПРИНЯЛ[, БОРТ {track}]", .textbook)),
        CatalogueElement(
            "COORD.AIRPROX", [may("pair", .pair), may("time", .time)], reply: .acknowledge,
            Wording("WE FILE A NEAR-MISS REPORT[, {pair.first} AND {pair.second}][, AT {time}]", .controllers),
            Wording("~МЫ ПОДАЕМ РАПОРТ ОБ ОПАСНОМ СБЛИЖЕНИИ[, {pair.first} И {pair.second}][, В {time:acc}]", .own)),
    ]
}

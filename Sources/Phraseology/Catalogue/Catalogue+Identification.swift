extension Catalogue {
    private static let sides = "<dir left:LEFT|right:RIGHT>"
    private static let sidesRussian = "<dir left:ВЛЕВО/НАЛЕВО|right:ВПРАВО/НАПРАВО>"

    /// Identification by turn, transponder and position.
    static let identification: [CatalogueElement] = [
        CatalogueElement(
            "ID.REPORT_HDG_LVL", [may("item", .choice(["level", "altitude"])), may("track", .name)],
            reply: .answer(["COORD.MY_INTENT"]),
            Wording(
                "REPORT HEADING[ AND <item level:FLIGHT LEVEL/LEVEL|altitude:ALTITUDE>][, TRACK {track}]", .order414),
            Wording("ДОЛОЖИТЕ КУРС[ И <item level:ЭШЕЛОН ПОЛЕТА/ЭШЕЛОН|altitude:ВЫСОТУ>][, БОРТ {track}]", .order414)),
        CatalogueElement(
            "ID.TURN", [need("dir", .choice(["left", "right"])), need("hdg", .heading)], reply: .action,
            Wording("FOR IDENTIFICATION TURN \(sides) HEADING {hdg}", .order414),
            Wording("ДЛЯ ОПОЗНАВАНИЯ РАЗВОРОТ \(sidesRussian) ~НА КУРС {hdg}", .order414)),
        CatalogueElement(
            "ID.RADAR_CONTACT", [may("pos", .place)], cpdlc: "UM155", Wording("RADAR CONTACT[ {pos}]", .order414),
            Wording("РАДИОЛОКАЦИОННЫЙ КОНТАКТ[ {pos}]", .order414)),
        CatalogueElement(
            "ID.IDENTIFIED", [may("pos", .place)], Wording("IDENTIFIED[ {pos}]", .order414),
            Wording("ОПОЗНАНЫ[ {pos}]", .order414)),
        CatalogueElement(
            "ID.NOT_IDENTIFIED", [may("reason", .word(.reason, text: true))],
            Wording("NOT IDENTIFIED[, {reason}]", .order414),
            Wording("НЕ ОПОЗНАНЫ[, {reason}]", .order414)),
        CatalogueElement(
            "ID.SQUAWK", [need("code", .squawk)], reply: .action, cpdlc: "UM123",
            Wording("SQUAWK {code}", readBack: ["SQUAWKING {code}"], .kazakhstan),
            Wording(
                "КОД ОТВЕТЧИКА {code}", also: ["УСТАНОВИТЕ КОД ОТВЕТЧИКА^ {code}"], readBack: ["КОД {code}"],
                .kazakhstan)),
        CatalogueElement(
            "ID.IDENT", reply: .action, cpdlc: "UM179", Wording("SQUAWK IDENT", also: ["IDENT"], .kazakhstan),
            Wording("ОТВЕТЧИК В РЕЖИМ ОПОЗНАВАНИЯ", .kazakhstan)),
        CatalogueElement(
            "ID.CONFIRM_SQUAWK", reply: .answer(["ID.SQUAWK"]), cpdlc: "UM144", Wording("CONFIRM SQUAWK", .kazakhstan),
            Wording("ПОДТВЕРДИТЕ КОД ОТВЕТЧИКА", .kazakhstan)),
        CatalogueElement(
            "ID.CONFIRM_XPDR", reply: .yesOrNo, Wording("CONFIRM TRANSPONDER OPERATING", .kazakhstan),
            Wording("ПОДТВЕРДИТЕ РАБОТУ ОТВЕТЧИКА", .kazakhstan)),
        CatalogueElement(
            "ID.CHECK_ALT", [need("level", .level(reference: true))], reply: .yesOrNo,
            Wording("CHECK ALTIMETER SETTING AND CONFIRM {level}", .textbook),
            Wording("ПРОВЕРЬТЕ УСТАНОВКУ (ВЫСОТОМЕРОВ|ВЫСОТОМЕРА) И ПОДТВЕРДИТЕ {level:acc}", .textbook)),
        CatalogueElement(
            "ID.RADAR_OUT", [need("sensor", .choice(["primary-radar", "ads-b"]))], reply: .acknowledge,
            Wording("<sensor primary-radar:PRIMARY RADAR|ads-b:ADS-B> OUT OF SERVICE", .airEnglish),
            Wording("<sensor primary-radar:ПЕРВИЧНЫЙ РАДИОЛОКАТОР|ads-b:ADS-B/АДС-Б> НЕ РАБОТАЕТ", .airEnglish)),
    ]
}

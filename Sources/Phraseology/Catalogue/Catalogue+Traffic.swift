extension Catalogue {
    /// Traffic information.
    static let traffic: [CatalogueElement] = [
        CatalogueElement(
            "TI.TRAFFIC",
            [
                need("clock", .clock), need("dist", .quantity(CountedUnit.horizontal)),
                may("dir", .word(.motion, text: false)),
                may("type", .aircraftType), may("level", .level(reference: true)),
            ],
            reply: .acknowledge,
            Wording(
                "TRAFFIC ~INFORMATION @(~(AT|AT YOUR|YOUR) {clock}; ~(RANGE|DISTANCE|AT) {dist}; [{dir}]; [~TYPE {type}]; [~AT {level}])",
                .textbook
            ),
            Wording(
                "БОРТ @(~(НА|НА ВАШИХ|У ВАС НА) {clock}; ~(НА УДАЛЕНИИ|УДАЛЕНИЕ|НА РАССТОЯНИИ|РАССТОЯНИЕ|ДАЛЬНОСТЬ|В) {dist}; [{dir}]; [~ТИП {type}]; [~НА {level}])",
                .textbook, partly: true)),
        CatalogueElement(
            "TI.OPP_SAME", [need("dir", .choice(["opposite", "same"]))], reply: .acknowledge,
            Wording("<dir opposite:OPPOSITE|same:SAME> DIRECTION", .textbook),
            Wording("<dir opposite:ВО ВСТРЕЧНОМ|same:В ПОПУТНОМ> НАПРАВЛЕНИИ", .textbook)),
        CatalogueElement(
            "TI.OVERTAKING", reply: .acknowledge, Wording("OVERTAKING", .textbook), Wording("ОБГОНЯЕТ", .textbook)),
        CatalogueElement(
            "TI.CROSSING", [need("side", .choice(["left-to-right", "right-to-left"]))], reply: .acknowledge,
            Wording("CROSSING <side left-to-right:LEFT TO RIGHT|right-to-left:RIGHT TO LEFT>", .textbook),
            Wording("ПЕРЕСЕКАЕТ <side left-to-right:СЛЕВА НАПРАВО|right-to-left:СПРАВА НАЛЕВО>", .textbook)),
        CatalogueElement(
            "TI.CLIMBING", [need("dir", .choice(["climbing", "descending"]))], reply: .acknowledge,
            Wording("<dir climbing:CLIMBING|descending:DESCENDING>", .textbook),
            Wording("В <dir climbing:НАБОРЕ/НАБОРЕ ВЫСОТЫ|descending:СНИЖЕНИИ>", .textbook)),
        CatalogueElement(
            "TI.UNKNOWN", reply: .acknowledge, Wording("LEVEL UNKNOWN", .ukraine486),
            Wording("ЭШЕЛОН НЕИЗВЕСТЕН", .ukraine486)),
        CatalogueElement(
            "TI.INSIGHT", reply: .action, Wording("REPORT TRAFFIC IN SIGHT", .simulation),
            Wording("ДОЛОЖИТЕ ВИЗУАЛЬНЫЙ КОНТАКТ С БОРТОМ", .simulation)),
        CatalogueElement(
            "TI.CLEAR", [may("track", .name)], reply: .acknowledge,
            Wording("CLEAR OF TRAFFIC[, TRACK {track}]", .textbook),
            Wording("С БОРТОМ РАЗОШЛИСЬ[, БОРТ {track}]", .textbook)),
        CatalogueElement(
            "TI.WANTVECTORS", reply: .yesOrNo, Wording("DO YOU WANT VECTORS?", .textbook),
            Wording("ВАМ НУЖНО ВЕКТОРЕНИЕ?", .textbook)),
        CatalogueElement(
            "TI.REQVECTORS", reply: .acknowledge, Wording("REQUEST VECTORS", .textbook),
            Wording("ПРОШУ ВЕКТОРЕНИЕ", .textbook)),
        CatalogueElement(
            "TI.COLLISION", [may("pair", .pair), may("time", .time)], reply: .acknowledge,
            Wording("COLLISION HAZARD[, {pair.first} AND {pair.second}][, AT {time}]", .controllers),
            Wording("ОПАСНОСТЬ СТОЛКНОВЕНИЯ[, {pair.first} И {pair.second}][, В {time:acc}]", .controllers)),
    ]
}

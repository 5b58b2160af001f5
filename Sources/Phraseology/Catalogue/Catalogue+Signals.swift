extension Catalogue {
    private static let reference = may("ref", .number(1...9_999))

    /// Special signals under the distinguishing signal YV1, from the agreements on incidents at sea.
    static let signals: [CatalogueElement] = [
        CatalogueElement(
            "YV1.MH1", reply: .acknowledge,
            Wording("REQUEST YOU NOT CROSS MY COURSE AHEAD OF ME", also: ["REQUEST YOU NOT CROSS MY COURSE"], .common),
            Wording("ПРОШУ НЕ ПЕРЕСЕКАТЬ МОЙ КУРС", .specialSignals)),
        CatalogueElement(
            "YV1.PJ1", reply: .acknowledge, Wording("I AM UNABLE TO ALTER COURSE TO STARBOARD", .common),
            Wording("Я НЕ МОГУ ИЗМЕНИТЬ КУРС ВПРАВО", .specialSignals)),
        CatalogueElement(
            "YV1.PJ2", reply: .acknowledge, Wording("I AM UNABLE TO ALTER COURSE TO PORT", .common),
            Wording("Я НЕ МОГУ ИЗМЕНИТЬ КУРС ВЛЕВО", .specialSignals)),
        CatalogueElement(
            "YV1.PP8", [may("dir", .word(.compass, text: false))], reply: .acknowledge,
            Wording(
                "DANGEROUS OPERATIONS IN PROGRESS. REQUEST YOU KEEP CLEAR OF THE DIRECTION INDICATED FROM ME[, {dir}]",
                .common),
            Wording(
                "ПРОВОДЯТСЯ ОПАСНЫЕ ОПЕРАЦИИ. ПРОСЬБА НЕ НАХОДИТЬСЯ В УКАЗАННОМ НАПРАВЛЕНИИ ОТ МЕНЯ[, {dir}]",
                .specialSignals, partly: true)),
        CatalogueElement(
            "YV1.UY1", [need("operation", .choice(["launch", "recover"])), need("course", .heading)],
            reply: .acknowledge,
            Wording("I AM PREPARING TO <operation launch:LAUNCH|recover:RECOVER> AIRCRAFT ON COURSE {course}", .common),
            Wording("Я ГОТОВЛЮСЬ К <operation launch:ВЗЛЕТУ|recover:ПОСАДКЕ> АВИАЦИИ НА КУРСЕ {course}", .own)),
        CatalogueElement(
            "YV1.ZL1", [reference], Wording("I HAVE RECEIVED AND UNDERSTOOD YOUR MESSAGE[ {ref}]", .common),
            Wording("ВАШЕ СООБЩЕНИЕ[ {ref}] ПРИНЯЛ И ПОНЯЛ", .own)),
        CatalogueElement(
            "YV1.ZL2", [reference], reply: .acknowledge,
            Wording("DO YOU UNDERSTAND? REQUEST ACKNOWLEDGEMENT[, MESSAGE {ref}]", .common),
            Wording("ПОНЯЛИ ЛИ ВЫ? ПРОШУ ПОДТВЕРЖДЕНИЕ[, СООБЩЕНИЕ {ref}]", .own)),
    ]
}

extension Catalogue {
    /// Interception phrases: between crews only, in the one wording that both have learnt.
    static let interception: [CatalogueElement] = [
        CatalogueElement(
            "ICP.CALLSIGN_Q", Wording("CALL SIGN", .annex2),
            Wording("ПРОШУ СООБЩИТЬ ВАШ ПОЗЫВНОЙ", also: ["КОЛ САИН"], .annex2)),
        CatalogueElement(
            "ICP.FOLLOW", reply: .action, Wording("FOLLOW", .annex2),
            Wording("СЛЕДУЙТЕ ЗА МНОЙ", also: ["ФОЛ-ЛОУ"], .annex2)),
        CatalogueElement(
            "ICP.DESCEND", reply: .action, Wording("DESCEND", .annex2),
            Wording("СНИЖАЙТЕСЬ ДЛЯ ВЫПОЛНЕНИЯ ПОСАДКИ", .annex2)),
        CatalogueElement(
            "ICP.YOULAND", reply: .action, Wording("YOU LAND", .annex2),
            Wording("САДИТЕСЬ НА ЭТОТ АЭРОДРОМ", also: ["Ю ЛЭНД"], .annex2)),
        CatalogueElement(
            "ICP.PROCEED", reply: .action, Wording("PROCEED", .annex2),
            Wording("СЛЕДУЙТЕ СВОИМ КУРСОМ", also: ["ПРО-СИД"], .annex2)),
        CatalogueElement(
            "ICP.CALLSIGN_A", [need("callsign", .name)], Wording("CALL SIGN {callsign}", .annex2),
            Wording("МОЙ ПОЗЫВНОЙ {callsign}", .annex2)),
        CatalogueElement(
            "ICP.WILCO", Wording("WILCO", .annex2), Wording("ВАС ПОНЯЛ, ВЫПОЛНЯЮ", also: ["ВИЛ-КО"], .annex2)),
        CatalogueElement(
            "ICP.CANNOT", Wording("CAN NOT", .annex2), Wording("ВЫПОЛНИТЬ НЕ МОГУ", also: ["КЭН НОТ"], .annex2)),
        CatalogueElement(
            "ICP.REPEAT", Wording("REPEAT", .annex2), Wording("ПОВТОРИТЕ ВАШЕ УКАЗАНИЕ", also: ["РИ-ПИТ"], .annex2)),
        CatalogueElement(
            "ICP.AMLOST", Wording("AM LOST", .annex2), Wording("ПОТЕРЯЛ ОРИЕНТИРОВКУ", also: ["ЭМ ЛОСТ"], .annex2)),
        CatalogueElement(
            "ICP.MAYDAY", Wording("MAYDAY", .annex2), Wording("ТЕРПЛЮ БЕДСТВИЕ", also: ["МЭЙДЭЙ"], .annex2)),
        CatalogueElement("ICP.HIJACK", Wording("HIJACK", .annex2), Wording("ЗАХВАЧЕН", also: ["ХАЙ-ДЖЕК"], .annex2)),
        CatalogueElement(
            "ICP.LAND", [may("place", .name)], Wording("LAND[ {place}]", .annex2),
            Wording("ТРЕБУЮ СОВЕРШИТЬ ПОСАДКУ[ {place}]", .annex2)),
        CatalogueElement("ICP.REQDESCEND", Wording("DESCEND", .annex2), Wording("ТРЕБУЮ СНИЗИТЬСЯ", .annex2)),
    ]
}

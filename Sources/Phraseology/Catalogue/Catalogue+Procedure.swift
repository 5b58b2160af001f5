extension Catalogue {
    private static let message = may("ref", .number(1...9_999))

    /// Words about messages.
    static let procedure: [CatalogueElement] = [
        CatalogueElement(
            "PRC.ACKNOWLEDGE", reply: .acknowledge, Wording("ACKNOWLEDGE", .textbook),
            Wording("ПОДТВЕРДИТЕ ЯСНОСТЬ", .textbook)),
        CatalogueElement(
            "PRC.CONFIRM", [need("item", .word(.item, text: true))], reply: .yesOrNo,
            Wording("CONFIRM {item}", .textbook),
            Wording("ПОДТВЕРДИТЕ {item}", .textbook)),
        CatalogueElement(
            "PRC.CANCEL", [message], reply: .acknowledge, Wording("CANCEL[ MESSAGE {ref}]", .textbook),
            Wording("ОТМЕНЯЮ[ СООБЩЕНИЕ {ref}]", .textbook)),
        CatalogueElement(
            "PRC.DISREGARD", [message], reply: .acknowledge, cpdlc: "UM168",
            Wording("DISREGARD[ MESSAGE {ref}]", .cpdlc), Wording("ОШИБОЧНО[ СООБЩЕНИЕ {ref}]", .simulation)),
        CatalogueElement(
            "PRC.SAYAGAIN", [may("part", .word(.item, text: true))], reply: .answer(["PRC.ISAYAGAIN"]),
            Wording("SAY AGAIN[ {part}]", .common), Wording("ПОВТОРИТЕ[ {part}]", .annex2, partly: true)),
        CatalogueElement("PRC.ISAYAGAIN", Wording("I SAY AGAIN", .simulation), Wording("ПОВТОРЯЮ", .simulation)),
        CatalogueElement(
            "PRC.READBACK", [message], reply: .answer(["PRC.READBACK_OK"]),
            Wording("READ BACK[ MESSAGE {ref}]", .doc9432List),
            Wording("ПОВТОРИТЕ ДЛЯ ПРОВЕРКИ[ СООБЩЕНИЕ {ref}]", .own)),
        CatalogueElement(
            "PRC.READBACK_OK", [message], Wording("READBACK CORRECT[, MESSAGE {ref}]", .common),
            Wording("ПОВТОРЕНО ПРАВИЛЬНО[, СООБЩЕНИЕ {ref}]", .own)),
        CatalogueElement("PRC.GOAHEAD", Wording("GO AHEAD", .textbook), Wording("ПРОДОЛЖАЙТЕ", .textbook)),
    ]
}

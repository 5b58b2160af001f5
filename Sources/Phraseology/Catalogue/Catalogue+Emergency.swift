extension Catalogue {
    private static let nature = may("nature", .word(.nature, text: true))

    /// Distress and urgency.
    static let emergency: [CatalogueElement] = [
        CatalogueElement(
            "EMG.MAYDAY", [nature], reply: .acknowledge, cpdlc: "DM56",
            Wording(
                "MAYDAY MAYDAY MAYDAY[, {nature}]", also: ["MAYDAY[, {nature}]", "MAYDAY MAYDAY[, {nature}]"],
                .ukraine486),
            Wording(
                "ТЕРПЛЮ БЕДСТВИЕ[, {nature}]", also: ["МЭЙДЭЙ[, {nature}]", "МЭЙДЭЙ МЭЙДЭЙ МЭЙДЭЙ[, {nature}]"], .annex2
            )),
        CatalogueElement(
            "EMG.PAN", [nature], reply: .acknowledge, cpdlc: "DM55",
            Wording(
                "PAN PAN[, {nature}]", also: ["PAN PAN PAN[, {nature}]", "PAN PAN PAN PAN PAN PAN[, {nature}]"],
                .ukraine486),
            Wording(
                "ПАН ПАН[, {nature}]", also: ["ПАН ПАН ПАН[, {nature}]", "ПАН ПАН ПАН ПАН ПАН ПАН[, {nature}]"],
                .ukraine486)),
        CatalogueElement(
            "EMG.DESCENT", [may("intent", .word(.intent, text: true))], reply: .acknowledge,
            Wording("EMERGENCY DESCENT[, {intent}]", .textbook), Wording("АВАРИЙНОЕ СНИЖЕНИЕ[, {intent}]", .textbook)),
        CatalogueElement(
            "EMG.ALL", [need("point", .name), need("level", .level(reference: true))], reply: .acknowledge,
            Wording(
                "ATTENTION ALL AIRCRAFT IN THE VICINITY OF {point} EMERGENCY DESCENT IN PROGRESS FROM {level}",
                .textbook),
            Wording(
                "ВНИМАНИЕ, ВСЕМ БОРТАМ, В РАЙОНЕ {point} ВЫПОЛНЯЕТСЯ АВАРИЙНОЕ СНИЖЕНИЕ (С|СО) {level:gen}", .textbook)),
        CatalogueElement(
            "EMG.SILENCE", Wording("ALL STATIONS, STOP TRANSMITTING, MAYDAY", .textbook),
            Wording("ВСЕМ БОРТАМ, ПРЕКРАТИТЬ ПЕРЕДАЧУ, БЕДСТВИЕ", .textbook)),
        CatalogueElement(
            "EMG.ENDED", Wording("ALL STATIONS, DISTRESS TRAFFIC ENDED", .textbook),
            Wording("ВСЕМ БОРТАМ, БЕДСТВИЕ ОТМЕНЯЮ. СВЯЗЬ В ОБЫЧНОМ РЕЖИМЕ", .textbook)),
        CatalogueElement(
            "EMG.CANCEL", reply: .acknowledge, cpdlc: "DM58", Wording("CANCEL EMERGENCY", .cpdlc),
            Wording("ОТМЕНЯЮ СИГНАЛ БЕДСТВИЯ", .scanner)),
        CatalogueElement(
            "EMG.SAR", [need("pos", .place), may("time", .time)], reply: .acknowledge,
            Wording("AIRCRAFT LOST, LAST KNOWN POSITION {pos}[, AT^ {time}]", .own),
            Wording("БОРТ ПОТЕРЯН, ПОСЛЕДНЕЕ ИЗВЕСТНОЕ МЕСТО {pos}[, В^ {time:acc}]", .own)),
    ]
}

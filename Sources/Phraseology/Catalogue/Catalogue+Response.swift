extension Catalogue {
    /// What answers a message.
    static let response: [CatalogueElement] = [
        CatalogueElement(
            "RSP.WILCO", cpdlc: "DM0",
            Wording("WILCO", also: ["WILL COMPLY"], .cpdlc),
            Wording("ВАС ПОНЯЛ, ВЫПОЛНЯЮ", also: ["ПОНЯЛ, ВЫПОЛНЯЮ", "ВЫПОЛНЯЮ"], .annex2)),
        CatalogueElement(
            "RSP.UNABLE", [may("reason", .word(.reason, text: true))], cpdlc: "DM1/UM0",
            Wording("UNABLE[, {reason}]", also: ["UNABLE TO COMPLY[, {reason}]"], .cpdlc),
            Wording(
                "ВЫПОЛНИТЬ НЕ МОГУ[, {reason}]", also: ["НЕ МОГУ ВЫПОЛНИТЬ[, {reason}]", "НЕ МОГУ[, {reason}]"], .annex2
            )),
        CatalogueElement(
            "RSP.STANDBY", cpdlc: "DM2/UM1", Wording("STANDBY", .cpdlc), Wording("ОЖИДАЙТЕ", also: ["ЖДИТЕ"], .own)),
        CatalogueElement(
            "RSP.ROGER", cpdlc: "DM3/UM3", Wording("ROGER", also: ["COPIED", "COPY"], .cpdlc),
            Wording("ВАС ПОНЯЛ", also: ["ПОНЯЛ ВАС", "ПОНЯЛ", "ПРИНЯЛ"], .airEnglish)),
        CatalogueElement(
            "RSP.AFFIRM", cpdlc: "DM4/UM4", Wording("AFFIRM", also: ["YES"], .cpdlc),
            Wording("ДА", also: ["ПОДТВЕРЖДАЮ", "ТАК ТОЧНО"], .textbook)),
        CatalogueElement(
            "RSP.NEGATIVE", cpdlc: "DM5/UM5", Wording("NEGATIVE", also: ["NO"], .cpdlc),
            Wording("НЕТ", also: ["НИКАК НЕТ", "ОТРИЦАТЕЛЬНО"], .textbook)),
    ]
}

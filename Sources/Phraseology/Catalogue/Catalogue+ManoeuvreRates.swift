extension Catalogue {
    private static let bound = ParameterKind.choice(["greater", "less"])

    /// Levels by themselves, separation, rates, speeds, reasons.
    static let manoeuvreRates: [CatalogueElement] = [
        CatalogueElement(
            "MAN.LEVEL_FL", [need("level", .flightLevel), may("ref", .reference)],
            Wording("{level}[ {ref}]", .order362), Wording("{level}[ {ref}]", .order362)),
        CatalogueElement(
            "MAN.LEVEL_M", [need("level", .quantity([.metre])), may("ref", .reference)],
            Wording("{level}[ {ref}]", .order362),
            Wording("{level}[ {ref}]", .order362)),
        CatalogueElement(
            "MAN.LEVEL_FT", [need("level", .quantity([.foot])), may("ref", .reference)],
            Wording("{level}[ {ref}]", .order362),
            Wording("{level}[ {ref}]", .order362)),
        CatalogueElement(
            "MAN.VSEP",
            [
                need("dist", .quantity(CountedUnit.vertical)), need("side", .choice(["above", "below"])),
                need("callsign", .name),
            ],
            reply: .action,
            Wording(
                "MAINTAIN AT LEAST {dist} <side above:ABOVE|below:BELOW> {callsign}",
                readBack: ["MAINTAINING AT LEAST {dist} <side above:ABOVE|below:BELOW> {callsign}"], .airEnglish),
            Wording(
                "ВЫДЕРЖИВАЙТЕ, КАК МИНИМУМ, {dist:acc} <side above:ВЫШЕ|below:НИЖЕ> {callsign}",
                readBack: ["ВЫДЕРЖИВАЮ, КАК МИНИМУМ, {dist:acc} <side above:ВЫШЕ|below:НИЖЕ> {callsign}"], .airEnglish)),
        CatalogueElement(
            "MAN.VS", [need("vs", .quantity(CountedUnit.verticalRate)), may("bound", bound)], reply: .action,
            Wording("AT {vs}[ OR <bound greater:GREATER/MORE|less:LESS>]", .airEnglish),
            Wording("С ВЕРТИКАЛЬНОЙ СКОРОСТЬЮ {vs}[ ИЛИ <bound greater:БОЛЕЕ/БОЛЬШЕ|less:МЕНЕЕ/МЕНЬШЕ>]", .airEnglish)),
        CatalogueElement(
            "MAN.SPEED", [need("dir", .choice(["increase", "reduce"])), need("speed", .quantity(CountedUnit.speed))],
            reply: .action,
            cpdlc: "UM111/UM113",
            Wording(
                "<dir increase:INCREASE|reduce:REDUCE> SPEED TO {speed}",
                readBack: ["<dir increase:INCREASING|reduce:REDUCING> SPEED TO {speed}"], .textbook),
            Wording(
                "<dir increase:УВЕЛИЧЬТЕ|reduce:УМЕНЬШИТЕ> СКОРОСТЬ ДО {speed:gen}",
                readBack: ["<dir increase:УВЕЛИЧИВАЮ|reduce:УМЕНЬШАЮ> СКОРОСТЬ ДО {speed:gen}"], .textbook)),
        CatalogueElement(
            "MAN.PRESENT_SPEED", reply: .action, cpdlc: "UM107",
            Wording("MAINTAIN PRESENT SPEED", readBack: ["MAINTAINING PRESENT SPEED"], .textbook),
            Wording("ВЫДЕРЖИВАЙТЕ ТЕКУЩУЮ СКОРОСТЬ", readBack: ["ВЫДЕРЖИВАЮ ТЕКУЩУЮ СКОРОСТЬ"], .textbook)),
        CatalogueElement(
            "MAN.MACH", [need("mach", .mach), may("bound", bound)], reply: .action,
            Wording(
                "MAINTAIN MACH {mach}[ OR <bound greater:GREATER/MORE|less:LESS>]",
                readBack: ["MAINTAINING MACH {mach}[ OR <bound greater:GREATER/MORE|less:LESS>]"], .order362),
            Wording(
                "ВЫДЕРЖИВАЙТЕ ЧИСЛО МАХА {mach}[ ИЛИ <bound greater:БОЛЬШЕ/БОЛЕЕ|less:МЕНЬШЕ/МЕНЕЕ>]",
                readBack: ["ВЫДЕРЖИВАЮ ЧИСЛО МАХА {mach}[ ИЛИ <bound greater:БОЛЬШЕ/БОЛЕЕ|less:МЕНЬШЕ/МЕНЕЕ>]"],
                .order362
            )),
        CatalogueElement(
            "MAN.DUE_TRAFFIC", cpdlc: "UM166", Wording("DUE TO^ TRAFFIC", .cpdlc), Wording("ИЗ-ЗА ДВИЖЕНИЯ", .textbook)),
        CatalogueElement(
            "MAN.DUE_AIRSPACE", cpdlc: "UM167", Wording("DUE TO^ AIRSPACE RESTRICTION", .cpdlc),
            Wording("ИЗ-ЗА ОГРАНИЧЕНИЯ ВОЗДУШНОГО ПРОСТРАНСТВА", .own)),
    ]
}

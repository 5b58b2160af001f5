extension Catalogue {
    private static let zoneName = need("zone", .name)

    /// Zones.
    static let zone: [CatalogueElement] = [
        CatalogueElement(
            "ZONE.APPROACHING", [zoneName, may("dist", .quantity(CountedUnit.horizontal)), may("time", .time)],
            reply: .acknowledge,
            Wording("YOU ARE APPROACHING ZONE {zone} @([, {dist}]; [, AT^ {time}])", .own),
            Wording("ВЫ ПРИБЛИЖАЕТЕСЬ К ЗОНЕ {zone} @([, {dist}]; [, В^ {time:acc}])", .own)),
        CatalogueElement(
            "ZONE.ENTERED", [need("kind", .choice(["prohibited", "restricted", "danger"])), zoneName],
            reply: .acknowledge,
            Wording(
                "YOU HAVE PENETRATED <kind prohibited:PROHIBITED|restricted:RESTRICTED|danger:DANGER> AREA {zone}",
                .controllers),
            Wording(
                "ВЫ ПРОНИКЛИ В <kind prohibited:ЗАПРЕТНУЮ ЗОНУ|restricted:ЗОНУ ОГРАНИЧЕННОГО РЕЖИМА|danger:ОПАСНУЮ ЗОНУ> {zone}",
                .controllers)),
        CatalogueElement(
            "ZONE.ACTIVE", [zoneName, need("times", .times), may("levels", .levels)], reply: .action,
            Wording(
                "ZONE {zone} ACTIVE @(FROM {times.from} UNTIL {times.until}; [, ~FROM {levels.lower} TO {levels.upper}])",
                .own),
            Wording(
                "ЗОНА {zone} ДЕЙСТВУЕТ @(С {times.from:gen} ДО {times.until:gen}; [, ОТ {levels.lower:gen} ДО {levels.upper:gen}])",
                .own)),
        CatalogueElement(
            "ZONE.INACTIVE", [zoneName], reply: .acknowledge, Wording("ZONE {zone} NOT ACTIVE", .own),
            Wording("ЗОНА {zone} НЕ ДЕЙСТВУЕТ", .own)),
        CatalogueElement(
            "ZONE.TERMINATE", [zoneName], reply: .action, Wording("TERMINATE EXERCISE IN ZONE {zone}", .own),
            Wording("ПРЕКРАТИТЬ ТРЕНИРОВКУ В ЗОНЕ {zone}", also: ["ПРЕКРАТИТЕ ТРЕНИРОВКУ В ЗОНЕ {zone}"], .own)),
    ]
}

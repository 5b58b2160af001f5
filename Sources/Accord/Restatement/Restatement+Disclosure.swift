import Airspace

extension Restatement {
    mutating func sayDisclosure(_ agreement: Agreement) {
        for rule in agreement.disclosure { say(rule) }
        say(
            ["disclosure"], "Nothing else is told. There is no word for type or mission.",
            "Больше ничего не сообщается. Тип и задача не сообщаются никогда.")
        for relay in agreement.relays {
            say(
                ["relay", relay.identifier],
                "Relay “\(relay.identifier)”: \(relay.by) may hand on to \(relay.to), under \(relay.under), what it learns here of the aircraft of \(relay.of).",
                "Передача «\(relay.identifier)»: сторона \(relay.by) вправе передавать стороне \(relay.to) по соглашению \(relay.under) то, что узнаёт здесь о воздушных судах стороны \(relay.of)."
            )
        }
        say(
            ["relay"],
            agreement.relays.isEmpty
                ? "What is learned here is handed on to nobody."
                : "Beyond that, what is learned here is handed on to nobody.",
            agreement.relays.isEmpty
                ? "Полученное здесь никому не передаётся." : "В остальном полученное здесь никому не передаётся.")
    }

    private mutating func say(_ rule: DisclosureRule) {
        let place =
            rule.zone.map { BilingualText(english: "in zone \($0)", russian: "в зоне \($0)") }
            ?? BilingualText(english: "in the whole area", russian: "во всём районе")
        var levels = BilingualText(english: "", russian: "")
        if rule.lowerFeet != nil || rule.upperFeet != nil {
            let words = Wording.levels(
                rule.lowerFeet.map { Altitude(feet: $0, datum: .pressure) },
                rule.upperFeet.map { Altitude(feet: $0, datum: .pressure) })
            levels = BilingualText(english: ", \(words.english)", russian: ", \(words.russian)")
        }
        let named = rule.aircraft.map(\.description).joined(separator: ", ")
        let aircraft =
            named.isEmpty
            ? BilingualText(english: "all its own aircraft", russian: "обо всех своих воздушных судах")
            : BilingualText(
                english: "those of its own aircraft that are named \(named)",
                russian: "о тех своих воздушных судах, которые обозначены \(named)")
        let naming: BilingualText =
            switch rule.naming {
            case .pseudonym: BilingualText(english: "under a pseudonym", russian: "под псевдонимом")
            case .address: BilingualText(english: "under its address", russian: "под своим адресом")
            }
        let fields = DisclosureRule.Field.allCases.filter(rule.fields.contains).map(Self.name)
        let told = Self.precision(rule.precision)
        let unknown = Self.unknown(rule)
        var english =
            "Rule “\(rule.identifier)”: \(rule.from) tells \(rule.to) of \(aircraft.english) \(place.english)\(levels.english): "
            + "\(Wording.list(fields.map(\.english)).english), each \(naming.english). \(told.english) \(unknown.english)"
        var russian =
            "Правило «\(rule.identifier)»: сторона \(rule.from) сообщает стороне \(rule.to) \(aircraft.russian) \(place.russian)\(levels.russian): "
            + "\(fields.map(\.russian).joined(separator: ", ")); каждое \(naming.russian). \(told.russian) \(unknown.russian)"
        if let finer = rule.conflictPrecision {
            english +=
                " While a conflict with an aircraft of \(rule.to) lasts, \(Self.lowered(Self.precision(finer).english))"
            russian +=
                " Пока сохраняется угроза сближения с воздушным судном стороны \(rule.to), \(Self.lowered(Self.precision(finer).russian))"
        }
        say(["disclosure", rule.identifier], english, russian)
    }

    private static func lowered(_ sentence: String) -> String { sentence.prefix(1).lowercased() + sentence.dropFirst() }

    private static func name(_ field: DisclosureRule.Field) -> BilingualText {
        switch field {
        case .position: BilingualText(english: "position", russian: "положение")
        case .level: BilingualText(english: "level", russian: "высота")
        case .velocity: BilingualText(english: "velocity", russian: "скорость и направление")
        }
    }

    private static func precision(_ precision: DisclosureRule.Precision) -> BilingualText {
        let grid = Wording.length(precision.grid, .genitive)
        let level = Wording.length(precision.levelGrid, .genitive)
        let time = Wording.span(precision.timeGridSeconds, .genitive)
        let every = Wording.every(precision.everySeconds)
        let delay = Wording.span(precision.delaySeconds, .accusative)
        let isLate = precision.delaySeconds > 0
        return BilingualText(
            english:
                "Positions are rounded to \(grid.english), levels to \(level.english), times to \(time.english); at most once \(every.english), \(isLate ? "\(delay.english) late" : "without delay").",
            russian:
                "Положение округляется до \(grid.russian), высота — до \(level.russian), время — до \(time.russian); не чаще одного раза \(every.russian), \(isLate ? "с задержкой в \(delay.russian)" : "без задержки")."
        )
    }

    /// What that leaves unknown, at the speed of an airliner that climbs or descends.
    private static func unknown(_ rule: DisclosureRule) -> BilingualText {
        let uncertainty = DisclosedUncertainty(
            precision: rule.precision, speedMetresPerSecond: DisclosedUncertainty.assumedSpeed)
        let miles = Length(uncertainty.horizontalMetres / 1852, .nauticalMiles).rounded
        let words = Wording.length(miles, .genitive)
        guard rule.fields.contains(.level) else {
            return BilingualText(
                english:
                    "At 250 m/s, up to \(words.english) are added to the protected distance; without a level no level separates.",
                russian:
                    "При скорости 250 м/с к защищаемому расстоянию добавляется до \(words.russian); без сведений о высоте разделение по высоте не учитывается."
            )
        }
        let feet = Wording.counted(.foot, (uncertainty.verticalFeet / 10).rounded(.up) * 10, .genitive)
        return BilingualText(
            english:
                "At 250 m/s, up to \(words.english) are added to the protected distance, and up to \(feet.english) to the vertical minimum.",
            russian:
                "При скорости 250 м/с к защищаемому расстоянию добавляется до \(words.russian), а к интервалу по вертикали — до \(feet.russian)."
        )
    }
}

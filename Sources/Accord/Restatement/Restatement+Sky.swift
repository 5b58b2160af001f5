import Airspace
import Separation

extension Restatement {
    mutating func saySky(_ agreement: Agreement) {
        let area = Wording.outline(agreement.area.footprint)
        let levels = Wording.levels(agreement.area.lower, agreement.area.upper)
        say(
            ["area"], "The area is \(area.english), \(levels.english).",
            "Район действия: \(area.russian), \(levels.russian).")
        for clause in agreement.minima { say(clause) }
        for zone in agreement.zones { say(zone) }
        for frequency in agreement.frequencies {
            let monitors = Wording.list(frequency.monitors)
            let distress = BilingualText(
                english: frequency.isEmergency ? " It is the one for emergencies." : "",
                russian: frequency.isEmergency ? " Это аварийная частота." : "")
            say(
                ["frequencies", frequency.name],
                "Frequency “\(frequency.name)”: \(frequency.text), \(frequency.use.english). Monitored by \(monitors.english).\(distress.english)",
                "Частота «\(frequency.name)»: \(frequency.megahertz.replacing(".", with: ",")) МГц, \(frequency.use.russian). Прослушивают: \(frequency.monitors.joined(separator: ", ")).\(distress.russian)"
            )
        }
    }

    private mutating func say(_ clause: MinimaClause) {
        let place =
            clause.zone.map { BilingualText(english: "in zone \($0)", russian: "в зоне \($0)") }
            ?? BilingualText(english: "everywhere", russian: "везде")
        let who =
            clause.classes.map(Self.between)
            ?? BilingualText(english: "between any two aircraft", russian: "между любыми воздушными судами")
        let horizontal = Wording.length(clause.minima.horizontal, .genitive)
        let vertical = Wording.length(clause.minima.vertical, .genitive)
        say(
            ["minima", clause.name],
            """
            Minima “\(clause.name)”: \(place.english), \(who.english), at least \(horizontal.english) horizontally or \
            \(vertical.english) vertically are kept, measured by \(MeasuringRule.name) in pressure altitude.
            """,
            """
            Интервалы «\(clause.name)»: \(place.russian), \(who.russian), выдерживается не менее \(horizontal.russian) по \
            горизонтали или не менее \(vertical.russian) по вертикали; измерение по правилу \(MeasuringRule.name), высота по \
            стандартному давлению.
            """)
    }

    /// The classes of a pair; the Russian in the instrumental.
    private static func between(_ classes: ClassPair) -> BilingualText {
        func words(_ kind: AircraftClass) -> (one: String, two: String, russianOne: String, russianTwo: String) {
            switch kind {
            case .airliner: ("an airliner", "two airliners", "авиалайнером", "двумя авиалайнерами")
            case .fighter: ("a fighter", "two fighters", "истребителем", "двумя истребителями")
            case .helicopter: ("a helicopter", "two helicopters", "вертолётом", "двумя вертолётами")
            case .drone: ("a drone", "two drones", "беспилотником", "двумя беспилотниками")
            case .unknown:
                ("an unknown one", "two unknown ones", "неизвестным судном", "двумя неизвестными судами")
            }
        }
        let (first, second) = (words(classes.first), words(classes.second))
        return classes.first == classes.second
            ? BilingualText(english: "between \(first.two)", russian: "между \(first.russianTwo)")
            : BilingualText(
                english: "between \(first.one) and \(second.one)",
                russian: "между \(first.russianOne) и \(second.russianOne)")
    }

    private mutating func say(_ zone: AgreedZone) {
        let purpose: BilingualText =
            switch zone.purpose {
            case .exercise: BilingualText(english: "an exercise zone", russian: "зона учений")
            case .restricted: BilingualText(english: "a restricted zone", russian: "зона ограничения полётов")
            case .keepOut: BilingualText(english: "a keep-out zone", russian: "запретная зона")
            case .corridor: BilingualText(english: "a corridor", russian: "коридор")
            case .alerting: BilingualText(english: "an alerting zone", russian: "зона оповещения")
            }
        let outline = Wording.outline(zone.volume.footprint)
        let levels = Wording.levels(zone.volume.lower, zone.volume.upper)
        var english =
            "Zone \(zone.identifier) (\(zone.name.english)) is \(purpose.english): \(outline.english), \(levels.english)."
        var russian =
            "Зона \(zone.identifier) (\(zone.name.russian)) — \(purpose.russian): \(outline.russian), \(levels.russian)."
        for period in zone.activeUnixSeconds {
            let (from, until) = (Wording.time(period.lowerBound), Wording.time(period.upperBound))
            english += " It is active from \(from.english), until \(until.english)."
            russian += " Действует с \(from.russian), по \(until.russian)."
        }
        if !zone.activators.isEmpty {
            let who = Wording.list(zone.activators, or: true)
            english += " It may be activated and released by \(who.english)."
            russian += " Вводить и снимать её вправе \(who.russian)."
        }
        if zone.entitled.isEmpty {
            english += " While it is active nobody may be inside."
            russian += " Пока она действует, находиться в ней не вправе никто."
        } else {
            let who = Wording.list(zone.entitled)
            english += " While it is active, aircraft of \(who.english) may be inside."
            russian +=
                " Пока она действует, находиться в ней вправе воздушные суда "
                + (zone.entitled.count == 1 ? "стороны " : "сторон ") + "\(who.russian)."
        }
        say(["zones", zone.identifier], english, russian)
    }
}

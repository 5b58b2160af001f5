import Airspace
import Separation

extension AgreementJudge {
    mutating func judgeDisclosure(_ agreement: Agreement) {
        for (index, rule) in agreement.disclosure.enumerated() {
            let path = ["disclosure", "\(index)"]
            judgeNames([rule.from], at: path + ["from"], in: agreement)
            judgeNames([rule.to], at: path + ["to"], in: agreement)
            if rule.from == rule.to {
                fault(
                    path + ["to"], "\(rule.from) need not tell itself anything",
                    "стороне \(rule.from) незачем сообщать что-либо самой себе")
            }
            if let zone = rule.zone, agreement.zone(zone) == nil {
                fault(path + ["zone"], "there is no zone “\(zone)”", "зоны «\(zone)» нет")
            }
            if let lower = rule.lowerFeet, let upper = rule.upperFeet, lower >= upper {
                fault(
                    path + ["upper"], "the upper level must be above the lower one",
                    "верхняя граница должна быть выше нижней")
            }
            judgeLevels(of: rule, in: agreement, at: path)
            judge(rule.precision, of: rule, in: agreement, at: path)
            if let finer = rule.conflictPrecision { judgeFiner(finer, of: rule, in: agreement, at: path) }
            if !rule.fields.contains(.velocity) {
                caution(
                    path + ["fields"],
                    "without velocity the peer must take the aircraft for standing still: of one that comes head-on it is warned in half the time",
                    "без скорости другая сторона вынуждена считать воздушное судно неподвижным: о встречном она будет предупреждена с вдвое меньшим запасом времени"
                )
            }
            if rule.naming == .address {
                caution(
                    path + ["naming"],
                    "the address says which aircraft it is, for ever and to whoever reads the record",
                    "адрес навсегда говорит каждому, кто читает запись, какое это воздушное судно"
                )
            }
            for other in agreement.disclosure[..<index] {
                if other.identifier == rule.identifier {
                    fault(
                        path + ["rule"], "two rules are called “\(rule.identifier)”",
                        "два правила названы «\(rule.identifier)»")
                }
                if (other.from, other.to, other.zone) == (rule.from, rule.to, rule.zone),
                    other.lowerFeet == rule.lowerFeet, other.upperFeet == rule.upperFeet,
                    other.aircraft == rule.aircraft
                {
                    fault(
                        path,
                        "“\(other.identifier)” speaks of the same aircraft in the same place: which of the two holds?",
                        "правило «\(other.identifier)» — о тех же воздушных судах в том же месте: какое из двух действует?"
                    )
                }
            }
        }
    }

    private mutating func judgeLevels(of rule: DisclosureRule, in agreement: Agreement, at path: [String]) {
        let volume = rule.zone.flatMap(agreement.zone)?.volume ?? agreement.area
        let floor = volume.lower.flatMap { $0.datum == .pressure ? $0.feet : nil }
        let ceiling = volume.upper.flatMap { $0.datum == .pressure ? $0.feet : nil }
        let isAbove = rule.lowerFeet.flatMap { lower in ceiling.map { lower >= $0 } } ?? false
        let isBelow = rule.upperFeet.flatMap { upper in floor.map { upper <= $0 } } ?? false
        if isAbove || isBelow {
            fault(
                path, "its levels lie outside the place that it speaks of: it tells nothing",
                "его высоты лежат вне места, о котором оно говорит: по нему ничего не сообщается")
        }
    }

    private mutating func judge(
        _ precision: DisclosureRule.Precision, of rule: DisclosureRule, in agreement: Agreement, at path: [String]
    ) {
        if precision.grid.nauticalMiles > 10 {
            fault(
                path + ["grid"], "a grid of more than 10 NM tells nobody where an aircraft is",
                "округление более чем до 10 морских миль никому не говорит, где находится воздушное судно")
        }
        if precision.levelGrid.feet > 5_000 {
            fault(
                path + ["level-grid"], "a grid of more than 5000 ft tells no level",
                "округление более чем до 5000 футов ничего не говорит о высоте")
        }
        if precision.everySeconds < precision.timeGridSeconds {
            fault(
                path + ["every"],
                "it tells more often than its grid of times can show: every must be at least time-grid",
                "сообщается чаще, чем видно при таком округлении времени: every должно быть не меньше time-grid")
        }
        if rule.fields.contains(.level), precision.levelGrid.feet > agreement.generalMinima.vertical.feet {
            caution(
                path + ["level-grid"],
                "the grid of levels is coarser than the vertical minimum: all levels seem shared",
                "округление высот грубее минимума по вертикали: кажется, что все на одной высоте"
            )
        }
        let minimum = agreement.classMinima(inZone: rule.zone).largest.horizontal
        // What is finer while a conflict lasts helps nobody to find one.
        let uncertainty = DisclosedUncertainty(
            precision: precision, speedMetresPerSecond: DisclosedUncertainty.assumedSpeed)
        if uncertainty.horizontalMetres > 4 * minimum.metres {
            let unknown = Length(uncertainty.horizontalMetres / 1852, .nauticalMiles).rounded
            caution(
                path,
                "delay and precision leave \(unknown) unknown, more than four times the minimum: the peer is warned of everything or of nothing",
                "задержка и точность дают неопределённость в \(Wording.length(unknown, .accusative).russian), больше четырёх минимумов: другая сторона получит предупреждения обо всём или ни о чём"
            )
        }
        let volume = rule.zone.flatMap(agreement.zone)?.volume ?? agreement.area
        // The disc that a peer protects around the aircraft is twice as wide as the distance.
        if 2 * (minimum.metres + uncertainty.horizontalMetres) > widthMetres(of: volume.footprint, named: rule.zone) {
            fault(
                path,
                "delay and precision make the protected distance wider than \(rule.zone.map { "“\($0)”" } ?? "the area"): at 250 m/s, 60 s are 15 km",
                "из-за задержки и точности защищаемое расстояние шире, чем \(rule.zone.map { "зона «\($0)»" } ?? "район действия"): при скорости 250 м/с за 60 с пролетают 15 км"
            )
        }
    }

    /// How wide an outline is; many rules speak of one.
    private mutating func widthMetres(of footprint: Footprint, named zone: String?) -> Double {
        if let known = widthsMetres[zone] { return known }
        let width = ZoneWidth.metres(footprint)
        widthsMetres[zone] = width
        return width
    }

    private mutating func judgeFiner(
        _ finer: DisclosureRule.Precision, of rule: DisclosureRule, in agreement: Agreement, at path: [String]
    ) {
        let base = rule.precision
        if finer.grid.metres > base.grid.metres || finer.levelGrid.metres > base.levelGrid.metres
            || finer.timeGridSeconds > base.timeGridSeconds || finer.delaySeconds > base.delaySeconds
            || finer.everySeconds > base.everySeconds
        {
            fault(
                path + ["while-conflict"],
                "while a conflict lasts it must not be coarser, later or rarer than otherwise",
                "пока сохраняется угроза сближения, сведения не должны быть грубее, позже или реже обычного")
        }
        if finer.everySeconds < finer.timeGridSeconds {
            fault(
                path + ["while-conflict"], "it tells more often than its grid of times can show",
                "сообщается чаще, чем видно при таком округлении времени")
        }
        if finer.delaySeconds > 0 {
            caution(
                path + ["while-conflict"], "a delay while a conflict lasts: the crew is warned too late",
                "задержка при угрозе сближения: экипаж будет предупреждён слишком поздно")
        }
    }

    /// Who tells nothing to whom.
    mutating func judgeReciprocity(_ agreement: Agreement) {
        for from in agreement.parties {
            for to in agreement.parties where to.identifier != from.identifier {
                let told = agreement.disclosure.contains { $0.from == from.identifier && $0.to == to.identifier }
                if !told {
                    caution(
                        ["disclosure"],
                        "\(from.identifier) tells \(to.identifier) nothing of its aircraft: no conflict with them is seen there",
                        "сторона \(from.identifier) ничего не сообщает стороне \(to.identifier) о своих воздушных судах: угроз сближения с ними там не увидят"
                    )
                }
            }
        }
    }
}

/// How wide a zone is at its widest, metres.
enum ZoneWidth {
    static func metres(_ footprint: Footprint) -> Double {
        switch footprint {
        case .everywhere: return .infinity
        case .circle(_, let radiusMetres): return 2 * radiusMetres
        case .polygon(let corners):
            var widest = 0.0
            for (index, corner) in corners.enumerated() {
                for other in corners[..<index] { widest = max(widest, corner.distanceMetres(to: other)) }
            }
            return widest
        }
    }
}

extension Length {
    /// The length to one decimal, for people.
    var rounded: Length { Length((value * 10).rounded() / 10, unit) }
}

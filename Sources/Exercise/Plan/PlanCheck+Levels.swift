import Accord
import Airspace
import Phraseology

extension PlanCheck {
    /// Every level of a plan with the keys that lead to it.
    private static func levels(_ plan: ExercisePlan) -> [(keys: [String], level: PlannedLevel)] {
        var levels = [(["zone", "lower"], plan.zone.lower), (["zone", "upper"], plan.zone.upper)]
        for participant in plan.participants {
            let keys = ["participants", participant.identifier]
            if let start = participant.start { levels.append((keys + ["start", "level"], start.level)) }
            if let level = participant.escapeLevel { levels.append((keys + ["on-abort", "level"], level)) }
        }
        for (index, card) in plan.cards.enumerated() {
            for (crew, points) in card.routes.sorted(by: { $0.key < $1.key }) {
                for (number, point) in points.enumerated() {
                    levels.append((["cards", "\(index + 1)", "fly", crew, "\(number + 1)", "level"], point.level))
                }
            }
        }
        return levels
    }

    static func checkLevels(_ plan: ExercisePlan, _ found: inout FaultList) {
        let datum = plan.zone.lower.datumName
        for (keys, level) in levels(plan) where level.datumName != datum {
            found.add(
                keys, "\(level.said) is by \(level.datumName), the zone's floor by \(datum): one plan has one datum",
                "\(level.said) отсчитывается по \(level.datumName), нижняя граница зоны — по \(datum): в одном плане отсчёт один"
            )
        }
        if plan.zone.lower.pressureFeet >= plan.zone.upper.pressureFeet {
            found.add(
                ["zone", "upper"], "the zone's ceiling is not above its floor", "верхняя граница зоны не выше нижней")
        }
        let floor = plan.zone.lower.pressureFeet
        let ceiling = plan.zone.upper.pressureFeet
        for (keys, level) in levels(plan) where keys.first == "cards" {
            if level.pressureFeet < floor || level.pressureFeet > ceiling {
                found.add(keys, "\(level.said) is outside the zone's levels", "\(level.said) вне высот зоны")
            }
        }
    }

    static func checkContact(_ plan: ExercisePlan, _ found: inout FaultList) {
        let contact = plan.contact
        var names: [Int: String] = [:]
        for frequency in contact.frequencies {
            if let other = names[frequency.frequency.kilohertz] {
                found.add(
                    ["contact", "frequencies", frequency.name],
                    "\(frequency.frequency) is named twice, “\(other)” and “\(frequency.name)”",
                    "частота \(frequency.frequency.russian) названа дважды, «\(other)» и «\(frequency.name)»")
            }
            names[frequency.frequency.kilohertz] = frequency.name
        }
        if contact.frequency(contact.primary) == nil {
            found.add(
                ["contact", "primary"], "“\(contact.primary)” is none of the frequencies",
                "среди частот нет «\(contact.primary)»")
        }
        if let backup = contact.backup {
            if contact.frequency(backup) == nil {
                found.add(
                    ["contact", "backup"], "“\(backup)” is none of the frequencies", "среди частот нет «\(backup)»")
            } else if contact.frequency(backup) == contact.frequency(contact.primary) {
                found.add(
                    ["contact", "backup"], "the backup is the primary frequency itself",
                    "запасная частота — та же, что и основная")
            }
        } else {
            found.add(["contact"], "there is no backup frequency", "нет запасной частоты")
        }
        if let by = contact.by {
            if plan.participant(by) == nil {
                found.add(["contact", "by"], "“\(by)” is no participant", "«\(by)» — не участник")
            }
        } else {
            found.add(
                ["contact"], "nobody is named who calls first (by)", "не указано, кто первым выходит на связь (by)")
        }
        if let at = contact.atUnixSeconds {
            if at > plan.zone.times.upperBound || at < plan.zone.times.lowerBound - 3_600 {
                found.add(
                    ["contact", "at"], "contact is made outside the time of the exercise",
                    "связь устанавливается вне времени тренировки")
            }
        } else {
            found.add(
                ["contact"], "it is not said when contact is made (at)", "не указано, когда устанавливается связь (at)")
        }
        if contact.altimeter == nil, let least = leastVerticalFeet(plan), least < 1_000 {
            found.add(
                ["contact"],
                "there is no common altimeter setting, though the levels come within \(Int(least)) ft of each other",
                "общая установка высотомеров не указана, хотя разность высот уменьшается до \(Length(Double(Int(least)), .feet).words(.genitive).russian)"
            )
        }
        if let altimeter = contact.altimeter, altimeter.setting == .standard, plan.zone.lower.datumName != "STD" {
            found.add(
                ["contact", "altimeter"], "altimeters are set to STD, but the levels are by another datum",
                "высотомеры устанавливаются на STD, а высоты отсчитываются иначе")
        }
    }

    /// The smallest difference of the levels that two crews of different parties fly in one card.
    static func leastVerticalFeet(_ plan: ExercisePlan) -> Double? {
        var least: Double?
        for card in plan.cards {
            for first in plan.flights where card.routes[first.identifier] != nil {
                for second in plan.flights where second.party != first.party {
                    for one in card.routes[first.identifier] ?? [] {
                        for other in card.routes[second.identifier] ?? [] {
                            let feet = abs(one.level.pressureFeet - other.level.pressureFeet)
                            least = min(least ?? feet, feet)
                        }
                    }
                }
            }
        }
        return least
    }
}

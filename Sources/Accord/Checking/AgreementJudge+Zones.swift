import Airspace
import Separation

extension AgreementJudge {
    /// Outlines and levels that enclose nothing, or mean two things.
    mutating func judgeVolumes(_ agreement: Agreement) {
        judge(agreement.area, at: ["area"])
        for zone in agreement.zones { judge(zone.volume, at: ["zones", zone.identifier]) }
    }

    private mutating func judge(_ volume: Volume, at path: [String]) {
        if let reason = OutlineFault.reason(volume.footprint) {
            fault(path + [place(path).child("polygon") == nil ? "circle" : "polygon"], reason)
        }
        guard let lower = volume.lower, let upper = volume.upper else { return }
        if lower.datum != upper.datum {
            fault(
                path + ["upper"], "the lower and the upper level have two datums: nobody can say how thick it is",
                "нижняя и верхняя границы отсчитываются по-разному: толщину слоя назвать нельзя")
        } else if lower.feet >= upper.feet {
            fault(
                path + ["upper"], "the upper level must be above the lower one",
                "верхняя граница должна быть выше нижней")
        }
    }

    /// Zones against the area, the term, the parties and each other.
    mutating func judgeZones(_ agreement: Agreement, _ overlaps: inout ZoneOverlaps) {
        for (index, zone) in agreement.zones.enumerated() {
            let path = ["zones", zone.identifier]
            if !overlaps.staysInside(zone) {
                fault(path, "the zone leaves the agreement's area", "зона выходит за район действия соглашения")
            }
            judgeLevels(of: zone, in: agreement.area, at: path)
            for period in zone.activeUnixSeconds
            where period.lowerBound < agreement.termUnixSeconds.lowerBound
                || period.upperBound > agreement.termUnixSeconds.upperBound
            {
                fault(
                    path + ["times"], "the zone is active outside the agreement's term",
                    "зона действует вне срока действия соглашения")
            }
            for (earlier, later) in zip(zone.activeUnixSeconds, zone.activeUnixSeconds.dropFirst())
            where later.lowerBound < earlier.upperBound {
                fault(path + ["times"], "two of its times overlap", "два периода её действия пересекаются")
            }
            if let now = nowUnixSeconds, let last = zone.activeUnixSeconds.last, last.upperBound < now,
                zone.activators.isEmpty
            {
                caution(
                    path + ["times"], "all its times are over, and nobody may activate it again",
                    "все периоды её действия прошли, и ввести её снова не вправе никто")
            }
            if zone.activeUnixSeconds.isEmpty, zone.activators.isEmpty {
                fault(
                    path, "it has no times and nobody may activate it: it would never be active",
                    "у неё нет периодов действия, и ввести её не вправе никто: она никогда не действовала бы")
            }
            judgeNames(zone.activators, at: path + ["activated-by"], in: agreement)
            judgeNames(zone.entitled, at: path + ["entitled"], in: agreement)
            if zone.purpose == .keepOut, !zone.entitled.isEmpty {
                fault(
                    path + ["entitled"], "nobody may be in a keep-out zone: “restricted” lets some in",
                    "в запретной зоне не вправе находиться никто: некоторых допускает «restricted»")
            }
            if zone.purpose != .keepOut, zone.entitled.isEmpty {
                caution(
                    path, "nobody is entitled to be inside: “entitled” names who is",
                    "находиться в ней не вправе никто: кто вправе, указывают в «entitled»")
            }
            for other in agreement.zones[..<index] where overlaps.mayMeet(zone, other) {
                let purposes = Set([zone.purpose, other.purpose])
                if purposes == [.corridor, .keepOut] || purposes == [.corridor, .restricted] {
                    fault(
                        path, "it overlaps “\(other.identifier)” at the same levels: a corridor cannot lead through it",
                        "она пересекается с «\(other.identifier)» на тех же высотах: коридор через неё проходить не может"
                    )
                } else if zone.purpose == .exercise, other.purpose == .exercise {
                    caution(
                        path, "it overlaps the exercise zone “\(other.identifier)” at the same levels",
                        "она пересекается с зоной учений «\(other.identifier)» на тех же высотах")
                }
            }
        }
    }

    private mutating func judgeLevels(of zone: AgreedZone, in area: Volume, at path: [String]) {
        for level in [zone.volume.lower, zone.volume.upper] {
            guard let level, level.datum != .pressure else { continue }
            caution(
                path, "its levels are not pressure altitudes, in which distances are measured: its edge is an interval",
                "её высоты отсчитываются не по стандартному давлению, по которому измеряются интервалы: вместо границы получается полоса"
            )
            break
        }
        func isBelow(_ one: Altitude?, _ other: Altitude?, orAbsent absent: Bool) -> Bool {
            guard let other else { return false }
            guard let one else { return absent }
            return one.datum == other.datum && one.feet < other.feet
        }
        if isBelow(zone.volume.lower, area.lower, orAbsent: true) {
            fault(
                path + ["lower"], "the zone reaches below the agreement's area",
                "зона опускается ниже района действия соглашения")
        }
        guard let ceiling = area.upper else { return }
        let upper = zone.volume.upper
        if upper.map({ $0.datum == ceiling.datum && $0.feet > ceiling.feet }) ?? true {
            fault(
                path + ["upper"], "the zone reaches above the agreement's area",
                "зона поднимается выше района действия соглашения")
        }
    }

    /// Minima that contradict, or hold nowhere.
    mutating func judgeMinima(_ agreement: Agreement, _ overlaps: inout ZoneOverlaps) {
        if !agreement.minima.contains(where: { $0.zone == nil && $0.classes == nil }) {
            fault(
                ["minima"], "minima that hold everywhere and for all are needed: a clause without zone and classes",
                "нужны минимумы, которые действуют везде и для всех: статья без zone и classes")
        }
        for (index, clause) in agreement.minima.enumerated() {
            let path = ["minima", "\(index)"]
            if let zone = clause.zone, agreement.zone(zone) == nil {
                fault(path + ["zone"], "there is no zone “\(zone)”", "зоны «\(zone)» нет")
            }
            if clause.minima.horizontal.metres > 100_000 {
                fault(
                    path + ["horizontal"], "a horizontal minimum is at most 100 km",
                    "минимум по горизонтали — не более 100 км")
            }
            if clause.minima.vertical.metres > 10_000 {
                fault(
                    path + ["vertical"], "a vertical minimum is at most 10 km", "минимум по вертикали — не более 10 км")
            }
            if clause.minima.horizontal.unit == .feet || clause.minima.vertical.unit == .nauticalMiles {
                caution(
                    path, "horizontal distances in feet or vertical ones in miles are easily confused",
                    "расстояния по горизонтали в футах или по вертикали в милях легко перепутать")
            }
            for other in agreement.minima[..<index] {
                if other.name == clause.name {
                    fault(
                        path + ["name"], "two clauses are called “\(clause.name)”",
                        "две статьи названы «\(clause.name)»")
                }
                if other.zone == clause.zone, other.classes == clause.classes {
                    fault(
                        path, "“\(other.name)” speaks of the same: which of the two holds?",
                        "статья «\(other.name)» — о том же: какая из двух действует?")
                } else if let here = clause.zone.flatMap(agreement.zone),
                    let there = other.zone.flatMap(agreement.zone),
                    here != there, clause.classes == other.classes, clause.minima != other.minima,
                    overlaps.mayMeet(here, there)
                {
                    fault(
                        path,
                        "“\(here.identifier)” and “\(there.identifier)” overlap, and “\(other.name)” has other minima: which of the two holds there?",
                        "«\(here.identifier)» и «\(there.identifier)» пересекаются, а у «\(other.name)» другие минимумы: какая из двух статей там действует?"
                    )
                }
            }
        }
    }
}

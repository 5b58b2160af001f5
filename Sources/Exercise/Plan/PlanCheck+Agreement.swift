import Accord
import Airspace
import Phraseology

extension PlanCheck {
    static func check(_ plan: ExercisePlan, against agreement: AgreementTerms, _ found: inout FaultList) {
        if plan.agreement != agreement.identifier {
            found.add(
                ["agreement"], "the agreement is \(agreement.identifier), not \(plan.agreement)",
                "соглашение — \(agreement.identifier), а не \(plan.agreement)")
        }
        for participant in plan.participants where !agreement.parties.contains(participant.party) {
            found.add(
                ["participants", participant.identifier, "party"],
                "\(participant.party) is no party of \(agreement.identifier)",
                "\(participant.party) — не сторона соглашения \(agreement.identifier)")
        }
        if let minimum = agreement.minimumMetres, plan.minimum.horizontal.metres < minimum - 1e-6 {
            let agreed = Length((minimum / 1852 * 100).rounded() / 100, .nauticalMiles)
            found.add(
                ["minimum", "horizontal"],
                "the minimum of \(plan.minimum.horizontal) is below the agreement's \(agreed)",
                "минимум в \(said(plan.minimum.horizontal, .accusative)) меньше минимума по соглашению, \(said(agreed))"
            )
        }
        if let area = agreement.area, !plan.zone.footprint.outline.allSatisfy({ area.contains($0) }) {
            found.add(["zone"], "the zone leaves the agreement's area", "зона выходит за район действия соглашения")
        }
        if let term = agreement.term,
            plan.zone.times.lowerBound < term.lowerBound || plan.zone.times.upperBound > term.upperBound
        {
            found.add(
                ["zone", "until"], "the zone is active outside the agreement's term",
                "зона действует вне срока действия соглашения")
        }
        for frequency in plan.contact.frequencies {
            let keys = ["contact", "frequencies", frequency.name]
            for (name, kilohertz) in agreement.frequencies {
                if kilohertz == frequency.frequency.kilohertz, name != frequency.name {
                    found.add(
                        keys, "\(frequency.frequency) is “\(name)” in the agreement, “\(frequency.name)” here",
                        "\(frequency.frequency.russian) в соглашении названа «\(name)», а здесь — «\(frequency.name)»")
                }
                if name == frequency.name, kilohertz != frequency.frequency.kilohertz {
                    found.add(
                        keys, "“\(name)” is another frequency in the agreement",
                        "«\(name)» в соглашении — другая частота")
                }
            }
        }
    }
}

extension Footprint {
    /// Places along the outline, close enough together that what lies between them strays little: the corners and the points
    /// between them, or 72 points of a circle.
    var outline: [GeodeticPosition] {
        switch self {
        case .everywhere: return []
        case .circle(let centre, let radius):
            return (0..<72).map {
                Geodesic.direct(from: centre, azimuthDegrees: Double($0) * 5, distanceMetres: radius).position
            }
        case .polygon(let corners):
            guard var start = corners.last else { return [] }
            var outline: [GeodeticPosition] = []
            for end in corners {
                let line = Geodesic.inverse(from: start, to: end)
                for part in 1...16 {
                    outline.append(
                        Geodesic.direct(
                            from: start, azimuthDegrees: line.initialAzimuthDegrees,
                            distanceMetres: line.distanceMetres * Double(part) / 16
                        ).position)
                }
                start = end
            }
            return outline
        }
    }
}

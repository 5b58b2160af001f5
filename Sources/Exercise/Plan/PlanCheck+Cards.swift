import Accord
import Airspace
import Phraseology

extension PlanCheck {
    static func checkCards(_ plan: ExercisePlan, _ found: inout FaultList) {
        if plan.cards.isEmpty { found.add(["cards"], "there are no cards") }
        var last: ExerciseCard?
        var seen: Set<String> = []
        for (index, card) in plan.cards.enumerated() {
            let keys = ["cards", "\(index + 1)"]
            if !seen.insert(card.identifier).inserted {
                found.add(keys + ["id"], "“\(card.identifier)” is the identifier of another card too")
            }
            if let last, card.kind < last.kind {
                found.add(
                    keys + ["kind"],
                    "the cards are out of order: \(card.kind.rawValue) comes before \(last.kind.rawValue)")
            }
            last = card
            for crew in card.crews + card.routes.keys.sorted() where plan.participant(crew) == nil {
                found.add(keys + ["crews"], "“\(crew)” is no participant")
            }
            for (crew, points) in card.routes where points.isEmpty {
                found.add(keys + ["fly", crew], "the way of \(crew) has no point")
            }
            check(card, keys, plan, &found)
        }
        for kind in [ExerciseCard.Kind.checkIn, .approach, .exchange, .opening, .departure]
        where !plan.cards.contains(where: { $0.kind == kind }) {
            found.add(["cards"], "there is no card of kind \(kind.rawValue)")
        }
    }

    private static func check(
        _ card: ExerciseCard, _ keys: [String], _ plan: ExercisePlan, _ found: inout FaultList
    ) {
        let test = card.test
        if let least = test.atLeast, least.metres < plan.minimum.horizontal.metres {
            found.add(keys + ["pass", "at-least"], "\(least) is below the minimum of \(plan.minimum.horizontal)")
        }
        if let most = test.atMost, most.metres < plan.minimum.horizontal.metres {
            found.add(keys + ["pass", "at-most"], "\(most) is below the minimum of \(plan.minimum.horizontal)")
        }
        switch card.kind {
        case .approach:
            if test.atLeast == nil && test.atMost == nil {
                found.add(keys, "an approach needs a test of its distance: at-least, at-most or both")
            }
        case .exchange:
            if card.items.isEmpty {
                found.add(keys, "an exchange needs what is said: say: [position, heading, level, speed]")
            }
            if Set(test.languages) != ["en", "ru"] {
                found.add(keys, "an exchange is in both languages: languages: [en, ru]")
            }
            if !test.readBack { found.add(keys, "an exchange needs its read-back: read-back: yes") }
        case .checkIn, .opening, .departure:
            if test == PassTest() { found.add(keys, "a card needs a test by which it is passed or failed") }
        }
    }

    static func checkRoutes(_ plan: ExercisePlan, _ found: inout FaultList) {
        for (index, card) in plan.cards.enumerated() {
            for (crew, points) in card.routes {
                for (number, point) in points.enumerated()
                where !plan.zone.footprint.contains(point.position) && card.kind != .departure {
                    found.add(
                        ["cards", "\(index + 1)", "fly", crew, "\(number + 1)", "to"],
                        "the point lies outside the zone")
                }
            }
        }
        guard plan.cards.contains(where: { $0.kind == .approach }) else { return }
        do throws(ExerciseError) { _ = try RehearsalScenario(plan) } catch {
            if case .plan(let faults) = error { for fault in faults { found.add(["cards"], fault) } }
        }
    }

    static func checkZone(_ plan: ExercisePlan, _ found: inout FaultList) {
        if plan.turnAway.buffer.metres < plan.minimum.horizontal.metres {
            found.add(
                ["buffer", "predicted-below"],
                "the buffer of \(plan.turnAway.buffer) is below the minimum of \(plan.minimum.horizontal)")
        }
        for unit in plan.participants where unit.kind == .groundUnit {
            guard let position = unit.position, let radius = unit.dangerRadius else { continue }
            if plan.zone.footprint.signedDistanceMetres(from: position) > -radius.metres {
                found.add(
                    ["participants", unit.identifier, "danger-radius"],
                    "the surface danger area of \(unit.identifier) reaches beyond the zone")
            }
        }
    }

    static func check(_ plan: ExercisePlan, against agreement: AgreementTerms, _ found: inout FaultList) {
        if plan.agreement != agreement.identifier {
            found.add(["agreement"], "the agreement is \(agreement.identifier), not \(plan.agreement)")
        }
        for participant in plan.participants where !agreement.parties.contains(participant.party) {
            found.add(
                ["participants", participant.identifier, "party"],
                "\(participant.party) is no party of \(agreement.identifier)")
        }
        if let minimum = agreement.minimumMetres, plan.minimum.horizontal.metres < minimum - 1e-6 {
            let agreed = Length((minimum / 1852 * 100).rounded() / 100, .nauticalMiles)
            found.add(
                ["minimum", "horizontal"],
                "the minimum of \(plan.minimum.horizontal) is below the agreement's \(agreed)")
        }
        if let area = agreement.area, !plan.zone.footprint.outline.allSatisfy({ area.contains($0) }) {
            found.add(["zone"], "the zone leaves the agreement's area")
        }
        if let term = agreement.term,
            plan.zone.times.lowerBound < term.lowerBound || plan.zone.times.upperBound > term.upperBound
        {
            found.add(["zone", "until"], "the zone is active outside the agreement's term")
        }
        for frequency in plan.contact.frequencies {
            let keys = ["contact", "frequencies", frequency.name]
            for (name, kilohertz) in agreement.frequencies {
                if kilohertz == frequency.frequency.kilohertz, name != frequency.name {
                    found.add(keys, "\(frequency.frequency) is “\(name)” in the agreement, “\(frequency.name)” here")
                }
                if name == frequency.name, kilohertz != frequency.frequency.kilohertz {
                    found.add(keys, "“\(name)” is another frequency in the agreement")
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

import Accord
import Airspace
import Phraseology

extension PlanCheck {
    static func checkCards(_ plan: ExercisePlan, _ found: inout FaultList) {
        if plan.cards.isEmpty { found.add(["cards"], "there are no cards", "карточек нет") }
        var last: ExerciseCard?
        var seen: Set<String> = []
        for (index, card) in plan.cards.enumerated() {
            let keys = ["cards", "\(index + 1)"]
            if !seen.insert(card.identifier).inserted {
                found.add(
                    keys + ["id"], "“\(card.identifier)” is the identifier of another card too",
                    "«\(card.identifier)» — идентификатор и другой карточки")
            }
            if let last, card.kind < last.kind {
                found.add(
                    keys + ["kind"],
                    "the cards are out of order: \(card.kind.rawValue) comes before \(last.kind.rawValue)",
                    "карточки не по порядку: \(card.kind.rawValue) должна быть раньше \(last.kind.rawValue)")
            }
            last = card
            for crew in card.crews + card.routes.keys.sorted() where plan.participant(crew) == nil {
                found.add(keys + ["crews"], "“\(crew)” is no participant", "«\(crew)» — не участник")
            }
            for (crew, points) in card.routes where points.isEmpty {
                found.add(
                    keys + ["fly", crew], "the way of \(crew) has no point", "в маршруте \(crew) нет ни одной точки")
            }
            check(card, keys, plan, &found)
        }
        for kind in [ExerciseCard.Kind.checkIn, .approach, .exchange, .opening, .departure]
        where !plan.cards.contains(where: { $0.kind == kind }) {
            found.add(["cards"], "there is no card of kind \(kind.rawValue)", "нет карточки вида \(kind.rawValue)")
        }
    }

    private static func check(
        _ card: ExerciseCard, _ keys: [String], _ plan: ExercisePlan, _ found: inout FaultList
    ) {
        let test = card.test
        if let least = test.atLeast, least.metres < plan.minimum.horizontal.metres {
            found.add(
                keys + ["pass", "at-least"], "\(least) is below the minimum of \(plan.minimum.horizontal)",
                "\(said(least)) — меньше минимума в \(said(plan.minimum.horizontal, .accusative))")
        }
        if let most = test.atMost, most.metres < plan.minimum.horizontal.metres {
            found.add(
                keys + ["pass", "at-most"], "\(most) is below the minimum of \(plan.minimum.horizontal)",
                "\(said(most)) — меньше минимума в \(said(plan.minimum.horizontal, .accusative))")
        }
        switch card.kind {
        case .approach:
            if test.atLeast == nil && test.atMost == nil {
                found.add(
                    keys, "an approach needs a test of its distance: at-least, at-most or both",
                    "для сближения нужна проверка расстояния: at-least, at-most или обе")
            }
        case .exchange:
            if card.items.isEmpty {
                found.add(
                    keys, "an exchange needs what is said: say: [position, heading, level, speed]",
                    "для обмена нужно указать, что передаётся: say: [position, heading, level, speed]")
            }
            if Set(test.languages) != ["en", "ru"] {
                found.add(
                    keys, "an exchange is in both languages: languages: [en, ru]",
                    "обмен ведётся на обоих языках: languages: [en, ru]")
            }
            if !test.readBack {
                found.add(
                    keys, "an exchange needs its read-back: read-back: yes", "для обмена нужен повтор: read-back: yes")
            }
        case .checkIn, .opening, .departure:
            if test == PassTest() {
                found.add(
                    keys, "a card needs a test by which it is passed or failed",
                    "карточке нужна проверка, по которой видно, выполнена ли она")
            }
        }
    }

    static func checkRoutes(_ plan: ExercisePlan, _ found: inout FaultList) {
        for (index, card) in plan.cards.enumerated() {
            for (crew, points) in card.routes {
                for (number, point) in points.enumerated()
                where !plan.zone.footprint.contains(point.position) && card.kind != .departure {
                    found.add(
                        ["cards", "\(index + 1)", "fly", crew, "\(number + 1)", "to"],
                        "the point lies outside the zone", "точка лежит вне зоны")
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
                "the buffer of \(plan.turnAway.buffer) is below the minimum of \(plan.minimum.horizontal)",
                "буфер в \(said(plan.turnAway.buffer, .accusative)) меньше минимума в \(said(plan.minimum.horizontal, .accusative))"
            )
        }
        for unit in plan.participants where unit.kind == .groundUnit {
            guard let position = unit.position, let radius = unit.dangerRadius else { continue }
            if plan.zone.footprint.signedDistanceMetres(from: position) > -radius.metres {
                found.add(
                    ["participants", unit.identifier, "danger-radius"],
                    "the surface danger area of \(unit.identifier) reaches beyond the zone",
                    "опасная зона \(unit.identifier) на поверхности выходит за пределы зоны")
            }
        }
    }
}

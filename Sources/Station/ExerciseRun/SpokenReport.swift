import Airspace
import Exercise
import Phraseology

/// What a crew says of its own flight in an exchange, from its position now: proposed to the watch officer, and said by simulated crews.
enum SpokenReport {
    private static let directions = [
        "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west",
    ]

    /// The elements of a card, in its order; what is not known of the flight is left out. Crews that speak Russian use metric units.
    static func elements(_ card: ExerciseCard, of report: RunReport, in plan: ExercisePlan) -> [MessageElement] {
        let isMetric = plan.participant(report.participant)?.languages.first == "ru"
        return card.items.compactMap { item in
            switch item {
            case .position: position(report.position, in: plan, isMetric: isMetric)
            case .heading: report.velocity.flatMap { heading($0.trackDegrees) }
            case .level: report.levelFeet.flatMap { level($0) }
            case .speed: report.velocity.flatMap { speed($0.metresPerSecond, isMetric: isMetric) }
            }
        }
    }

    private static func position(
        _ position: GeodeticPosition, in plan: ExercisePlan, isMetric: Bool
    ) -> MessageElement? {
        let middle: GeodeticPosition
        switch plan.zone.footprint {
        case .circle(let centre, _): middle = centre
        case .polygon(let corners):
            guard let first = corners.first else { return nil }
            middle = first
        case .everywhere: return nil
        }
        let line = Geodesic.inverse(from: middle, to: position)
        guard line.initialAzimuthDegrees.isFinite, line.distanceMetres < 1e7 else { return nil }
        let eighth = Int((line.initialAzimuthDegrees / 45).rounded())
        let distance = max(Int((line.distanceMetres / (isMetric ? 1_000 : 1_852)).rounded()), 1)
        return try? MessageElement(
            "POS.REPORT",
            arguments: [
                ("dist", "\(distance) \(isMetric ? "km" : "NM")"), ("dir", directions[((eighth % 8) + 8) % 8]),
                ("point", plan.zone.name),
            ])
    }

    private static func heading(_ degrees: Double) -> MessageElement? {
        guard degrees.isFinite else { return nil }
        let whole = ((Int(degrees.rounded()) % 360) + 360) % 360
        let text = String(whole == 0 ? 360 : whole)
        return try? MessageElement(
            "POS.HEADING", arguments: [("hdg", String(repeating: "0", count: 3 - text.count) + text)])
    }

    private static func level(_ feet: Double) -> MessageElement? {
        guard (0...60_000).contains(feet) else { return nil }
        return try? MessageElement("MAN.LEVEL_FL", arguments: [("level", "FL\(Int((feet / 100).rounded()))")])
    }

    private static func speed(_ metresPerSecond: Double, isMetric: Bool) -> MessageElement? {
        let unit: SpeedUnit = isMetric ? .kilometresPerHour : .knots
        let value = metresPerSecond / unit.metresPerSecond / 10
        guard (1...500).contains(value) else { return nil }
        return try? MessageElement("POS.SPEED", arguments: [("speed", "\(Int(value.rounded()) * 10) \(unit.rawValue)")])
    }
}

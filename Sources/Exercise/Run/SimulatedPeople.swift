import Accord
import Airspace
import Phraseology

/// The people of a simulated day: they check in one after the other, and say and read back what their flight really does.
struct SimulatedPeople: Sendable {
    private let plan: ExercisePlan
    private var waiting: [String]
    private var next: Double?
    private var sentences: [(participant: String, isReadBack: Bool, elements: [MessageElement])] = []
    private var exchangeCard: String?

    /// How long a transmission takes, seconds.
    private static let transmissionSeconds = 5.0

    init(_ plan: ExercisePlan) {
        self.plan = plan
        waiting = plan.cards.first?.crews ?? []
    }

    /// What is done at this second, and at which side it is entered: that of whoever speaks.
    mutating func acts(_ run: ExerciseRun?, reports: [FlightSimulator.Report], now: Double) -> [(String, RunEvent)] {
        guard let run, now >= next ?? now else { return [] }
        if let participant = waiting.first {
            waiting.removeFirst()
            next = now + Self.transmissionSeconds
            guard let party = plan.participant(participant)?.party else { return [] }
            return [
                (
                    party,
                    .checkIn(participant: participant, frequency: plan.contact.primary, by: .station(party))
                )
            ]
        }
        if let card = run.card, card.kind == .exchange, exchangeCard != card.identifier {
            exchangeCard = card.identifier
            prepare(card, reports)
        }
        guard run.card?.kind == .exchange, let sentence = sentences.first,
            let speaker = plan.participant(sentence.participant)
        else { return [] }
        sentences.removeFirst()
        next = now + Self.transmissionSeconds
        return [
            (
                speaker.party,
                .said(
                    participant: speaker.identifier, language: speaker.languages.first ?? "en",
                    elements: sentence.elements, isReadBack: sentence.isReadBack)
            )
        ]
    }

    private mutating func prepare(_ card: ExerciseCard, _ reports: [FlightSimulator.Report]) {
        let crews = reports.filter { card.crews.contains($0.participant) }
        for speaker in crews {
            let elements = card.items.compactMap { element($0, speaker) }
            sentences.append((speaker.participant, false, elements))
            for other in crews where other.participant != speaker.participant {
                sentences.append((other.participant, true, elements))
            }
        }
    }

    private func element(_ item: ExchangeItem, _ report: FlightSimulator.Report) -> MessageElement? {
        let isMetric = plan.participant(report.participant)?.languages.first == "ru"
        switch item {
        case .position:
            guard let middle = zoneMiddle else { return nil }
            let line = Geodesic.inverse(from: middle, to: report.position)
            let points = ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"]
            let direction = points[Int((line.initialAzimuthDegrees / 45).rounded()) % 8]
            let unit = isMetric ? "km" : "NM"
            let distance = max(Int((line.distanceMetres / (isMetric ? 1_000 : 1_852)).rounded()), 1)
            return try? MessageElement(
                "POS.REPORT",
                arguments: [("dist", "\(distance) \(unit)"), ("dir", direction), ("point", plan.zone.name)])
        case .heading:
            let degrees = Int(report.velocity.trackDegrees.rounded())
            let text = String(degrees == 0 ? 360 : degrees)
            return try? MessageElement(
                "POS.HEADING", arguments: [("hdg", String(repeating: "0", count: max(0, 3 - text.count)) + text)])
        case .level:
            return try? MessageElement(
                "MAN.LEVEL_FL", arguments: [("level", "FL\(Int((report.levelFeet / 100).rounded()))")])
        case .speed:
            let speed = report.velocity.metresPerSecond
            let unit: SpeedUnit = isMetric ? .kilometresPerHour : .knots
            let value = Int((speed / unit.metresPerSecond / 10).rounded()) * 10
            return try? MessageElement("POS.SPEED", arguments: [("speed", "\(value) \(unit.rawValue)")])
        }
    }

    private var zoneMiddle: GeodeticPosition? {
        switch plan.zone.footprint {
        case .circle(let centre, _): centre
        case .polygon(let corners): corners.first
        case .everywhere: nil
        }
    }
}

public import Accord
import Airspace
public import Phraseology

/// What is practised: the exchange of a plan, turn by turn. The other side's values are made up from a seed, so that nobody
/// learns them by heart, and come again with the same seed.
public struct DrillScript: Sendable {
    /// One turn: the other side says something, and the crew reads it back.
    public struct Turn: Sendable, Hashable {
        /// What it is about.
        public var item: ExchangeItem
        /// What the other side says.
        public var element: MessageElement
    }

    /// Who practises.
    public let crew: Participant
    /// Whom the drill plays.
    public let other: Participant
    /// The language of the crew, in which it reads back.
    public let own: AccordLanguage
    /// The language that the other side speaks.
    public let theirs: AccordLanguage
    /// The turns, in order.
    public let turns: [Turn]

    /// The drill of a crew.
    ///
    /// - Throws: `ExerciseError.drill` when the plan has no exchange of this crew with one of another party.
    public init(_ plan: ExercisePlan, crew identifier: String, rounds: Int = 1, seed: UInt64) throws(ExerciseError) {
        guard let crew = plan.participant(identifier), crew.kind == .flight else {
            let names = plan.flights.map(\.identifier).joined(separator: ", ")
            throw .drill(reason: "“\(identifier)” is no crew of the plan; there are \(names)")
        }
        let exchanges = plan.cards.filter { $0.kind == .exchange && $0.crews.contains(identifier) }
        let others = exchanges.flatMap(\.crews).compactMap { plan.participant($0) }
        guard let card = exchanges.first,
            let other = others.first(where: { $0.kind == .flight && $0.party != crew.party })
        else { throw .drill(reason: "\(identifier) exchanges nothing with a crew of another party") }
        self.crew = crew
        self.other = other
        own = crew.languages.first == "ru" ? .russian : .english
        theirs = own == .russian ? .english : .russian
        var generator = SeededGenerator(seed: seed)
        var turns: [Turn] = []
        for _ in 0..<min(max(rounds, 1), 50) {
            for item in card.items {
                if let element = item.example(zone: plan.zone.name, isMetric: theirs == .russian, &generator) {
                    turns.append(Turn(item: item, element: element))
                }
            }
        }
        self.turns = turns
    }

    /// What the other side says at a turn, in its own language, as it is spoken.
    public func words(_ turn: Turn) -> String {
        let said = (try? Renderer(theirs.table, style: .spoken).text(turn.element)) ?? turn.element.canonicalText
        return "\(crew.callsign), \(other.callsign), \(said)"
    }

    /// The same in the crew's own language: what a correct read-back means.
    public func meaning(_ turn: Turn) -> String {
        (try? Renderer(own.table).text(turn.element)) ?? turn.element.canonicalText
    }
}

extension ExchangeItem {
    /// A value that a crew could really say.
    func example(zone: String, isMetric: Bool, _ generator: inout SeededGenerator) -> MessageElement? {
        func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        let arguments: [(name: String, value: String)]
        let code: String
        switch self {
        case .position:
            let directions = ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"]
            let distance = pick(2...30)
            code = "POS.REPORT"
            arguments = [
                ("dist", isMetric ? "\(distance) km" : "\(distance) NM"), ("dir", directions[pick(0...7)]),
                ("point", zone),
            ]
        case .heading:
            code = "POS.HEADING"
            let heading = String(pick(1...360))
            arguments = [("hdg", String(repeating: "0", count: 3 - heading.count) + heading)]
        case .level:
            code = "MAN.LEVEL_FL"
            arguments = [("level", "FL\(pick(180...260))")]
        case .speed:
            code = "POS.SPEED"
            arguments = [("speed", isMetric ? "\(pick(55...85) * 10) km/h" : "\(pick(30...45) * 10) kt")]
        }
        return try? MessageElement(code, arguments: arguments)
    }
}

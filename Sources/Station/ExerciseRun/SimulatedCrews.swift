import Accord
import Exercise
import Phraseology

/// The people of one side of a simulated run: they check in one after the other, say what their flight does, and read back what the
/// other side's crew said. What the other side's people do is read in its record.
struct SimulatedCrews: Sendable {
    private struct Line: Sendable {
        var at: Double
        var participant: String
        var elements: [MessageElement]
        var isReadBack: Bool
    }

    private let plan: ExercisePlan
    private let party: String
    private var waiting: [String]
    private var nextCheckIn: Double?
    private var lines: [Line] = []
    private var saidAt: Double?

    /// How long a transmission takes, seconds.
    private static let transmissionSeconds = 5.0
    /// The other side may be some seconds behind with the card.
    private static let firstWordSeconds = 15.0
    /// What was not read back is said again after so many seconds.
    private static let againSeconds = 60.0

    /// - Parameter heard: who has checked in already.
    init(_ plan: ExercisePlan, party: String, heard: Set<String> = []) {
        self.plan = plan
        self.party = party
        waiting = (plan.cards.first?.crews ?? []).filter {
            plan.participant($0)?.party == party && !heard.contains($0)
        }
    }

    /// What a crew of the other side was heard to say: our crews on the card read it back.
    mutating func hear(_ participant: String, _ elements: [MessageElement], card: ExerciseCard?, now: Double) {
        guard let card, card.kind == .exchange, card.crews.contains(participant),
            plan.participant(participant)?.party != party
        else { return }
        for reader in flights(of: card) {
            let at = now + Self.transmissionSeconds
            lines.append(Line(at: at, participant: reader.identifier, elements: elements, isReadBack: true))
        }
    }

    /// What is done at this second.
    mutating func acts(_ run: ExerciseRun, reports: [RunReport], now: Double) -> [RunEvent] {
        if let participant = waiting.first {
            guard now >= nextCheckIn ?? now else { return [] }
            waiting.removeFirst()
            nextCheckIn = now + Self.transmissionSeconds
            return [.checkIn(participant: participant, frequency: plan.contact.primary, by: .station(party))]
        }
        guard let card = run.card, card.kind == .exchange else {
            lines = []
            saidAt = nil
            return []
        }
        if now >= saidAt ?? -.infinity {
            let first = saidAt == nil ? Self.firstWordSeconds : 0
            saidAt = now + first + Self.againSeconds
            for speaker in flights(of: card) {
                // The values are those of the moment in which it is said.
                lines.append(Line(at: now + first, participant: speaker.identifier, elements: [], isReadBack: false))
            }
        }
        var events: [RunEvent] = []
        for line in lines where line.at <= now {
            var elements = line.elements
            if !line.isReadBack {
                guard let report = reports.first(where: { $0.participant == line.participant }) else { continue }
                elements = SpokenReport.elements(card, of: report, in: plan)
            }
            events.append(
                .said(
                    participant: line.participant,
                    language: plan.participant(line.participant)?.languages.first ?? "en",
                    elements: elements, isReadBack: line.isReadBack))
        }
        lines.removeAll { $0.at <= now }
        return events
    }

    private func flights(of card: ExerciseCard) -> [Participant] {
        card.crews.compactMap { plan.participant($0) }.filter { $0.kind == .flight && $0.party == party }
    }
}

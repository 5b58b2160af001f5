public import Accord
import Airspace
import Phraseology

/// One line of the timeline, in both languages.
public struct TimelineItem: Sendable, Hashable {
    /// When its writer wrote it, Unix seconds.
    public var atUnixSeconds: Double
    /// Who wrote it.
    public var party: String
    /// What happened.
    public var text: BilingualText
    /// Where it stands.
    public var reference: String
    /// Whether it is something gone wrong.
    public var isAdverse: Bool
}

extension Debrief {
    /// What was done, in order, as each side wrote it.
    public var timeline: [TimelineItem] {
        log.acts.map { act in
            let (text, isAdverse) = words(act.kind)
            return TimelineItem(
                atUnixSeconds: act.atUnixSeconds, party: act.party, text: text, reference: act.reference,
                isAdverse: isAdverse)
        }
    }

    private func words(_ kind: ExerciseLog.Act.Kind) -> (BilingualText, Bool) {
        switch kind {
        case .run(let body):
            return body.state == .started
                ? (
                    BilingualText(
                        english: "The run begins\(body.simulated ? ", simulated" : "").",
                        russian: "Начало\(body.simulated ? " (моделирование)" : "")."), false
                )
                : (BilingualText(english: "The run ends.", russian: "Окончание."), false)
        case .checkIn(let body):
            let name = callsign(body.participant)
            return (
                BilingualText(
                    english: "\(name) checks in on \(body.frequency).",
                    russian: "\(name): выход на связь, частота \(body.frequency)."), false
            )
        case .card(let body):
            let kind = log.plan.card(body.card)?.kind.words
            let english = kind?.english ?? body.card
            let russian = kind?.russian ?? body.card
            let why = body.reason.map { CardReason.words($0) }
            switch body.state {
            case .started:
                return (BilingualText(english: "\(english) begins.", russian: "\(russian): начало."), false)
            case .passed:
                return (BilingualText(english: "\(english) passed.", russian: "\(russian): выполнено."), false)
            case .failed:
                return (
                    BilingualText(
                        english: "\(english) failed\(why.map { ": " + $0.english } ?? "").",
                        russian: "\(russian): не выполнено\(why.map { " — " + $0.russian } ?? "")."), true
                )
            }
        case .exchange(let body):
            let name = callsign(body.participant)
            let elements = body.elements.compactMap { MessageElement($0) }
            func said(_ table: LanguageTable) -> String {
                elements.map { (try? Renderer(table).text($0)) ?? $0.code }.joined(separator: ", ")
            }
            let unread = body.elements.count - elements.count
            let rest = unread > 0 ? " (+\(unread))" : ""
            return (
                BilingualText(
                    english:
                        "\(name) \(body.readBack ? "reads back" : "says"), in \(body.language): \(said(.english))\(rest)",
                    russian:
                        "\(name) \(body.readBack ? "повторяет" : "сообщает") (\(body.language)): \(said(.russian))\(rest)"
                ),
                false
            )
        case .abort(let body):
            return (body.reason.words(log.plan.abort), true)
        }
    }

    private func callsign(_ participant: String) -> String {
        log.plan.participant(participant)?.callsign ?? participant
    }
}

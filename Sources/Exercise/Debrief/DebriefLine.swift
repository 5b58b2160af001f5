import Accord
import Airspace
import Foundation
import Separation

/// One line of a debrief for programs: JSON, what does not apply left out.
public struct DebriefLine: Sendable, Codable, Equatable {
    /// `run`, `card`, `approach`, `difference`, `gap`, `event`.
    public var kind: String
    /// The run, plan and card concerned.
    public var run: String?
    /// The plan.
    public var plan: String?
    /// The card.
    public var card: String?
    /// Who wrote it.
    public var party: String?
    /// The participant concerned.
    public var participant: String?
    /// What became of it.
    public var state: String?
    /// Why.
    public var reason: String?
    /// When, RFC 3339.
    public var time: String?
    /// The last moment, where it lasts.
    public var until: String?
    /// From which data.
    public var source: String?
    /// The measured distance, metres.
    public var metres: Double?
    /// The interval that holds the true one with 95 %, metres.
    public var low: Double?
    /// Its upper bound, metres.
    public var high: Double?
    /// Whether every second of the window was measured.
    public var complete: Bool?
    /// In English.
    public var english: String?
    /// In Russian.
    public var russian: String?
    /// The entry it rests on.
    public var entry: String?

    init(_ kind: String) { self.kind = kind }

    /// The line as JSON.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }
}

extension Debrief {
    /// The whole, line by line.
    public var jsonLines: [DebriefLine] {
        var lines: [DebriefLine] = []
        var head = DebriefLine("run")
        head.run = log.run
        head.plan = log.plan.identifier
        head.time = Self.time(log.startUnixSeconds)
        head.until = Self.time(log.endUnixSeconds)
        head.state = log.isEnded ? "ended" : "open"
        head.set(verdict)
        lines.append(head)
        for card in cards {
            for outcome in card.outcomes {
                var line = DebriefLine("card")
                line.card = card.card.identifier
                line.party = outcome.party
                line.state = outcome.state.rawValue
                line.reason = outcome.reason
                line.time = card.startUnixSeconds.map(Self.time)
                lines.append(line)
            }
        }
        for account in accounts {
            var line = DebriefLine("approach")
            line.set(account.name)
            line.source = account.interval == nil ? "written" : account.source == .shared ? "shared" : "own"
            if case .own(let party) = account.source { line.party = party }
            if case .written(let party, _) = account.source { line.party = party }
            line.metres = account.metres.map { ($0 * 10).rounded() / 10 }
            line.low = account.interval?.lowMetres.map { ($0 * 10).rounded() / 10 }
            line.high = account.interval?.highMetres.map { ($0 * 10).rounded() / 10 }
            line.complete = account.interval?.isComplete
            line.time = account.unixSeconds.map(Self.time)
            lines.append(line)
        }
        for difference in differences {
            var line = DebriefLine("difference")
            line.set(difference)
            lines.append(line)
        }
        for gap in gaps {
            var line = DebriefLine("gap")
            line.participant = gap.participant
            line.source = gap.source.english
            line.time = Self.time(Double(gap.seconds.lowerBound))
            line.until = Self.time(Double(gap.seconds.upperBound))
            line.reason = gap.flaw ?? "no-data"
            lines.append(line)
        }
        for item in timeline {
            var line = DebriefLine("event")
            line.party = item.party
            line.time = Self.time(item.atUnixSeconds)
            line.entry = item.reference
            line.set(item.text)
            lines.append(line)
        }
        return lines
    }

    private static func time(_ unixSeconds: Double) -> String {
        UTCTime.string(unixSeconds: unixSeconds, fractionDigits: 3)
    }
}

extension DebriefLine {
    fileprivate mutating func set(_ text: BilingualText) {
        english = text.english
        russian = text.russian
    }
}

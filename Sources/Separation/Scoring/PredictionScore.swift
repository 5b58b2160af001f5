import Airspace

/// How good the predictions were: the figure by which they are improved.
public struct PredictionScore: Sendable, Hashable {
    /// Every loss where the rules alert, by its start.
    public var encounters: [ScoredEncounter] = []
    /// Every conflict that was shown, whatever its level, by its start.
    public var shown: [ScoredConflict] = []
    /// Every conflict that was an advisory or more.
    public var advisories: [ScoredConflict] = []
    /// Every conflict that was an alarm.
    public var alarms: [ScoredConflict] = []
    /// Seconds flown by all aircraft that were measured.
    public var flightSeconds = 0.0

    /// An empty score.
    public init() {}

    /// The encounters that rest on clean data: those that the score counts.
    public var cleanEncounters: [ScoredEncounter] { encounters.filter(\.isClean) }

    /// Every pair of minima that held for an encounter or a conflict, the largest first.
    public var minima: [Minima] {
        let all = Set(encounters.map(\.minima) + shown.map(\.minima))
        return all.sorted {
            ($0.horizontal.metres, $0.vertical.metres, $0.description)
                > ($1.horizontal.metres, $1.vertical.metres, $1.description)
        }
    }

    /// The part of the score for which `minima` held. Hours are not divided.
    public func restricted(to minima: Minima) -> PredictionScore {
        var part = self
        part.encounters.removeAll { $0.minima != minima }
        part.shown.removeAll { $0.minima != minima }
        part.advisories.removeAll { $0.minima != minima }
        part.alarms.removeAll { $0.minima != minima }
        return part
    }

    /// Hours flown.
    public var flightHours: Double { flightSeconds / 3600 }

    /// How many of `conflicts` there were for each hour flown; 0 without any flight.
    public func perFlightHour(_ conflicts: [ScoredConflict]) -> Double {
        flightSeconds > 0 ? Double(conflicts.count) / flightHours : 0
    }

    /// How many of `conflicts` never came within 1.25 times the minima.
    public func nuisances(_ conflicts: [ScoredConflict]) -> Int { conflicts.lazy.filter(\.isNuisance).count }

    /// Warning times of the clean encounters by `first`, ascending; those that were never announced are left out, late ones are negative.
    public func warningSeconds(_ first: KeyPath<ScoredEncounter, Double?>) -> [Double] {
        cleanEncounters.compactMap { $0.warningSeconds(first) }.sorted()
    }

    /// The warning time that half of the announced encounters had at least, seconds; nil: none was announced.
    public func medianWarningSeconds(_ first: KeyPath<ScoredEncounter, Double?>) -> Double? {
        let seconds = warningSeconds(first)
        return seconds.isEmpty ? nil : seconds[seconds.count / 2]
    }

    /// How many clean encounters were announced at least `seconds` before the loss.
    public func announced(_ first: KeyPath<ScoredEncounter, Double?>, atLeast seconds: Double) -> Int {
        cleanEncounters.lazy.filter { ($0.warningSeconds(first) ?? -.infinity) >= seconds }.count
    }

    mutating func sort() {
        encounters.sort { ($0.startUnixSeconds, $0.identifier) < ($1.startUnixSeconds, $1.identifier) }
        let byStart = { (left: ScoredConflict, right: ScoredConflict) in
            (left.startUnixSeconds, left.identifier) < (right.startUnixSeconds, right.identifier)
        }
        shown.sort(by: byStart)
        advisories.sort(by: byStart)
        alarms.sort(by: byStart)
    }
}

public import Accord
import Airspace
public import Separation

/// One account of the closest approach: from whose data, how close, how sure.
public struct ApproachAccount: Sendable {
    /// From which data.
    public enum Source: Sendable, Hashable {
        /// A party's own records, and where it has none of a flight, what the other side showed of it.
        case own(party: String)
        /// What each side showed of its own flights.
        case shared
        /// What a party wrote down while it was flown; nobody else can measure it again.
        case written(party: String, basis: RangeBody.Basis)
    }

    /// From which data.
    public var source: Source
    /// The two crews.
    public var between: [String]
    /// The interval over the window; nil for what was only written down.
    public var interval: ApproachInterval?
    /// The smallest distance, metres; nil: none could be measured.
    public var metres: Double?
    /// When, Unix seconds.
    public var unixSeconds: Double?
    /// Flights whose positions are not this source's own.
    public var borrowed: [String]
    /// Whose distance it is, where the plan puts more than two flights together; nil: there is no other.
    public var pair: String?

    /// Its name in both languages.
    public var name: BilingualText {
        let name = sourceName
        guard let pair else { return name }
        return BilingualText(english: "\(pair): \(name.english)", russian: "\(pair): \(name.russian)")
    }

    /// The same without the pair.
    var sourceName: BilingualText {
        switch source {
        case .own(let party):
            return borrowed.isEmpty
                ? BilingualText(english: "\(party)'s own data", russian: "собственные данные \(party)")
                : BilingualText(
                    english: "\(party)'s own data, and what it was shown",
                    russian: "собственные данные \(party) и показанное другой стороной")
        case .shared: return BilingualText(english: "the shared data", russian: "общие данные")
        case .written(let party, let basis):
            return basis == .own
                ? BilingualText(
                    english: "written down by \(party) from its own data",
                    russian: "записано стороной \(party) по собственным данным")
                : BilingualText(
                    english: "written down by \(party) from the shared data",
                    russian: "записано стороной \(party) по общим данным")
        }
    }
}

extension ExerciseLog {
    /// The window in which the crews were to be near each other: from the first approach to the end of the run.
    public var window: ClosedRange<Int> {
        let kinds: Set<String> = Set(plan.cards.filter { $0.kind != .checkIn }.map(\.identifier))
        let start = acts.first { act in
            if case .card(let body) = act.kind { return body.state == .started && kinds.contains(body.card) }
            return false
        }?.atUnixSeconds
        let from = Int((start ?? startUnixSeconds).rounded(.up))
        return from...max(from, Int(endUnixSeconds.rounded(.down)))
    }

    /// Every account of the closest approach of two crews.
    public func accounts(between first: String, _ second: String) -> [ApproachAccount] {
        var accounts: [ApproachAccount] = []
        for party in own.keys.sorted() {
            let tracks = own[party] ?? [:]
            let borrowed = [first, second].filter { tracks[$0] == nil }
            guard borrowed.count < 2 else { continue }
            let one = tracks[first] ?? shared[first] ?? []
            let other = tracks[second] ?? shared[second] ?? []
            guard !one.isEmpty, !other.isEmpty else { continue }
            accounts.append(
                account(.own(party: party), first, one, second, other, borrowed: borrowed))
        }
        if let one = shared[first], let other = shared[second] {
            accounts.append(account(.shared, first, one, second, other, borrowed: []))
        }
        let pair = [first, second].sorted()
        for party in parties {
            for basis in RangeBody.Basis.allCases {
                let written = ranges.filter { range in
                    range.party == party && range.basis == basis && range.between == pair
                        && (range.verticalFeet ?? 0) < plan.minimum.whileVerticalBelow.feet
                        && Double(window.lowerBound) - 1 <= range.timeUnixSeconds
                }
                guard let least = written.min(by: { $0.horizontalMetres < $1.horizontalMetres }) else { continue }
                accounts.append(
                    ApproachAccount(
                        source: .written(party: party, basis: basis), between: pair, interval: nil,
                        metres: least.horizontalMetres, unixSeconds: least.timeUnixSeconds, borrowed: []))
            }
        }
        return accounts
    }

    private func account(
        _ source: ApproachAccount.Source, _ first: String, _ one: [UncertainReport], _ second: String,
        _ other: [UncertainReport], borrowed: [String]
    ) -> ApproachAccount {
        let interval = ApproachMeasurement.measure(
            Self.track(first, one), Self.track(second, other), seconds: window,
            verticalWithinFeet: plan.minimum.whileVerticalBelow.feet)
        return ApproachAccount(
            source: source, between: [first, second].sorted(), interval: interval,
            metres: interval.measured?.metres, unixSeconds: interval.measured.map { Double($0.second) },
            borrowed: borrowed)
    }

    /// The track of a participant by the measuring rule.
    static func track(_ name: String, _ reports: [UncertainReport]) -> UncertainTrack {
        let serious: QualityFlags = [.frozen, .jump, .clock, .duplicateTrack, .stale]
        let flaws = reports.compactMap { report -> TrackFlaw? in
            let quality = report.measured.quality.intersection(serious)
            let time = report.measured.timeUnixSeconds
            return quality.isEmpty ? nil : TrackFlaw(quality: quality, unixSeconds: time - 1...time + 1)
        }
        return UncertainTrack(identifier: name, reports: reports, flaws: flaws, gapSeconds: 15)
    }
}

import Accord
import Airspace
import Separation

extension ClaimChecker {
    /// Flaws that make a place useless for a distance.
    static let unusable: QualityFlags = [.frozen, .jump, .clock]

    /// The most pairs of two parties' aircraft that are looked at.
    private static let mostPairs = 5_000

    /// How close two aircraft came, or any two of two parties.
    func distance(_ proposition: Proposition, _ statement: MinimumDistance) throws -> Finding {
        var sides: [[[ObservedTrack]]] = []
        for name in statement.between {
            switch try NamedAircraft(name, in: tracks, window: statement.window) {
            case .found(_, let tracks): sides.append([tracks])
            case .party(let aircraft): sides.append(aircraft)
            case .ambiguous(let identifiers): return ambiguous(proposition, name, identifiers)
            case .unknown: return unknown(proposition, name)
            }
        }
        guard sides.count == 2 else { return unknown(proposition, statement.between.joined(separator: ", ")) }
        let pairs = sides[0].flatMap { one in sides[1].map { (one, $0) } }
            .filter { $0.first?.identifier != $1.first?.identifier }
        guard !pairs.isEmpty else { return sameAircraft(proposition, statement) }
        guard pairs.count <= Self.mostPairs else { return tooMany(proposition, pairs.count) }
        let found = pairs.compactMap { one, other in
            pair(proposition, statement, one, other, among: pairs.count)
        }
        return PairsFinding(statement, found).finding ?? unknown(proposition, statement.between.joined(separator: ", "))
    }

    /// How close two aircraft came, by all that have them.
    private func pair(
        _ proposition: Proposition, _ statement: MinimumDistance, _ one: [ObservedTrack], _ other: [ObservedTrack],
        among pairs: Int
    ) -> DistanceFinding? {
        var best: DistanceFinding?
        for a in one {
            for b in other {
                let next = DistanceFinding(
                    proposition, statement, a, b, clocks: testimony.clocks(a.source, b.source), pairs: pairs)
                best = best.map { $0.joined(with: next) } ?? next
            }
        }
        return best
    }

    private func tooMany(_ proposition: Proposition, _ count: Int) -> Finding {
        .open(
            proposition,
            BilingualText(
                english: "That is about \(count) pairs of aircraft, more than \(Self.mostPairs) that are looked at.",
                russian: "Это относится к парам бортов числом \(count); рассматривается не более \(Self.mostPairs)."),
            by: .ambiguousName,
            settles: [
                BilingualText(
                    english: "the identifiers of the aircraft that are meant, or a shorter time",
                    russian: "идентификаторы бортов, о которых идёт речь, или более короткое время")
            ])
    }

    func unknown(_ proposition: Proposition, _ name: String) -> Finding {
        .open(
            proposition,
            BilingualText(
                english: "Nothing that was given says where \(name) was in that time.",
                russian: "В представленных данных нет сведений о том, где в это время находился \(name)."),
            by: .noData, missing: [BilingualText(english: "any track of \(name)", russian: "какой-либо трек \(name)")],
            settles: [
                BilingualText(
                    english: "a recording or a record that has \(name) over the whole of that time",
                    russian: "запись, в которой \(name) виден в течение всего этого времени")
            ])
    }

    func ambiguous(_ proposition: Proposition, _ name: String, _ identifiers: [String]) -> Finding {
        let list = identifiers.prefix(10).joined(separator: ", ")
        return .open(
            proposition,
            BilingualText(
                english: "“\(name)” fits several aircraft: \(list).",
                russian: "Имя «\(name)» подходит нескольким бортам: \(list)."),
            by: .ambiguousName,
            settles: [
                BilingualText(
                    english: "the identifier of the aircraft that is meant",
                    russian: "идентификатор борта, о котором идёт речь")
            ])
    }

    private func sameAircraft(_ proposition: Proposition, _ statement: MinimumDistance) -> Finding {
        let names = statement.between
        return .open(
            proposition,
            BilingualText(
                english: "\(names[0]) and \(names[1]) are one aircraft.",
                russian: "\(names[0]) и \(names[1]) — один и тот же борт."),
            by: .duplicateTrack)
    }
}

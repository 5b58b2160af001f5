import Accord
import Airspace
import Separation

extension ClaimChecker {
    /// Flaws that make a place useless for a distance.
    static let unusable: QualityFlags = [.frozen, .jump, .clock]

    /// How close two aircraft came.
    func distance(_ proposition: Proposition, _ statement: MinimumDistance) throws -> Finding {
        var named: [[ObservedTrack]] = []
        for name in statement.between {
            switch NamedAircraft(try tracks.tracks(named: name, window: statement.window)) {
            case .found(_, let tracks): named.append(tracks)
            case .ambiguous(let identifiers): return ambiguous(proposition, name, identifiers)
            case .unknown: return unknown(proposition, name)
            }
        }
        guard named.count == 2, named[0].first?.identifier != named[1].first?.identifier else {
            return sameAircraft(proposition, statement)
        }
        var best: DistanceFinding?
        for a in named[0] {
            for b in named[1] {
                let next = DistanceFinding(proposition, statement, a, b, clocks: testimony.clocks(a.source, b.source))
                best = best.map { $0.joined(with: next) } ?? next
            }
        }
        return best?.finding ?? unknown(proposition, statement.between.joined(separator: ", "))
    }

    func unknown(_ proposition: Proposition, _ name: String) -> Finding {
        var finding = Finding(
            proposition, .notDeterminable,
            BilingualText(
                english: "Nothing that was given says where \(name) was in that time.",
                russian: "В представленных данных нет сведений о том, где в это время находился \(name)."))
        finding.limit(by: .noData)
        finding.missing = [BilingualText(english: "any track of \(name)", russian: "какой-либо трек \(name)")]
        finding.settles = [
            BilingualText(
                english: "a recording or a record that has \(name) over the whole of that time",
                russian: "запись, в которой \(name) виден в течение всего этого времени")
        ]
        return finding
    }

    func ambiguous(_ proposition: Proposition, _ name: String, _ identifiers: [String]) -> Finding {
        let list = identifiers.prefix(10).joined(separator: ", ")
        var finding = Finding(
            proposition, .notDeterminable,
            BilingualText(
                english: "“\(name)” fits several aircraft: \(list).",
                russian: "Имя «\(name)» подходит нескольким бортам: \(list)."))
        finding.limit(by: .ambiguousName)
        finding.settles = [
            BilingualText(
                english: "the identifier of the aircraft that is meant",
                russian: "идентификатор борта, о котором идёт речь")
        ]
        return finding
    }

    private func sameAircraft(_ proposition: Proposition, _ statement: MinimumDistance) -> Finding {
        let names = statement.between
        var finding = Finding(
            proposition, .notDeterminable,
            BilingualText(
                english: "\(names[0]) and \(names[1]) are one aircraft.",
                russian: "\(names[0]) и \(names[1]) — один и тот же борт."))
        finding.limit(by: .duplicateTrack)
        return finding
    }
}

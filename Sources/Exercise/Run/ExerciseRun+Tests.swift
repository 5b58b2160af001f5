import Accord
import Airspace

extension ExerciseRun {
    /// Holds the present card against its test.
    mutating func test(now: Double, _ actions: inout [RunAction]) {
        guard case .card(let index) = phase, let card else { return }
        let test = card.test
        let near = closest.filter { pair, _ in pair.allSatisfy { card.crews.contains($0) } }.values
        if let least = test.atLeast, let closest = near.min(), closest < least.metres {
            finishCard(isPassed: false, reason: "closer than \(least)", by: station, now: now, &actions)
            return
        }
        if isDone(card) {
            finishCard(isPassed: true, reason: nil, by: station, now: now, &actions)
            return
        }
        if let within = test.withinSeconds, let started = cards[index].startedUnixSeconds, now - started > within {
            finishCard(
                isPassed: false, reason: "not done within \(Int(within)) s: \(open(card))", by: station, now: now,
                &actions)
        }
    }

    private func isDone(_ card: ExerciseCard) -> Bool {
        switch card.kind {
        case .checkIn: return card.crews.allSatisfy { checkedIn[$0] != nil }
        case .approach: return isNear(card) && hasFlown(card)
        case .exchange: return exchangeIsDone(card)
        case .opening: return isOpening(card)
        case .departure: return hasFlown(card)
        }
    }

    /// Whether every crew has come as close to one of another party as the card asks, by each kind of data that there is.
    private func isNear(_ card: ExerciseCard) -> Bool {
        let limit = (card.test.atMost ?? plan.turnAway.buffer).metres
        let near = ranges.filter { isOf(card, $0) }
        let bases = Set(near.map(\.basis))
        return !near.isEmpty
            && flights(of: card).allSatisfy { flight in
                bases.allSatisfy { basis in
                    near.contains {
                        $0.basis == basis && $0.between.contains(flight.identifier) && $0.horizontalMetres <= limit
                    }
                }
            }
    }

    /// Whether every two crews go apart, and are 1 NM further from each other than they were.
    private func isOpening(_ card: ExerciseCard) -> Bool {
        let shown = Dictionary(ranges.filter { isOf(card, $0) }.map { ($0.between, $0) }, uniquingKeysWith: { $1 })
        return !shown.isEmpty
            && shown.allSatisfy { pair, range in
                guard let closest = closest[pair] else { return false }
                let isGoingApart = (range.predictedMetres ?? 0) >= range.horizontalMetres - 1
                return isGoingApart && range.horizontalMetres > closest + 1_852
            }
    }

    private func flights(of card: ExerciseCard) -> [Participant] {
        card.crews.compactMap { plan.participant($0) }.filter { $0.kind == .flight }
    }

    private func isOf(_ card: ExerciseCard, _ range: RunRange) -> Bool {
        range.between.allSatisfy { card.crews.contains($0) }
    }

    /// Whether every crew has come to the end of its way; crews without a way have nothing to fly.
    private func hasFlown(_ card: ExerciseCard) -> Bool {
        card.crews.allSatisfy { card.routes[$0]?.isEmpty ?? true || flown.contains($0) }
    }

    /// Notes who is at the end of the present card's way: within 1 NM of it, or abeam and just beyond.
    ///
    /// A crew that passes to one side, or while the station stands still, has come there too.
    mutating func noteFlown(_ report: RunReport) {
        guard let card, let end = card.routes[report.participant]?.last?.position else { return }
        let distance = report.position.distanceMetres(to: end)
        if distance < 1_852 {
            flown.insert(report.participant)
        } else if distance < 3 * 1_852, let before = lastPoint(before: card, of: report.participant) {
            let frame = LocalFrame(at: end)
            let way = frame.local(EarthCentred(footOf: before))
            let place = frame.local(EarthCentred(footOf: report.position))
            if way.east * place.east + way.north * place.north < 0 { flown.insert(report.participant) }
        }
    }

    /// The point from which a crew comes to the end of its way on a card.
    private func lastPoint(before card: ExerciseCard, of participant: String) -> GeodeticPosition? {
        if let points = card.routes[participant], points.count > 1 { return points[points.count - 2].position }
        let earlier = plan.cards.prefix { $0.identifier != card.identifier }
        return earlier.last { $0.routes[participant]?.isEmpty == false }?.routes[participant]?.last?.position
            ?? plan.participant(participant)?.start?.position
    }

    private func exchangeIsDone(_ card: ExerciseCard) -> Bool {
        let flights = card.crews.filter { plan.participant($0)?.kind == .flight }
        var languages: Set<String> = []
        for crew in flights {
            guard let once = said[crew], once.items.isSuperset(of: card.items) else { return false }
            if card.test.readBack, !once.readBack.isSuperset(of: card.items) { return false }
            languages.formUnion(once.languages)
        }
        return languages.isSuperset(of: card.test.languages)
    }

    /// What is still open of a card, for the reason of its failure.
    func open(_ card: ExerciseCard) -> String {
        switch card.kind {
        case .checkIn: return card.crews.filter { checkedIn[$0] == nil }.joined(separator: ", ") + " not heard"
        case .exchange:
            return card.crews.filter { plan.participant($0)?.kind == .flight }.compactMap { crew -> String? in
                let once = said[crew] ?? SaidOnce()
                let unsaid = card.items.filter { !once.items.contains($0) }.map(\.rawValue)
                let unread = card.items.filter { once.items.contains($0) && !once.readBack.contains($0) }.map(
                    \.rawValue)
                let parts =
                    (unsaid.isEmpty ? [] : ["\(unsaid.joined(separator: ", ")) not said"])
                    + (unread.isEmpty || !card.test.readBack ? [] : ["\(unread.joined(separator: ", ")) not read back"])
                return parts.isEmpty ? nil : "\(crew): \(parts.joined(separator: "; "))"
            }.joined(separator: "; ")
        default: return "the way is not flown"
        }
    }
}

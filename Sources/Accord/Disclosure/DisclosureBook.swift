import Airspace

/// The rules of an agreement made ready: which of them holds for an aircraft at a place.
public struct DisclosureBook: Sendable {
    /// The agreement.
    public let agreement: Agreement
    private let area: VolumeTester
    private let zones: [String: VolumeTester]

    /// Makes the rules of an agreement ready.
    public init(_ agreement: Agreement) {
        self.agreement = agreement
        area = VolumeTester(agreement.area)
        zones = Dictionary(agreement.zones.map { ($0.identifier, VolumeTester($0.volume)) }) { first, _ in first }
    }

    /// Whether an aircraft of a party may be told of to a peer, and by which rule.
    ///
    /// Of several rules the one with the finest grid holds, then the first one. Distress is told in spite of a suspension, but never without a rule.
    /// - Parameter isOurs: whether the aircraft is on the party's list.
    /// - Parameter isInConflict: whether a conflict with an aircraft of the peer lasts: then, and in distress, the finer precision holds.
    public func decide(
        _ state: OwnTrackState, from party: String, to peer: String, isOurs: Bool, isInConflict: Bool,
        flow: AgreementFlow
    ) -> DisclosureDecision {
        guard isOurs else { return .refuse(.notOurs) }
        switch flow {
        case .none, .ended: return .refuse(.notInForce)
        case .suspended: if state.emergency == nil { return .refuse(.suspended) }
        case .inForce: break
        }
        let rules = agreement.disclosure.filter { $0.from == party && $0.to == peer }
        guard !rules.isEmpty else { return .refuse(.noRule) }
        let named = rules.filter { $0.names(identifier: state.identifier, callsign: state.callsign) }
        guard !named.isEmpty else { return .refuse(.notNamed) }
        var best: (rule: DisclosureRule, precision: DisclosureRule.Precision)?
        var needsLevel = false
        for rule in named {
            guard holds(rule, at: state) else {
                if state.levelFeet == nil, holds(rule, at: state, ignoringLevel: true) { needsLevel = true }
                continue
            }
            let isFine = isInConflict || state.emergency != nil
            let precision = isFine ? rule.conflictPrecision ?? rule.precision : rule.precision
            if best.map({ precision.grid.metres < $0.precision.grid.metres }) ?? true { best = (rule, precision) }
        }
        guard let best else { return .refuse(needsLevel ? .levelUnknown : .outside) }
        return .tell(rule: best.rule.identifier, precision: best.precision)
    }

    /// Whether a place and level are where a rule holds. An unknown level is inside the area, which reaches over all levels that matter, and
    /// inside no zone and no band of levels.
    func holds(_ rule: DisclosureRule, at state: OwnTrackState, ignoringLevel: Bool = false) -> Bool {
        let level = state.levelFeet.map { Level.pressure(feet: $0) } ?? .unknown
        if let zone = rule.zone {
            guard let tester = zones[zone] else { return false }
            let isInside =
                ignoringLevel ? tester.contains(state.position) : tester.surelyContains(state.position, level: level)
            guard isInside else { return false }
        }
        guard area.mayContain(state.position, level: level) else { return false }
        if ignoringLevel { return true }
        if rule.lowerFeet != nil || rule.upperFeet != nil {
            guard let feet = state.levelFeet else { return false }
            return feet >= rule.lowerFeet ?? -.infinity && feet <= rule.upperFeet ?? .infinity
        }
        return true
    }
}

extension DisclosureRule {
    /// Whether it names an aircraft of the party's own.
    func names(identifier: String, callsign: String?) -> Bool {
        aircraft.isEmpty || aircraft.contains { $0.matches(identifier: identifier, callsign: callsign) }
    }
}

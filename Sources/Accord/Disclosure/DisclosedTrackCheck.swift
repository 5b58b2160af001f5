import Airspace

extension Agreement {
    /// The rule under which a position may have been told; nil: there is none of that name between the two, or the position is coarser or
    /// later than any of its precisions. The reader shows what a rule allows and nothing else: a place that may be anywhere would be in
    /// conflict with everything.
    ///
    /// - Parameters:
    ///   - track: as it was received.
    ///   - party: who told it.
    ///   - peer: who was told.
    public func rule(allowing track: TrackBody, from party: String, to peer: String) -> DisclosureRule? {
        guard let rule = disclosure.first(where: { $0.identifier == track.rule && $0.from == party && $0.to == peer })
        else { return nil }
        let precisions = [rule.precision] + [rule.conflictPrecision].compactMap { $0 }
        func isWithin(_ stated: Double, _ value: (DisclosureRule.Precision) -> Double) -> Bool {
            stated <= (precisions.map(value).max() ?? 0) * (1 + 1e-6) + 1e-6
        }
        guard isWithin(track.gridNM, { $0.grid.nauticalMiles }), isWithin(track.levelGridFt, { $0.levelGrid.feet }),
            isWithin(track.timeGridSeconds, { $0.timeGridSeconds }), isWithin(track.delaySeconds, { $0.delaySeconds })
        else { return nil }
        return rule
    }
}

import Airspace

/// Whether one position was told as its rule lets it be.
struct TrackJudgement {
    let body: TrackBody
    let rule: DisclosureRule
    let book: DisclosureBook
    let atUnixSeconds: Double
    /// Whether a conflict lasted, or distress: then the finer precision is allowed.
    let isFineAllowed: Bool
    /// The earliest time at which the position before can have been decided; nil: there was none.
    let lastDecidedUnixSeconds: Double?

    var violations: [DisclosureAudit.Violation] {
        var found: [DisclosureAudit.Violation] = []
        let position = GeodeticPosition(latitudeDegrees: body.lat, longitudeDegrees: body.lon)
        let gridMetres = body.gridNM * LengthUnit.nauticalMiles.metres
        let (precision, isFine) = claimed
        if isFine, !isFineAllowed { found.append(.noConflict) }
        if !isAtLeast(body.gridNM, precision.grid.nauticalMiles) { found.append(.tooFine("gridNM")) }
        if !isAtLeast(body.levelGridFt, precision.levelGrid.feet) { found.append(.tooFine("levelGridFt")) }
        if !isAtLeast(body.timeGridSeconds, precision.timeGridSeconds) { found.append(.tooFine("timeGridSeconds")) }
        if !DisclosureGrid.isOnGrid(position, gridMetres: gridMetres) { found.append(.tooFine("lat, lon")) }
        if let level = body.levelFt, !DisclosureGrid.isOnGrid(level, step: body.levelGridFt) {
            found.append(.tooFine("levelFt"))
        }
        if !DisclosureGrid.isOnGrid(body.time.unixSeconds, step: body.timeGridSeconds) {
            found.append(.tooFine("time"))
        }
        if !isOnVelocityGrid { found.append(.tooFine("velocity")) }
        if body.levelFt != nil, !rule.fields.contains(.level) { found.append(.field("level")) }
        let hasVelocity = body.speedKt != nil || body.trackDegrees != nil || body.verticalFpm != nil
        if hasVelocity, !rule.fields.contains(.velocity) { found.append(.field("velocity")) }
        if !isInPlace(position, gridMetres: gridMetres) { found.append(.outside) }
        if atUnixSeconds - body.time.unixSeconds < precision.delaySeconds - body.timeGridSeconds / 2 - 1 {
            found.append(.tooEarly)
        }
        if isTooOften { found.append(.tooOften) }
        if rule.naming == .pseudonym, !Pseudonyms.hasForm(body.track) { found.append(.notAPseudonym) }
        return found
    }

    /// The earliest time at which this position can have been decided: no sooner than the interval after the one before, and no longer ago
    /// than an entry may be on its way. So one that a slow disk held back brings those after it into no trouble, while a pace that is too
    /// fast for good runs ahead of the clock.
    var decidedUnixSeconds: Double {
        isTooOften ? atUnixSeconds : max(earliestUnixSeconds, atUnixSeconds - DisclosureAudit.onTheirWaySeconds)
    }

    private var isTooOften: Bool { earliestUnixSeconds > atUnixSeconds + 0.001 }

    private var earliestUnixSeconds: Double {
        guard let lastDecidedUnixSeconds else { return -.infinity }
        // While a conflict lasts its pace holds, also where its grids are no finer.
        let precision = isFineAllowed ? rule.conflictPrecision ?? rule.precision : claimed.0
        return lastDecidedUnixSeconds + precision.everySeconds
    }

    /// The precision that the entry claims: that of the rule if it is no finer, else that of a conflict.
    private var claimed: (DisclosureRule.Precision, isFine: Bool) {
        let base = rule.precision
        let isBase =
            isAtLeast(body.gridNM, base.grid.nauticalMiles) && isAtLeast(body.levelGridFt, base.levelGrid.feet)
            && isAtLeast(body.timeGridSeconds, base.timeGridSeconds)
            && isAtLeast(body.delaySeconds, base.delaySeconds)
        guard !isBase, let finer = rule.conflictPrecision else { return (base, false) }
        return (finer, true)
    }

    private func isAtLeast(_ value: Double, _ bound: Double) -> Bool { value >= bound * (1 - 1e-9) }

    private var isOnVelocityGrid: Bool {
        let pairs = [
            (body.speedKt, DisclosureGrid.speedStepKt), (body.trackDegrees, DisclosureGrid.trackStepDegrees),
            (body.verticalFpm, DisclosureGrid.verticalStepFpm),
        ]
        return pairs.allSatisfy { value, step in value.map { DisclosureGrid.isOnGrid($0, step: step) } ?? true }
    }

    /// Whether the aircraft may have been where the rule holds: what was rounded may lie a cell outside.
    private func isInPlace(_ position: GeodeticPosition, gridMetres: Double) -> Bool {
        var state = OwnTrackState(
            identifier: body.track, timeUnixSeconds: body.time.unixSeconds, position: position, levelFeet: nil)
        let reach = gridMetres * 0.72
        let places =
            [position]
            + (0..<8).map { step in
                Geodesic.direct(from: position, azimuthDegrees: Double(step) * 45, distanceMetres: reach).position
            }
        var levels: [Double?] = [nil]
        if let level = body.levelFt { levels = [level, level - body.levelGridFt / 2, level + body.levelGridFt / 2] }
        // A rule that tells no level was held by one that nobody sees: the place alone can be judged.
        return places.contains { place in
            state.position = place
            return levels.contains { level in
                state.levelFeet = level
                return book.holds(rule, at: state, ignoringLevel: level == nil)
            }
        }
    }
}

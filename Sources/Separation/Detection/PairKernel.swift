/// What two aircraft of a snapshot will do to each other: exact geodesics, no index.
enum PairKernel {
    /// The loss that is predicted for a pair; nil: none within the look-ahead.
    static func prediction(
        _ first: Int, _ second: Int, _ snapshot: SkySnapshot, _ thresholds: ConflictThresholds
    ) -> PredictedConflict? {
        let rate = snapshot.verticalRatesMetresPerSecond[first] - snapshot.verticalRatesMetresPerSecond[second]
        let firstAbove = snapshot.lowestLevelsMetres[first] - snapshot.highestLevelsMetres[second]
        let secondAbove = snapshot.lowestLevelsMetres[second] - snapshot.highestLevelsMetres[first]
        let window = VerticalWindow(
            firstAbove: firstAbove, secondAbove: secondAbove, rate: rate, thresholds: thresholds)
        guard window.end > window.start else { return nil }

        let speed = snapshot.groundSpeedsMetresPerSecond[first]
        let otherSpeed = snapshot.groundSpeedsMetresPerSecond[second]
        let one = motion(first, snapshot)
        let other = motion(second, snapshot)
        // A chord can't shrink faster than both fly.
        let way = one.c0 - other.c0
        let reach = thresholds.chordMetres + (speed + otherSpeed) * thresholds.lookaheadSeconds
        guard (way * way).sum() <= reach * reach else { return nil }

        var approach = HorizontalApproach(window: window, thresholds: thresholds)
        approach.follow(one, other, fastest: max(speed, otherSpeed))
        guard let start = approach.lossStart, let end = approach.lossEnd else { return nil }

        let levelIsUnknown = firstAbove != -secondAbove
        let chord = approach.smallestChordSquared.squareRoot()
        let atCPA = rate * approach.smallestAt
        return PredictedConflict(
            first: first, second: second,
            inLossNow: !levelIsUnknown && firstAbove < thresholds.verticalMetres
                && secondAbove < thresholds.verticalMetres && approach.chordSquaredNow < thresholds.chordSquared,
            levelIsUnknown: levelIsUnknown, secondsToLoss: start, secondsToLossEnd: end,
            secondsToCPA: approach.smallestAt, cpaHorizontalMetres: ChordArc.arcMetres(chordMetres: chord),
            cpaVerticalMetres: max(0, firstAbove + atCPA, secondAbove - atCPA))
    }

    @inline(__always)
    private static func motion(_ index: Int, _ snapshot: SkySnapshot) -> GeodesicMotion {
        GeodesicMotion(
            latitudeDegrees: snapshot.latitudesDegrees[index], longitudeDegrees: snapshot.longitudesDegrees[index],
            trackDegrees: snapshot.tracksDegrees[index],
            groundSpeedMetresPerSecond: snapshot.groundSpeedsMetresPerSecond[index])
    }
}

/// Between a chord and the arc that it spans, with one mean radius.
enum ChordArc {
    /// The length of the arc: c + c³ / 24 R² + 3 c⁵ / 640 R⁴.
    @inline(__always)
    static func arcMetres(chordMetres: Double) -> Double {
        let half = chordMetres / (2 * EllipsoidBounds.meanRadiusMetres)
        let square = half * half
        return chordMetres * (1 + square * (1.0 / 6 + square * (3.0 / 40)))
    }
}

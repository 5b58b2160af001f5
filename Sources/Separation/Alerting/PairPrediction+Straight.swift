import Airspace

extension PairPrediction {
    /// What is predicted for two tracks, both flying straight on, within `lookAheadSeconds`.
    ///
    /// The minima are widened by the uncertainty of both places and levels; `isInLoss` is judged without it, and is never true when
    /// a level is not known.
    init(_ geometry: PairGeometry, _ first: SkyTrack, _ second: SkyTrack, minima: Minima, lookAheadSeconds: Double) {
        let motion = geometry.motion
        let doubt = PairDoubt(first, second)
        let cylinder = doubt.cylinder(minima)
        let interval = motion.lossInterval(cylinder)?.within(lookaheadSeconds: .infinity)
        horizontalMetres = geometry.horizontalMetres
        verticalFeet = geometry.verticalFeet
        isInLoss =
            horizontalMetres < minima.horizontal.metres
            && (verticalFeet.map { $0 < roundedToHundredthFeet(minima.vertical.feet) } ?? false)
        if isInLoss {
            secondsToLoss = 0
            secondsToLossEnd = interval.flatMap { $0.entrySeconds <= 0 ? $0.exitSeconds : nil } ?? 0
        } else if let interval, interval.entrySeconds <= lookAheadSeconds {
            secondsToLoss = interval.entrySeconds
            secondsToLossEnd = interval.exitSeconds
        } else {
            secondsToLoss = nil
            secondsToLossEnd = nil
        }

        let seconds = min(max(motion.horizontalClosestApproach.seconds, 0), lookAheadSeconds)
        secondsToCPA = seconds
        cpaHorizontalMetres = seconds == 0 ? horizontalMetres : motion.horizontalMetres(after: seconds)
        cpaVerticalFeet = verticalFeet.map { _ in motion.verticalMetres(after: seconds) / LengthUnit.feet.metres }
        cpaFirst = GeodeticPosition(first.place + first.velocity * seconds)
        cpaSecond = GeodeticPosition(second.place + second.velocity * seconds)

        rangeRateMetresPerSecond =
            horizontalMetres > 0
            ? (motion.east * motion.eastRate + motion.north * motion.northRate) / horizontalMetres
            : (motion.eastRate * motion.eastRate + motion.northRate * motion.northRate).squareRoot()
        let upRate = motion.upRate / LengthUnit.feet.metres
        verticalRateFeetPerSecond = verticalFeet.map { _ in
            motion.up > 0 ? upRate : motion.up < 0 ? -upRate : abs(upRate)
        }
        closestRatio = motion.closestApproach(cylinder, lookaheadSeconds: lookAheadSeconds).normSquared.squareRoot()
        rangeRateDoubtMetresPerSecond = doubt.rangeRateDoubt(motion, horizontalMetres: horizontalMetres)
        isVerticalRateSure = geometry.leastVerticalFeet >= doubt.levelFeet
    }
}

extension PairPrediction {
    /// Whether the two diverge: neither distance shrinks and one grows, or they are past the closest approach that the minima
    /// weigh. Growth so slow that a loss would outlast `alarmSeconds` is none.
    func isDiverging(minima: Minima, alarmSeconds: Double) -> Bool {
        let steadyMetres = 3.0
        let steadyFeet = 3.0
        // Of a place or level that is not well known the worst is taken: that they still close.
        let range = rangeRateMetresPerSecond - rangeRateDoubtMetresPerSecond
        let verticalRate = verticalRateFeetPerSecond ?? 0
        let vertical = isVerticalRateSure ? verticalRate : -abs(verticalRate)
        let opens = range > steadyMetres || vertical > steadyFeet
        let closes = range < -steadyMetres || vertical < -steadyFeet
        guard opens else { return false }
        if isInLoss, secondsToLossEnd ?? .infinity > alarmSeconds { return false }
        guard closes else { return true }
        let horizontalShare = horizontalMetres / minima.horizontal.metres
        let verticalShare = (verticalFeet ?? 0) / minima.vertical.feet
        let weighsMore = horizontalShare >= verticalShare ? range : vertical
        return weighsMore > 0 && secondsToLoss.map { $0 == 0 } ?? true
    }
}

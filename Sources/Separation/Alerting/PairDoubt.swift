import Airspace

/// How far two aircraft together may be from where they are shown: what the distances between them must be widened by.
struct PairDoubt: Sendable, Hashable {
    /// The places, metres.
    let metres: Double
    /// The levels, feet.
    let levelFeet: Double

    init(_ first: SkyTrack, _ second: SkyTrack) {
        metres = first.uncertaintyMetres + second.uncertaintyMetres
        levelFeet = first.levelUncertaintyFeet + second.levelUncertaintyFeet
    }

    /// The doubt about an aircraft and the members of a group: that of the member which is known least.
    init(_ outsider: SkyTrack, members: [SkyTrack]) {
        metres = outsider.uncertaintyMetres + (members.map(\.uncertaintyMetres).max() ?? 0)
        levelFeet = outsider.levelUncertaintyFeet + (members.map(\.levelUncertaintyFeet).max() ?? 0)
    }

    /// The minima, widened: a pair whose shown places keep these keeps the minima wherever it is.
    func widened(_ minima: Minima) -> Minima {
        var widened = minima
        if metres > 0 { widened.horizontal = Length(minima.horizontal.metres + metres, .metres) }
        if levelFeet > 0 { widened.vertical = Length(minima.vertical.feet + levelFeet, .feet) }
        return widened
    }

    /// The same as the cylinder that must stay empty.
    func cylinder(_ minima: Minima) -> ProtectedCylinder {
        ProtectedCylinder(
            radiusMetres: minima.horizontal.metres + metres,
            halfHeightMetres: minima.vertical.metres + levelFeet * LengthUnit.feet.metres)
    }

    /// How much slower than shown the range may grow, metres per second.
    ///
    /// With the shown place d, an error e and the relative velocity v, the range rate is (d + e)·v / |d + e|; for |e| up to u it is not
    /// less than (d·v − u|v|) / |d + e|, and has the sign of the numerator: u|v| / |d| is what to take off before asking for the sign.
    func rangeRateDoubt(_ motion: RelativeMotion, horizontalMetres: Double) -> Double {
        guard metres > 0 else { return 0 }
        let speed = (motion.eastRate * motion.eastRate + motion.northRate * motion.northRate).squareRoot()
        return horizontalMetres > 0 ? metres * speed / horizontalMetres : speed * 2
    }
}

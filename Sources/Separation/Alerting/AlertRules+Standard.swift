import Airspace

extension AlertRules {
    /// The rules where nobody has written any: good for traffic whose places are not known beforehand.
    ///
    /// - Up to 3,500 ft, around aerodromes and among flights by visual rules, nothing alerts: distances are shown.
    /// - From there to 10,000 ft 3 NM hold, as in approach control (ICAO Doc 4444, 8.7.3.2), or `minima` where they are smaller.
    /// - Above, `minima` hold; above FL410 twice the vertical one (Doc 4444, 5.3.2).
    /// - Flights that squawk 7000 or 1200 do not alert among themselves, and from 1.5 NM or 500 ft on with others.
    /// - A climb or a descent is believed for 60 s for an alarm, 120 s for an advisory, since most of them end at a cleared level.
    /// - Two in level flight that lack no more than 200 ft of the vertical minimum do not alert.
    ///
    /// docs/rules-score.md shows what these values do to recorded traffic, and what others did.
    public static func standard(minima: Minima = .enRoute, lookAheadSeconds: Double = 300) -> AlertRules {
        var rules = AlertRules(minima: ClassMinima(minima), policy: .standard(lookAheadSeconds: lookAheadSeconds))
        rules.visualFlights = VisualFlights(
            squawks: ["7000", "1200"],
            minima: Minima(horizontal: Length(1.5, .nauticalMiles), vertical: Length(500, .feet)))
        let approach = Minima(horizontal: Length(3, .nauticalMiles), vertical: Length(1_000, .feet)).mildest(minima)
        let vertical = minima.vertical
        let upper = Minima(horizontal: minima.horizontal, vertical: Length(2 * vertical.value, vertical.unit))
        rules.volumes = [
            .layer("low level", to: 3_500, effect: .quiet, minima: approach),
            .layer("approach", from: 3_500, to: 10_000, minima: approach),
            .layer("en route", from: 10_000, to: 41_000, minima: minima),
            .layer("above FL410", from: 41_000, minima: upper),
        ]
        return rules
    }

    /// What most systems do that have no rules: one pair of minima everywhere, down to the ground, and an alert in the first cycle that
    /// predicts a loss. It is what the score compares with.
    public static func naive(minima: Minima = .enRoute, lookAheadSeconds: Double = 300) -> AlertRules {
        var policy = AlertPolicy()
        policy.lookAheadSeconds = lookAheadSeconds
        policy.alarmSeconds = min(policy.alarmSeconds, lookAheadSeconds)
        policy.confirmingCycles = 1
        policy.cycleWindow = 1
        policy.releasingCycles = 1
        return AlertRules(
            minima: ClassMinima(minima), policy: policy,
            volumes: [AlertVolume(name: "everywhere", volume: Volume(footprint: .everywhere))])
    }
}

extension AlertPolicy {
    /// The policy of the standard rules.
    public static func standard(lookAheadSeconds: Double = 300) -> AlertPolicy {
        var policy = AlertPolicy()
        policy.lookAheadSeconds = lookAheadSeconds
        policy.alarmSeconds = min(120, lookAheadSeconds)
        policy.verticalLookAheadSeconds = min(120, lookAheadSeconds)
        policy.verticalAlarmSeconds = min(60, lookAheadSeconds)
        policy.levelToleranceFeet = 200
        return policy
    }
}

extension AlertVolume {
    /// Everywhere between two pressure altitudes.
    fileprivate static func layer(
        _ name: String, from lowerFeet: Double? = nil, to upperFeet: Double? = nil, effect: Effect = .alert,
        minima: Minima
    ) -> AlertVolume {
        AlertVolume(
            name: name,
            volume: Volume(
                footprint: .everywhere, lower: lowerFeet.map { Altitude(feet: $0, datum: .pressure) },
                upper: upperFeet.map { Altitude(feet: $0, datum: .pressure) }),
            effect: effect, minima: ClassMinima(minima))
    }
}

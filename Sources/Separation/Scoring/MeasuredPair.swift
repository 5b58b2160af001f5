import Airspace

/// How far apart two aircraft really were at one second, measured afterwards, and what held for them then.
public struct MeasuredPair: Sendable {
    /// The pair.
    public var identifier: AlertIdentifier
    /// Horizontal distance, metres.
    public var horizontalMetres: Double
    /// Difference of pressure altitude, feet.
    public var verticalFeet: Double
    /// What held for the two by the rules, at the places where they really were.
    public var rule: PairRule
    /// The same as the measuring rule notes it, to tell two tracks of one aircraft; nil: not measured from reports.
    var loss: PairLoss?
    /// The call signs that the two gave by then.
    var callsigns: (a: String?, b: String?) = (nil, nil)

    /// A pair at one second.
    public init(identifier: AlertIdentifier, horizontalMetres: Double, verticalFeet: Double, rule: PairRule) {
        self.identifier = identifier
        self.horizontalMetres = horizontalMetres
        self.verticalFeet = verticalFeet
        self.rule = rule
    }

    /// The larger of the two distances in units of its minimum: below 1 is a loss.
    public var share: Double {
        max(horizontalMetres / rule.minima.horizontal.metres, verticalFeet / rule.minima.vertical.feet)
    }

    /// Whether this second is a loss where the rules alert: both strict, altitudes compared at 0.01 ft.
    public var isLoss: Bool {
        rule.alerts && horizontalMetres < rule.minima.horizontal.metres
            && roundedToHundredthFeet(verticalFeet) < roundedToHundredthFeet(rule.minima.vertical.feet)
    }
}

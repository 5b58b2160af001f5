/// Flights that look out for themselves: which transponder codes tell them, and what holds for them.
///
/// Between two flights by visual rules air traffic control separates nobody in airspace of classes C to G (ICAO Annex 11,
/// appendix 4), and around aerodromes they are in each other's sight all day: such a pair is shown and does not alert. Between one of
/// them and any other aircraft a smaller distance may hold.
public struct VisualFlights: Sendable, Hashable {
    /// The codes that such flights squawk: 7000 in ICAO's European region (Doc 7030), 1200 in the United States.
    public var squawks: Set<String>
    /// The minima between such a flight and another aircraft; nil: as for any pair. They only ever replace larger ones.
    public var minima: Minima?

    /// Flights with these codes.
    public init(squawks: Set<String>, minima: Minima? = nil) {
        self.squawks = squawks
        self.minima = minima
    }

    /// Whether a code tells such a flight.
    public func contains(squawk: String?) -> Bool { squawk.map(squawks.contains) ?? false }
}

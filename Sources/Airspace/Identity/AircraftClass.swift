/// The class of an aircraft, as far as separation depends on it.
///
/// A class is what the aircraft itself broadcasts (the emitter category) or what its own side declares;
/// it is never inferred from behaviour, and it says nothing of type, mission or affiliation.
public enum AircraftClass: String, Sendable, Hashable, CaseIterable, Codable {
    case airliner
    case fighter
    case helicopter
    case drone
    /// Nothing is known: the strictest minima apply.
    case unknown
}

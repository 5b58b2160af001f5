public import Airspace

/// What one party tells another of its own aircraft. Without a rule nothing is told.
public struct DisclosureRule: Sendable, Hashable {
    /// What can be told besides that an aircraft is there. There is no word for type or mission.
    public enum Field: String, Sendable, Hashable, CaseIterable { case position, level, velocity }

    /// Under which name an aircraft is told of.
    public enum Naming: String, Sendable, Hashable, CaseIterable {
        /// A pseudonym that holds for the whole agreement.
        case pseudonym
        /// Its 24-bit address.
        case address
    }

    /// How exactly, how late and how often.
    public struct Precision: Sendable, Hashable {
        /// The grid of positions.
        public var grid: Length
        /// The grid of levels.
        public var levelGrid: Length
        /// The grid of times, seconds.
        public var timeGridSeconds: Double
        /// How long a position is held back, seconds.
        public var delaySeconds: Double
        /// The shortest time between two positions of one aircraft, seconds.
        public var everySeconds: Double

        /// 0.5 NM, 500 ft, 5 s, without delay: what holds unless a rule says otherwise.
        public static let coarse = Precision(
            grid: Length(0.5, .nauticalMiles), levelGrid: Length(500, .feet), timeGridSeconds: 5, delaySeconds: 0,
            everySeconds: 5)

        /// A precision.
        public init(
            grid: Length, levelGrid: Length, timeGridSeconds: Double, delaySeconds: Double, everySeconds: Double
        ) {
            self.grid = grid
            self.levelGrid = levelGrid
            self.timeGridSeconds = timeGridSeconds
            self.delaySeconds = delaySeconds
            self.everySeconds = everySeconds
        }
    }

    /// Its identifier, unique in its agreement; every entry that it allows carries it.
    public var identifier: String
    /// Who tells.
    public var from: String
    /// Who is told.
    public var to: String
    /// In which zone; nil: in the whole area.
    public var zone: String?
    /// The lowest level, feet of pressure altitude; nil: that of the zone or area.
    public var lowerFeet: Double?
    /// The highest level, feet of pressure altitude.
    public var upperFeet: Double?
    /// Which of the party's own aircraft; empty: all of them.
    public var aircraft: [AircraftPattern]
    /// What is told.
    public var fields: Set<Field>
    /// Under which name.
    public var naming: Naming
    /// How exactly.
    public var precision: Precision
    /// How exactly while a conflict with an aircraft of the reader lasts; nil: no better.
    public var conflictPrecision: Precision?
}

/// A licence to hand on what was learned under this agreement. Without one nothing is handed on.
public struct RelayRule: Sendable, Hashable {
    /// Its identifier, unique in its agreement.
    public var identifier: String
    /// Whose aircraft.
    public var of: String
    /// Who may hand it on.
    public var by: String
    /// To whom: a party of the other agreement.
    public var to: String
    /// Under which other agreement.
    public var under: String
}

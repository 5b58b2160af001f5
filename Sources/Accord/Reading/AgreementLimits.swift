/// How much an agreement has at most. A peer may put a document before us at first contact, and clauses are compared pair by pair: what nobody
/// could read and sign must not keep a station busy either.
enum AgreementLimits {
    /// Each signs for itself and tells every other one, in a record of its own.
    static let parties = 8
    /// A country's danger areas are a few hundred; what two parties agree on is less.
    static let zones = 200
    /// Corners of all zones together: two hundred zones of ten, or a few that follow a border.
    static let zoneCorners = 2_000
    /// Periods of one zone: one a day for three months. What goes on for longer is activated.
    static let times = 100
    /// One for each pair of classes, and some for zones.
    static let minima = 100
    /// More than there are on any chart of one area.
    static let frequencies = 100
    /// One for each pair of parties and each zone.
    static let disclosureRules = 200
    /// Identifiers or call signs of one rule; a fleet has a pattern.
    static let aircraft = 500
    /// One for each way in which something is passed on.
    static let relays = 100
    /// What is done at one level of alert, one step after the other.
    static let steps = 50
    /// Names in a list, such as the parties that may be in a zone.
    static let names = 50
}

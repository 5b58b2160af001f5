/// What was found when every entry of a shared record was held against the agreement that was in force.
public struct AuditedRecord: Sendable, Hashable, Codable {
    /// An entry that the agreement did not allow.
    public struct Breach: Sendable, Hashable, Codable {
        /// Its index in the record.
        public var index: UInt64
        /// When it was written, Unix seconds.
        public var atUnixSeconds: Double
        /// Its type.
        public var type: String
        /// What was not allowed, in English and in Russian.
        public var english: String
        /// The same in Russian.
        public var russian: String
    }

    /// A stretch of time of which it can't be said whether all was allowed, and why.
    public struct Unknown: Sendable, Hashable, Codable {
        /// From the first such entry.
        public var from: Double
        /// To the last.
        public var to: Double
        /// Why, in English.
        public var english: String
        /// Why, in Russian.
        public var russian: String
    }

    /// The record's name.
    public var origin: String
    /// Breaches that are kept one by one; beyond these they are counted.
    static let mostBreaches = 1_000

    /// The first breaches, in the order of the record.
    public var breaches: [Breach] = []
    /// How many there are in all.
    public var breachCount = 0
    /// When simulated flights were told of, Unix seconds: the first and the last time.
    public private(set) var simulatedUnixSeconds: ClosedRange<Double>?
    /// What can't be said, one for each reason.
    public var unknown: [Unknown] = []

    init(origin: String) { self.origin = origin }

    mutating func note(_ breach: Breach) {
        breachCount += 1
        if breaches.count < Self.mostBreaches { breaches.append(breach) }
    }

    mutating func noteSimulated(at time: Double) {
        simulatedUnixSeconds =
            simulatedUnixSeconds.map { min($0.lowerBound, time)...max($0.upperBound, time) } ?? time...time
    }

    mutating func cannotSay(_ english: String, _ russian: String, at time: Double) {
        if let place = unknown.firstIndex(where: { $0.english == english }) {
            unknown[place].from = min(unknown[place].from, time)
            unknown[place].to = max(unknown[place].to, time)
        } else {
            unknown.append(Unknown(from: time, to: time, english: english, russian: russian))
        }
    }
}

/// What is done at a level of alert when nobody answers: step by step, until somebody does.
public struct Procedure: Sendable, Hashable {
    /// The level of alert.
    public enum Level: String, Sendable, Hashable, CaseIterable { case advisory, alarm, distress }

    /// One step.
    public struct Step: Sendable, Hashable {
        /// What is done.
        public enum Measure: Sendable, Hashable {
            /// A sound at the watch officer's place.
            case sound
            /// A contact to be tried on the line.
            case contact(BilingualText)
            /// A telephone number to be called, and whose it is.
            case telephone(String, BilingualText)
        }

        /// Seconds without an answer.
        public var afterSeconds: Double
        /// What is done then.
        public var measure: Measure
        /// Whose step it is; nil: everybody's.
        public var party: String?
    }

    /// The level of alert.
    public var level: Level
    /// The steps, the earliest first.
    public var steps: [Step]
}

/// How the line is tested.
public struct LineChecks: Sendable, Hashable {
    /// Between stations, seconds.
    public var everySeconds: Double
    /// With a person at both ends, seconds; nil: never.
    public var withPersonEverySeconds: Double?
}

/// How “is this yours?” is answered.
public struct QuestionTerms: Sendable, Hashable {
    /// Whether a clear case is answered by the station itself.
    public var isAutomatic: Bool
    /// How many questions a party may ask…
    public var budget: Int
    /// …in this time, seconds.
    public var budgetSeconds: Double
    /// How far from the place asked about an aircraft may be to be the one, nautical miles.
    public var toleranceNM: Double
    /// How far from the level asked about, feet.
    public var toleranceFeet: Double
    /// How long before or after the time asked about, seconds.
    public var toleranceSeconds: Double

    /// Terms.
    public init(
        isAutomatic: Bool, budget: Int, budgetSeconds: Double, toleranceNM: Double, toleranceFeet: Double,
        toleranceSeconds: Double
    ) {
        self.isAutomatic = isAutomatic
        self.budget = budget
        self.budgetSeconds = budgetSeconds
        self.toleranceNM = toleranceNM
        self.toleranceFeet = toleranceFeet
        self.toleranceSeconds = toleranceSeconds
    }
}

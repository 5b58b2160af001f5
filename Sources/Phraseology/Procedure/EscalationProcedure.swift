/// What happens, by the agreement's procedure, when a message is not answered.
public struct EscalationProcedure: Sendable, Hashable {
    /// One step.
    public struct Step: Sendable, Hashable {
        /// Seconds without an answer, from when it was sent or from the last STANDBY.
        public let afterSeconds: Double
        /// What is done then.
        public let measure: Measure

        /// A step.
        public init(afterSeconds: Double, _ measure: Measure) {
            self.afterSeconds = afterSeconds
            self.measure = measure
        }
    }

    /// What is done.
    public enum Measure: Sendable, Hashable {
        /// A sound at the watch officer's place.
        case sound
        /// The next contact to try, by name.
        case nextContact(String)
        /// The telephone number to call, on the screen.
        case telephone(String)
    }

    /// The steps, the earliest first.
    public let steps: [Step]

    /// A procedure of these steps.
    public init(_ steps: [Step]) { self.steps = steps.sorted { $0.afterSeconds < $1.afterSeconds } }
}

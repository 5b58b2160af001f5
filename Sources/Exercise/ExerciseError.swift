/// What can be wrong with an exercise that is asked for. The caller shows it to the person who asked; nothing is to be
/// retried.
public enum ExerciseError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A plan that can't be flown, each fault in plain words.
    case plan(faults: [String])

    /// The fault in plain words.
    public var description: String {
        switch self {
        case .plan(let faults): "the plan can't be flown: " + faults.joined(separator: "; ")
        }
    }
}

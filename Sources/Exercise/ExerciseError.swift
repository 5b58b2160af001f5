public import Accord

/// What can be wrong with an exercise that is asked for. The caller shows it to the person who asked; nothing is to be
/// retried.
public enum ExerciseError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A plan that can't be flown, each fault in plain words.
    case plan(faults: [BilingualText])
    /// A drill that the plan does not have.
    case drill(reason: String)
    /// Records from which nothing can be told.
    case debrief(reason: String)

    /// The fault in plain words.
    public var description: String {
        switch self {
        case .plan(let faults): "the plan can't be flown: " + faults.map(\.english).joined(separator: "; ")
        case .drill(let reason): "there is nothing to practise: \(reason)"
        case .debrief(let reason): "there is nothing to tell: \(reason)"
        }
    }
}

/// Why a run went under the minimum: the error without which it would not have.
public enum RehearsalCause: String, Sendable, Hashable, CaseIterable {
    /// A crew flew a wrong heading, or turned the wrong way.
    case wrongHeading = "wrong-heading"
    /// Controller or crew took longer than usual.
    case reaction
    /// The wind was not the forecast one.
    case wind
    /// A crew was not where it believed to be.
    case navigation
    /// A crew was early or late, fast or slow.
    case timing
    /// The controller saw them elsewhere than they were.
    case surveillance
    /// A crew was not at its level.
    case level
    /// No single error: without any one of them it would have happened all the same.
    case together
    /// The plan itself: it happens with no error at all.
    case plan

    /// The causes that a run can be flown again without.
    static let removable: [RehearsalCause] = [
        .wrongHeading, .reaction, .wind, .navigation, .timing, .surveillance, .level,
    ]
}

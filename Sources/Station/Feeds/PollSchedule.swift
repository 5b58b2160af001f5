/// When a source is asked next: once for each whole second of the clock, and so that its answer is there just before the picture
/// works that second, since a report that comes just after it waits for the next.
///
/// Pure: the times are given.
struct PollSchedule: Sendable {
    /// How long answers take, seconds: rises at once, falls slowly.
    private var answerSeconds = 0.1

    /// The shortest and the longest time between a question and the second that its answer is for.
    private static let leadBounds = 0.1...0.5
    /// Questions are at least this far apart, seconds.
    private static let shortestWaitSeconds = 0.05

    /// Waits until the next question, seconds.
    ///
    /// - Parameters:
    ///   - started: when the last question was asked, Unix seconds.
    ///   - now: when its answer was there, Unix seconds.
    mutating func waitSeconds(afterQuestionAt started: Double, answeredAt now: Double) -> Double {
        let spent = max(0, now - started)
        answerSeconds = max(spent, answerSeconds * 0.95 + spent * 0.05)
        let lead = min(max(0.05 + answerSeconds * 1.5, Self.leadBounds.lowerBound), Self.leadBounds.upperBound)
        let next = (started + 0.5 + lead).rounded(.up) - lead
        // A clock that was put back must not make the source wait.
        return min(max(Self.shortestWaitSeconds, next - now), 1.5)
    }
}

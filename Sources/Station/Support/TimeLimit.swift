/// The work took longer than it may.
struct TimeLimitExceeded: Error {}

/// Runs `work`, at most for so many seconds.
///
/// - Throws: `TimeLimitExceeded` when the time is up; the work is cancelled and must answer to that.
func withTimeLimit<Result: Sendable>(
    seconds: Double, _ work: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    try await withThrowingTaskGroup(of: Result.self) { group in
        group.addTask { try await work() }
        group.addTask {
            try await Task.sleep(for: .seconds(seconds))
            throw TimeLimitExceeded()
        }
        defer { group.cancelAll() }
        guard let first = try await group.next() else { throw TimeLimitExceeded() }
        return first
    }
}

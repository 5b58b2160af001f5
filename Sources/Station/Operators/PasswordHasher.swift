import Dispatch

/// Hashes passwords one at a time, on a thread of its own: each takes a quarter of a second and 32 MiB, and the picture must
/// not wait for it.
actor PasswordHasher {
    /// What new passwords are hashed with.
    nonisolated let cost: PasswordHash.Cost
    private let queue = DispatchQueue(label: "parley.passwords", qos: .utility)
    private var waiting = 0
    /// Stands in for the account that is not there, so that its absence can't be told by the time an answer takes.
    private var standIn: PasswordHash?

    /// More than this many wait for nobody.
    private static let mostWaiting = 16

    private let onWork: @Sendable () -> Void

    /// - Parameter onWork: called for each password that is hashed, for tests.
    init(cost: PasswordHash.Cost = .standard, onWork: @escaping @Sendable () -> Void = {}) {
        self.cost = cost
        self.onWork = onWork
    }

    /// A password as it is to be stored.
    ///
    /// - Throws: `Problem` 503 when too many wait.
    func hash(_ password: String) async throws -> PasswordHash {
        let cost = cost
        return try await perform { try PasswordHash(password, cost: cost) }
    }

    /// Whether `password` is the one that `known` was made of. Without a hash the answer is no, after the same time.
    ///
    /// - Throws: `Problem` 503 when too many wait.
    func matches(_ password: String, _ known: PasswordHash?) async throws -> Bool {
        if let known { return try await perform { try known.matches(password) } }
        if standIn == nil { standIn = try await hash(Secrets.token()) }
        guard let standIn else { return false }
        _ = try await perform { try standIn.matches(password) }
        return false
    }

    private func perform<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        guard waiting < Self.mostWaiting else {
            throw Problem(status: 503, title: "Too many sign in at once", detail: "try again in a few seconds")
        }
        waiting += 1
        onWork()
        defer { waiting -= 1 }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result(catching: work)) }
        }
    }
}

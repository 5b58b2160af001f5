import Accord
import GRDB

/// How long a session holds.
enum SessionTerm {
    /// After so long without an act it has to be signed in again before the next one, seconds: two hours.
    static let idleSeconds = 2 * 3_600.0
    /// After so long in any case, seconds: a shift of twelve hours with its hand-over.
    static let longestSeconds = 13 * 3_600.0
    /// An expired session goes on showing the picture; so long after its last act it is forgotten, seconds: 30 days.
    static let forgottenSeconds = 30 * 86_400.0
    /// The time of the last act is written down at most this often, seconds.
    static let actGrainSeconds = 30.0

    /// Whether a session holds.
    static func holds(createdUnixSeconds: Double, lastActUnixSeconds: Double, at unixSeconds: Double) -> Bool {
        unixSeconds - lastActUnixSeconds < idleSeconds && unixSeconds - createdUnixSeconds < longestSeconds
    }
}

extension OperatorStore {
    /// Begins a session under the digest of its token, and forgets those that are long over.
    func beginSession(digest: String, of name: String, at unixSeconds: Double) async throws {
        try await write { database in
            let key = OperatorAccount.key(name)
            try database.execute(
                sql: "DELETE FROM session WHERE lastAct < ?", arguments: [unixSeconds - SessionTerm.forgottenSeconds])
            try database.execute(
                sql: "INSERT INTO session (digest, operator, created, lastAct) VALUES (?, ?, ?, ?)",
                arguments: [digest, key, unixSeconds, unixSeconds])
            try database.execute(
                sql: "UPDATE operator SET lastSignIn = ? WHERE key = ?", arguments: [unixSeconds, key])
        }
    }

    /// Whose session it is and whether it holds; nil: there is none, or its owner may no longer sign in.
    func session(digest: String, at unixSeconds: Double) async throws -> (person: Person, isValid: Bool)? {
        try await read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT operator.name, operator.role, session.created, session.lastAct
                    FROM session JOIN operator ON operator.key = session.operator
                    WHERE session.digest = ? AND NOT operator.disabled
                    """,
                arguments: [digest])
            guard let row, let role = Role(rawValue: row["role"]), role != .station else { return nil }
            let holds = SessionTerm.holds(
                createdUnixSeconds: row["created"], lastActUnixSeconds: row["lastAct"], at: unixSeconds)
            return (Person(name: row["name"], role: role), holds)
        }
    }

    /// Notes that a person acted in a session, which keeps it from running idle.
    func noteAct(digest: String, at unixSeconds: Double) async throws {
        let isRecent = try await read { database in
            try Double.fetchOne(database, sql: "SELECT lastAct FROM session WHERE digest = ?", arguments: [digest])
                .map { abs(unixSeconds - $0) < SessionTerm.actGrainSeconds } ?? true
        }
        guard !isRecent else { return }
        try await write { database in
            try database.execute(
                sql: "UPDATE session SET lastAct = ? WHERE digest = ?", arguments: [unixSeconds, digest])
        }
    }

    /// Ends a session.
    func endSession(digest: String) async throws {
        try await write { try $0.execute(sql: "DELETE FROM session WHERE digest = ?", arguments: [digest]) }
    }
}

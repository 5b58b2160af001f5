import Accord
import Foundation
import GRDB

/// Accounts, sessions and the link for the first operator, on disk.
struct OperatorStore: Sendable {
    private let pool: DatabasePool

    /// The store in a database, whose tables are brought up to date.
    ///
    /// - Throws: what SQLite says.
    init(_ pool: DatabasePool) throws {
        self.pool = pool
        try OperatorSchema.migrator.migrateIfNeeded(pool)
    }

    /// Whether anybody can sign in at all.
    func isEmpty() async throws -> Bool {
        try await pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM operator") == 0 }
    }

    /// The account of a name.
    func account(named name: String) async throws -> OperatorAccount? {
        try await pool.read { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM operator WHERE key = ?", arguments: [OperatorAccount.key(name)]
            ).flatMap(Self.account)
        }
    }

    /// All accounts by name.
    func accounts() async throws -> [OperatorAccount] {
        try await pool.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM operator ORDER BY key").compactMap(Self.account)
        }
    }

    /// Adds an account; false: the name is taken.
    func add(_ account: OperatorAccount) async throws -> Bool {
        try await pool.write { try Self.insert(account, $0) }
    }

    /// Adds the first account in exchange for the link; false: the link is not the present one, has expired, or was used.
    func addFirst(_ account: OperatorAccount, linkDigest: String, at unixSeconds: Double) async throws -> Bool {
        try await pool.write { database in
            let holds = try Int.fetchOne(
                database, sql: "SELECT count(*) FROM firstLink WHERE digest = ? AND expires > ?",
                arguments: [linkDigest, unixSeconds])
            let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM operator") == 0
            guard holds == 1, isEmpty, try Self.insert(account, database) else { return false }
            try database.execute(sql: "DELETE FROM firstLink")
            return true
        }
    }

    /// Replaces the link for the first operator.
    func setFirstLink(digest: String, expiresUnixSeconds: Double) async throws {
        try await pool.write { database in
            try database.execute(sql: "DELETE FROM firstLink")
            try database.execute(
                sql: "INSERT INTO firstLink (digest, expires) VALUES (?, ?)", arguments: [digest, expiresUnixSeconds])
        }
    }

    /// The digest of the link that lets the first operator in now; nil: there is none, or there are operators.
    func firstLink(at unixSeconds: Double) async throws -> String? {
        try await pool.read { database in
            try String.fetchOne(
                database,
                sql: "SELECT digest FROM firstLink WHERE expires > ? AND NOT EXISTS (SELECT * FROM operator)",
                arguments: [unixSeconds])
        }
    }

    /// Sets a password. Unless it is the same one under a new cost, it ends all sessions of the account.
    func setPassword(_ password: PasswordHash, of name: String, at unixSeconds: Double, endingSessions: Bool)
        async throws
    {
        try await pool.write { database in
            let key = OperatorAccount.key(name)
            try database.execute(
                sql: """
                    UPDATE operator SET rounds = ?, blockSize = ?, parallelism = ?, salt = ?, hash = ?
                    WHERE key = ?
                    """,
                arguments: [
                    password.cost.rounds, password.cost.blockSize, password.cost.parallelism, Data(password.salt),
                    Data(password.hash), key,
                ])
            guard endingSessions else { return }
            try database.execute(
                sql: "UPDATE operator SET passwordSet = ? WHERE key = ?", arguments: [unixSeconds, key])
            try database.execute(sql: "DELETE FROM session WHERE operator = ?", arguments: [key])
        }
    }

    /// Disables an account and ends its sessions; false: it is the last administrator, without whom nobody could be added.
    func disable(_ name: String) async throws -> Bool {
        try await pool.write { database in
            let key = OperatorAccount.key(name)
            let others = try Int.fetchOne(
                database, sql: "SELECT count(*) FROM operator WHERE role = ? AND NOT disabled AND key <> ?",
                arguments: [Role.administrator.rawValue, key])
            guard others != 0 else { return false }
            try database.execute(sql: "UPDATE operator SET disabled = 1 WHERE key = ?", arguments: [key])
            try database.execute(sql: "DELETE FROM session WHERE operator = ?", arguments: [key])
            return true
        }
    }

    private static func insert(_ account: OperatorAccount, _ database: Database) throws -> Bool {
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO operator (key, name, role, rounds, blockSize, parallelism, salt, hash, created,
                    passwordSet, disabled)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                OperatorAccount.key(account.person.name), account.person.name, account.person.role.rawValue,
                account.password.cost.rounds, account.password.cost.blockSize, account.password.cost.parallelism,
                Data(account.password.salt), Data(account.password.hash), account.createdUnixSeconds,
                account.passwordSetUnixSeconds, account.isDisabled,
            ])
        return database.changesCount == 1
    }

    private static func account(_ row: Row) -> OperatorAccount? {
        guard let role = Role(rawValue: row["role"]), role != .station else { return nil }
        let cost = PasswordHash.Cost(
            rounds: row["rounds"], blockSize: row["blockSize"], parallelism: row["parallelism"])
        return OperatorAccount(
            person: Person(name: row["name"], role: role),
            password: PasswordHash(
                cost: cost, salt: Array(row["salt"] as Data), hash: Array(row["hash"] as Data)),
            createdUnixSeconds: row["created"], passwordSetUnixSeconds: row["passwordSet"],
            lastSignInUnixSeconds: row["lastSignIn"], isDisabled: row["disabled"])
    }

    /// Reads and writes for ``OperatorStore``'s sessions.
    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await pool.read(body)
    }

    /// As ``read(_:)``.
    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await pool.write(body)
    }
}

import CryptoExtras
import Foundation

/// A password as it is stored: hashed by scrypt (RFC 7914) with a salt of its own, beside the parameters it was hashed with,
/// so that these can be raised later and old hashes go on working until their owners sign in.
struct PasswordHash: Sendable, Equatable, Codable {
    /// How costly a guess is.
    struct Cost: Sendable, Equatable, Codable {
        /// N, a power of two: memory is 128·N·r bytes.
        var rounds: Int
        /// r.
        var blockSize: Int
        /// p: so many times one after the other.
        var parallelism: Int

        /// 32 MiB and three passes, as OWASP's password storage cheat sheet has it: about a quarter of a second.
        static let standard = Cost(rounds: 1 << 15, blockSize: 8, parallelism: 3)

        /// Whether it is one that can be computed here at all: a damaged store must not ask for a terabyte.
        var isUsable: Bool {
            rounds.nonzeroBitCount == 1 && (2...1 << 20).contains(rounds) && (1...32).contains(blockSize)
                && (1...16).contains(parallelism)
        }
    }

    var cost: Cost
    var salt: [UInt8]
    var hash: [UInt8]

    /// A hash out of the store.
    init(cost: Cost, salt: [UInt8], hash: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// Hashes a password under a fresh salt. Takes long: call it through ``PasswordHasher``.
    ///
    /// - Throws: what the library says when it lacks memory.
    init(_ password: String, cost: Cost) throws {
        let salt = Secrets.bytes(16)
        self.cost = cost
        self.salt = salt
        hash = try Self.derive(password, salt: salt, cost: cost)
    }

    /// Whether this is the hash of `password`. Takes long: call it through ``PasswordHasher``.
    func matches(_ password: String) throws -> Bool {
        guard cost.isUsable else { return false }
        return Secrets.areEqual(try Self.derive(password, salt: salt, cost: cost), hash)
    }

    /// One spelling for what looks the same (Unicode NFC; RFC 8265, OpaqueString).
    private static func derive(_ password: String, salt: [UInt8], cost: Cost) throws -> [UInt8] {
        let text = password.precomposedStringWithCanonicalMapping
        let key = try KDF.Scrypt.deriveKey(
            from: Array(text.utf8), salt: salt, outputByteCount: 32, rounds: cost.rounds, blockSize: cost.blockSize,
            parallelism: cost.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }
}

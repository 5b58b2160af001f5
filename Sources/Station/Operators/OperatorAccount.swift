import Accord
import Foundation

/// An operator, as the store has it.
struct OperatorAccount: Sendable, Equatable {
    /// Who it is, and in which role.
    var person: Person
    /// The password, hashed.
    var password: PasswordHash
    /// When it was made, Unix seconds.
    var createdUnixSeconds: Double
    /// When its password was last set, Unix seconds.
    var passwordSetUnixSeconds: Double
    /// When it was last signed in with, Unix seconds; nil: never.
    var lastSignInUnixSeconds: Double?
    /// Whether it can no longer be signed in with. Accounts are never deleted: entries name them.
    var isDisabled: Bool

    /// What tells accounts apart: the name without regard to case, in one Unicode spelling.
    static func key(_ name: String) -> String { name.precomposedStringWithCanonicalMapping.lowercased() }

    /// What is wrong with a name; nil when nothing is.
    static func fault(inName name: String) -> String? {
        let isPlain = name.unicodeScalars.allSatisfy { scalar in
            scalar == " " || scalar == "." || scalar == "-" || scalar == "'" || scalar == "’"
                || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
        guard isPlain, (2...60).contains(name.count), name.first != " ", name.last != " ", !name.contains("  ") else {
            return
                "a name has 2 to 60 letters, digits, spaces, dots, hyphens or apostrophes, as it shall stand in the record"
        }
        return nil
    }

    /// Writes it as the interface describes `Operator`.
    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("name", person.name)
            $0.field("role", person.role.rawValue)
            $0.field("created", createdUnixSeconds, decimals: 3)
            $0.field("passwordSet", passwordSetUnixSeconds, decimals: 3)
            $0.field("lastSignIn", lastSignInUnixSeconds, decimals: 3)
            $0.field("disabled", isDisabled)
        }
    }
}

extension Role {
    /// The roles that people have.
    static let people = allCases.filter { $0 != .station }
}

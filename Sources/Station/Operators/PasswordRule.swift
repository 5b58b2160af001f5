/// What a password must be: long. No rules about digits and signs, which only make worse ones (NIST SP 800-63B, 5.1.1.2).
enum PasswordRule {
    /// Characters that it must have at least.
    static let fewestCharacters = 12
    /// Characters that it may have at most.
    static let mostCharacters = 256

    /// What is wrong with a password for `name`; nil when nothing is.
    static func fault(in password: String, of name: String) -> String? {
        let folded = password.lowercased()
        if password.count < fewestCharacters {
            return "a password has at least \(fewestCharacters) characters; a few words make a good one"
        }
        if Set(folded).count < 5 { return "a password of so few different characters is guessed at once" }
        if folded.contains(name.lowercased()), password.count < fewestCharacters + name.count {
            return "a password must not be the name with something added"
        }
        if obvious.contains(where: { folded.hasPrefix($0) }) { return "this password is among the first to be guessed" }
        return nil
    }

    /// How the long ones among the most common passwords begin.
    private static let obvious = [
        "password", "passw0rd", "123456", "qwerty", "1q2w3e4r", "administrator", "letmein", "iloveyou", "пароль",
        "йцукен",
    ]
}

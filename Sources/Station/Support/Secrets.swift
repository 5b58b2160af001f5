import Crypto
import Foundation

/// Random bits, their comparison, and their names in stores: what every secret of the station has in common.
enum Secrets {
    /// Random bytes of the system's generator.
    static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// A token of 256 random bits, in characters that need no escaping in an address or a cookie (RFC 4648, section 5).
    static func token() -> String {
        Data(bytes(32)).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }

    /// The name under which a token is stored. A token has enough random bits of its own, so one pass is enough; what a
    /// person makes up is hashed by ``PasswordHash`` instead.
    static func digest(_ token: String, purpose: String) -> String {
        hexadecimal(SHA256.hash(data: Data("parley \(purpose)\n\(token)".utf8)))
    }

    /// Bytes as lower-case hexadecimal digits.
    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        var text = ""
        for byte in bytes {
            text += String(byte >> 4, radix: 16)
            text += String(byte & 0xF, radix: 16)
        }
        return text
    }

    /// Compares in a time that doesn't depend on where they differ.
    static func areEqual(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// As for bytes.
    static func areEqual(_ left: String, _ right: String) -> Bool { areEqual(left.utf8, right.utf8) }
}

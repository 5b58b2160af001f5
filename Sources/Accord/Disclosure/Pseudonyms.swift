import Crypto
import Foundation

/// The names under which aircraft are told of in one agreement.
///
/// A pseudonym is the beginning of SHA-256 over agreement, identifier and a nonce; the nonce is HMAC-SHA256 (RFC 2104) of the same under a
/// secret of the agreement that never leaves the station. So the same aircraft keeps its name within an agreement, even over a restart; names of two
/// agreements cannot be linked; and its owner opens a single one by showing its nonce, which `pseudonym/1` has put on record.
public struct Pseudonyms: Sendable {
    /// The agreement.
    public let agreement: String
    private let secret: SymmetricKey

    /// The names of an agreement.
    ///
    /// - Parameter secret: at least 16 random bytes, of this agreement alone; kept as private keys are.
    /// - Throws: `AccordError.signature` for a secret that is too short.
    public init(agreement: String, secret: [UInt8]) throws(AccordError) {
        guard secret.count >= 16 else {
            throw AccordError.signature("the secret of an agreement has 16 bytes at least")
        }
        self.agreement = agreement
        self.secret = SymmetricKey(data: secret)
    }

    /// The name of an aircraft, with what opens it.
    public func pseudonym(of identifier: String) -> PseudonymBody {
        let plain = identifier.lowercased()
        let message = Array("nonce\n\(agreement)\n\(plain)\n".utf8)
        let nonce = Array(HMAC<SHA256>.authenticationCode(for: message, using: secret).prefix(16))
        return PseudonymBody(
            pseudonym: Self.name(agreement: agreement, identifier: plain, nonce: nonce), track: plain,
            agreement: agreement, nonce: Data(nonce).base64EncodedString())
    }

    /// The name of a simulated flight. It is no aircraft, so it needs no secret; and since no pseudonym and no address has a hyphen, it can't be
    /// taken for one.
    public static func simulated(_ participant: String) -> String { simulatedPrefix + participant.lowercased() }

    /// Whether a name is that of a simulated flight.
    public static func isSimulated(_ name: String) -> Bool { name.hasPrefix(simulatedPrefix) }

    private static let simulatedPrefix = "t-"

    /// Whether a name looks like a pseudonym: sixteen letters and digits of base32.
    static func hasForm(_ name: String) -> Bool {
        name.utf8.count == 16 && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) }
    }

    /// Whether an opening may be believed: it proves itself, or it is of a simulated flight, whose name says which it is and which is no
    /// aircraft. Any other could be made up to pass one aircraft off as another.
    public static func isProven(_ opened: PseudonymBody) -> Bool { isSimulated(opened.pseudonym) || isValid(opened) }

    /// Whether an opened pseudonym is what it says: anyone can check it.
    public static func isValid(_ opened: PseudonymBody) -> Bool {
        guard let nonce = Data(base64Encoded: opened.nonce), nonce.count >= 16 else { return false }
        return name(agreement: opened.agreement, identifier: opened.track, nonce: Array(nonce)) == opened.pseudonym
    }

    private static func name(agreement: String, identifier: String, nonce: [UInt8]) -> String {
        let message = Array("pseudonym\n\(agreement)\n\(identifier)\n".utf8) + nonce
        // RFC 4648 base32 in lower case: 80 bits in 16 letters and digits.
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
        var name = ""
        var buffer = 0
        var bits = 0
        for byte in SHA256.hash(data: message).prefix(10) {
            buffer = (buffer << 8 | Int(byte)) & 0xFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                name.append(alphabet[buffer >> bits & 31])
            }
        }
        return name
    }
}

/// Aircraft by identifier or by call sign: `3949ea`, `AFR*`.
///
/// An identifier is six hexadecimal digits (a 24-bit address), or anything else that receivers give; a call sign may end in `*`.
public struct AircraftPattern: Sendable, Hashable, CustomStringConvertible {
    /// What it is compared with.
    public enum Kind: Sendable, Hashable {
        /// The identifier, in lower case.
        case identifier(String)
        /// The call sign, in upper case, whole.
        case callsign(String)
        /// The beginning of the call sign, in upper case.
        case callsignPrefix(String)
    }

    /// What it is compared with.
    public var kind: Kind

    /// An aircraft by its identifier.
    public init(identifier: String) { kind = .identifier(identifier.lowercased()) }

    /// Aircraft by call sign; nil for a pattern that is empty, holds anything but letters and digits, or is `*` alone.
    public init?(callsign text: String) {
        let upper = text.uppercased()
        let stem = upper.hasSuffix("*") ? String(upper.dropLast()) : upper
        guard (1...16).contains(stem.count), stem.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
            return nil
        }
        kind = upper.hasSuffix("*") ? .callsignPrefix(stem) : .callsign(stem)
    }

    /// Whether it names an aircraft.
    public func matches(identifier: String, callsign: String?) -> Bool {
        switch kind {
        case .identifier(let own): return identifier.lowercased() == own
        case .callsign(let own): return Self.plain(callsign) == own
        case .callsignPrefix(let stem): return Self.plain(callsign)?.hasPrefix(stem) == true
        }
    }

    private static func plain(_ callsign: String?) -> String? { callsign?.uppercased().filter { !$0.isWhitespace } }

    /// As it is written.
    public var description: String {
        switch kind {
        case .identifier(let text), .callsign(let text): text
        case .callsignPrefix(let stem): stem + "*"
        }
    }
}

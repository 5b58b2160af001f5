import Airspace
import Foundation

/// One entry of a record, as it was read: the envelope opened, the body still as bytes (docs/entries.md).
///
/// The bytes are what was signed; they are kept and never written anew.
public struct Entry: Sendable, Equatable {
    /// The most bytes of an entry, which is what a record's bundles can hold.
    public static let maximumBytes = 65_535
    /// The bytes of salt: 128 bits, so that a hash beside a released entry gives nothing away to guessing.
    public static let saltBytes = 16

    /// The name and version of what it is, `track/1`.
    public let type: String
    /// When its writer wrote it, Unix seconds.
    public let atUnixSeconds: Double
    /// 16 random bytes.
    public let salt: [UInt8]
    /// The body, a JSON object, as it stands in ``bytes``.
    public let bodyJSON: [UInt8]
    /// The whole entry as signed.
    public let bytes: [UInt8]

    /// Reads an entry strictly: one JSON object with exactly `type`, `at`, `salt` and `body`.
    ///
    /// The body is seen to be a JSON object and no more; ``body(_:)`` checks it. A type that nobody knows is no fault.
    /// - Throws: `AccordError.entry`. From a peer: quarantine it and name the fault.
    public init(_ bytes: [UInt8]) throws(AccordError) {
        guard bytes.count <= Self.maximumBytes else {
            throw AccordError.entry(type: "at all", reason: "\(bytes.count) bytes are more than \(Self.maximumBytes)")
        }
        do {
            let shape = try JSONShape(bytes)
            var fields: [String: Range<Int>] = [:]
            for member in shape.members {
                guard ["type", "at", "salt", "body"].contains(member.key) else {
                    throw JSONShape.Fault(reason: "there is no “\(member.key)” in an entry")
                }
                fields[member.key] = member.value
            }
            guard let typeRange = fields["type"], let at = fields["at"], let salt = fields["salt"],
                let body = fields["body"]
            else { throw JSONShape.Fault(reason: "type, at, salt and body are all needed") }
            let type = try shape.text(typeRange)
            guard Self.isTypeName(type) else {
                throw JSONShape.Fault(reason: "its type must be a name and a version, such as track/1")
            }
            guard let time = EntryTime(parsing: try shape.text(at)) else {
                throw AccordError.entry(type: type, reason: "“at” must be RFC 3339 in UTC with milliseconds")
            }
            guard let saltData = Data(base64Encoded: try shape.text(salt)), saltData.count == Self.saltBytes else {
                throw AccordError.entry(type: type, reason: "“salt” must be 16 bytes in base64")
            }
            guard bytes[body.lowerBound] == UInt8(ascii: "{") else {
                throw AccordError.entry(type: type, reason: "“body” must be an object")
            }
            self.type = type
            atUnixSeconds = time.unixSeconds
            self.salt = Array(saltData)
            bodyJSON = Array(bytes[body])
            self.bytes = bytes
        } catch let error as AccordError {
            throw error
        } catch let fault as JSONShape.Fault {
            throw AccordError.entry(type: "at all", reason: fault.reason)
        } catch {
            throw AccordError.entry(type: "at all", reason: "\(error)")
        }
    }

    /// The body as its type describes it, with every range checked.
    ///
    /// - Throws: `AccordError.entry` when the entry is of another type, holds a field that the type has not, or a value out of range.
    public func body<Body: EntryBody>(_ kind: Body.Type = Body.self) throws(AccordError) -> Body {
        guard type == Body.type else {
            throw AccordError.entry(type: Body.type, reason: "it is of type \(type)")
        }
        return try EntryCoding.decode(kind, from: bodyJSON)
    }

    /// A lower-case name of at most 40 bytes, a slash, and a version from 1 to 99.
    static func isTypeName(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...40).contains(parts[0].count), (1...2).contains(parts[1].count) else {
            return false
        }
        return parts[0].allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
            && parts[1].allSatisfy { (0x30...0x39).contains($0) } && parts[1].first != UInt8(ascii: "0")
    }
}

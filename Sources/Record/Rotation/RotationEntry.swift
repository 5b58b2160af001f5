import Foundation

/// The two entries that tie a record to the one before and the one after it.
public enum RotationEntry: Sendable, Equatable {
    /// The first entry of a record: it continues the one whose key and final checkpoint these are.
    case continued(previousKey: VerifierKey, finalCheckpoint: SignedCheckpoint)
    /// The last entry of a record: it goes on in the one whose key this is.
    case closed(nextKey: VerifierKey)

    static let continuedType = "continued/1"
    static let closedType = "closed/1"

    private struct Entry<Body: Codable>: Codable {
        var type: String
        var at: String
        var salt: String
        var body: Body
    }

    private struct Kind: Codable { var type: String }
    private struct ContinuedBody: Codable {
        struct Previous: Codable { var key: String; var checkpoint: String }
        var previous: Previous
    }
    private struct ClosedBody: Codable {
        struct Next: Codable { var key: String }
        var next: Next
    }

    /// The entry as bytes.
    ///
    /// - Parameter time: RFC 3339, milliseconds, UTC.
    /// - Parameter salt: 16 random bytes.
    public func bytes(time: String, salt: [UInt8]) throws(RecordError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let salt = Base64.encode(salt)
        do {
            switch self {
            case .continued(let key, let checkpoint):
                let previous = ContinuedBody.Previous(key: key.description, checkpoint: checkpoint.note.string)
                let body = ContinuedBody(previous: previous)
                return Array(
                    try encoder.encode(Entry(type: Self.continuedType, at: time, salt: salt, body: body)))
            case .closed(let key):
                let body = ClosedBody(next: ClosedBody.Next(key: key.description))
                return Array(try encoder.encode(Entry(type: Self.closedType, at: time, salt: salt, body: body)))
            }
        } catch { throw .malformed("the entry cannot be written: \(error)") }
    }

    /// Reads an entry; nil when it is of another type, an error when it is of one of these and not right.
    public init?(_ bytes: [UInt8]) throws(RecordError) {
        let decoder = JSONDecoder()
        let data = Data(bytes)
        guard let kind = try? decoder.decode(Kind.self, from: data) else { return nil }
        switch kind.type {
        case Self.continuedType:
            guard let entry = try? decoder.decode(Entry<ContinuedBody>.self, from: data) else {
                throw .malformed("the first entry does not say which record it continues")
            }
            let previous = entry.body.previous
            self = .continued(
                previousKey: try VerifierKey(previous.key),
                finalCheckpoint: try SignedCheckpoint(Array(previous.checkpoint.utf8)))
        case Self.closedType:
            guard let entry = try? decoder.decode(Entry<ClosedBody>.self, from: data) else {
                throw .malformed("the last entry does not say where the record goes on")
            }
            self = .closed(nextKey: try VerifierKey(entry.body.next.key))
        default: return nil
        }
    }
}

import Foundation

/// An entry that is to be written: it has its body, and gets its time and salt when it is appended.
public struct EntryDraft: Sendable {
    /// The name and version of its type.
    public let type: String
    /// What it says.
    public let body: any EntryBody
    /// The body as it will be signed.
    public let bodyJSON: [UInt8]

    /// A draft of a body.
    ///
    /// - Throws: `AccordError.entry` when a value is out of range: the caller has a mistake, nothing is written.
    public init(_ body: some EntryBody) throws(AccordError) {
        type = Swift.type(of: body).type
        self.body = body
        bodyJSON = try EntryCoding.encode(body)
        guard bodyJSON.count <= Entry.maximumBytes - Self.envelopeBytes - type.utf8.count else {
            throw AccordError.entry(type: type, reason: "it is longer than an entry can be; send it in parts")
        }
    }

    private static let envelopeBytes = 100

    /// The entry as bytes.
    ///
    /// - Parameter salt: 16 random bytes, new ones for each entry.
    /// - Throws: `AccordError.entry` when the salt has another length.
    public func bytes(atUnixSeconds: Double, salt: [UInt8]) throws(AccordError) -> [UInt8] {
        guard salt.count == Entry.saltBytes else {
            throw AccordError.entry(type: type, reason: "the salt of an entry has \(Entry.saltBytes) bytes")
        }
        let at = EntryTime(unixSeconds: atUnixSeconds).text
        let head = #"{"type":"\#(type)","at":"\#(at)","salt":"\#(Data(salt).base64EncodedString())","body":"#
        return Array(head.utf8) + bodyJSON + [UInt8(ascii: "}")]
    }
}

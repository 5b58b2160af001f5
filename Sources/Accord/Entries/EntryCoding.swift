import Foundation

/// Bodies to and from JSON.
enum EntryCoding {
    /// Any key at all, to see which there are.
    struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// A body of which no field is unknown.
    private struct Strict<Body: EntryBody>: Decodable {
        var body: Body
        init(from decoder: any Decoder) throws {
            try EntryCoding.refuseUnknownFields(Body.CodingKeys.self, in: decoder)
            body = try Body(from: decoder)
        }
    }

    /// Throws for a key that `keys` does not have: a field that nobody defined could carry anything.
    static func refuseUnknownFields<Keys: CodingKey>(_ keys: Keys.Type, in decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: AnyKey.self)
        for key in container.allKeys where Keys(stringValue: key.stringValue) == nil {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: container, debugDescription: "there is no field “\(key.stringValue)”")
        }
    }

    static func encode(_ body: some EntryBody) throws(AccordError) -> [UInt8] {
        let type = Swift.type(of: body).type
        if let fault = body.fault { throw AccordError.entry(type: type, reason: fault) }
        if let body = body as? any HandWrittenBody { return body.json }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return Array(try encoder.encode(body)) } catch {
            throw AccordError.entry(type: type, reason: reason(error))
        }
    }

    static func decode<Body: EntryBody>(_ kind: Body.Type, from json: [UInt8]) throws(AccordError) -> Body {
        let body: Body
        // An escape, which no writer of ours makes in such a body, is left to the general decoder.
        if let kind = Body.self as? any HandWrittenBody.Type, !json.contains(UInt8(ascii: "\\")) {
            body = try decodeByHand(kind, from: json)
            if let fault = body.fault { throw AccordError.entry(type: Body.type, reason: fault) }
            return body
        }
        do { body = try JSONDecoder().decode(Strict<Body>.self, from: Data(json)).body } catch {
            throw AccordError.entry(type: Body.type, reason: reason(error))
        }
        if let fault = body.fault { throw AccordError.entry(type: Body.type, reason: fault) }
        return body
    }

    private static func decodeByHand<Body: EntryBody>(_ kind: any HandWrittenBody.Type, from json: [UInt8])
        throws(AccordError) -> Body
    {
        do throws(JSONShape.Fault) {
            let fields = try fields(kind, of: json)
            guard let body = try kind.init(fields) as? Body else {
                throw JSONShape.Fault(reason: "it is of another type")
            }
            return body
        } catch {
            throw AccordError.entry(type: Body.type, reason: error.reason)
        }
    }

    private static func fields<Body: HandWrittenBody>(_ kind: Body.Type, of json: [UInt8]) throws(JSONShape.Fault)
        -> JSONFields
    { try JSONFields(json, keys: Body.CodingKeys.self) }

    private static func reason(_ error: any Error) -> String {
        func place(_ context: DecodingError.Context) -> String {
            context.codingPath.isEmpty ? "" : context.codingPath.map(\.stringValue).joined(separator: "/") + ": "
        }
        return switch error {
        case DecodingError.keyNotFound(let key, let context): place(context) + "“\(key.stringValue)” is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            place(context) + context.debugDescription
        case EncodingError.invalidValue(_, let context): context.debugDescription
        default: "\(error)"
        }
    }
}

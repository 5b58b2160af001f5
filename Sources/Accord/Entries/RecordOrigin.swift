import Airspace

/// The name of a record: who writes it, for whom, under what, on which day (docs/entries.md).
public struct RecordOrigin: Sendable, Hashable, CustomStringConvertible {
    /// Under what it is written.
    public enum Scope: Sendable, Hashable {
        /// Opened by first contact, for this reader: proposals, signatures and receipts only.
        case contact(reader: String)
        /// For this reader, under this agreement.
        case agreement(reader: String, identifier: String)
        /// Read by nobody else.
        case privateRecord
    }

    /// The party that writes it.
    public var writer: String
    /// Reader and agreement.
    public var scope: Scope
    /// The UTC day, `2015-11-03`.
    public var day: String
    /// Which record of the day, from 1.
    public var number: Int

    /// The party that reads it, if any does.
    public var reader: String? {
        switch scope {
        case .contact(let reader), .agreement(let reader, _): reader
        case .privateRecord: nil
        }
    }

    /// The name of a record.
    ///
    /// - Throws: `AccordError.origin` for a party or agreement that cannot stand in a name, or a day that there is not.
    public init(writer: String, scope: Scope, day: String, number: Int = 1) throws(AccordError) {
        self.writer = writer
        self.scope = scope
        self.day = day
        self.number = number
        var names = [writer]
        switch scope {
        case .contact(let reader): names.append(reader)
        case .agreement(let reader, let identifier):
            names += [reader, identifier]
            guard identifier != "contact" else { throw AccordError.origin(description) }
        case .privateRecord: break
        }
        guard names.allSatisfy(Self.isName), reader != writer, (1...9_999).contains(number), day.utf8.count == 10,
            (try? UTCTime.unixSeconds(parsing: "\(day)T00:00:00Z")) != nil
        else { throw AccordError.origin(description) }
    }

    /// The name of the record of the day in which `unixSeconds` lies.
    public init(writer: String, scope: Scope, dayOfUnixSeconds unixSeconds: Double, number: Int = 1) throws(AccordError)
    {
        let day = String(UTCTime.string(unixSeconds: unixSeconds).prefix(10))
        try self.init(writer: writer, scope: scope, day: day, number: number)
    }

    /// Reads `parley/WEST/to/EAST/AGREEMENT/2015-11-03`, with `.2` for a second record of the day.
    ///
    /// - Throws: `AccordError.origin`.
    public init(parsing text: String) throws(AccordError) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard text.utf8.count <= 255, parts.count >= 4, parts[0] == "parley", let last = parts.last else {
            throw AccordError.origin(text)
        }
        let pieces = last.split(separator: ".", omittingEmptySubsequences: false)
        let number = pieces.count == 2 ? Int(pieces[1]) ?? 0 : 1
        guard pieces.count == 1 || pieces.count == 2 && number >= 2 else { throw AccordError.origin(text) }
        let scope: Scope
        switch (parts.count, parts[2]) {
        case (4, "private"): scope = .privateRecord
        case (6, "to") where parts[4] == "contact": scope = .contact(reader: parts[3])
        case (6, "to"): scope = .agreement(reader: parts[3], identifier: parts[4])
        default: throw AccordError.origin(text)
        }
        try self.init(writer: parts[1], scope: scope, day: String(pieces[0]), number: number)
        guard description == text else { throw AccordError.origin(text) }
    }

    /// The name as it stands in checkpoints, paths and entries.
    public var description: String {
        let date = number == 1 ? day : "\(day).\(number)"
        return switch scope {
        case .contact(let reader): "parley/\(writer)/to/\(reader)/contact/\(date)"
        case .agreement(let reader, let identifier): "parley/\(writer)/to/\(reader)/\(identifier)/\(date)"
        case .privateRecord: "parley/\(writer)/private/\(date)"
        }
    }

    /// Whether a text can name a party or an agreement: 1 to 32 of `A-Z a-z 0-9 - _ .`, beginning with a letter or digit.
    ///
    /// It is a part of a path and of a key's name, so nothing else is let in.
    public static func isName(_ text: String) -> Bool {
        guard (1...32).contains(text.utf8.count), let first = text.utf8.first else { return false }
        func isPlain(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        return isPlain(first) && text.utf8.allSatisfy { isPlain($0) || "-_.".utf8.contains($0) }
    }
}

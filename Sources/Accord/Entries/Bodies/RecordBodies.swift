/// `seen/1`: What the writer has verified and stored durably of the reader's record: a receipt.
public struct SeenBody: EntryBody {
    /// The type of its entries.
    public static let type = "seen/1"

    /// The origin of the reader's record.
    public var record: String
    /// How many of its entries.
    public var size: UInt64
    /// The root of its tree at that size, base64.
    public var root: String

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case record, size, root
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(record: String, size: UInt64, root: String) {
        self.record = record
        self.size = size
        self.root = root
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.record(record)
        FieldCheck.base64(root, "root", bytes: 32...32)
    }
}

/// `anchor/1`: Where the writer's private record stood, so that it cannot be rewritten later either.
public struct AnchorBody: EntryBody {
    /// The type of its entries.
    public static let type = "anchor/1"

    /// The origin of the private record.
    public var record: String
    /// How many entries it had.
    public var size: UInt64
    /// The root of its tree at that size, base64.
    public var root: String

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case record, size, root
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(record: String, size: UInt64, root: String) {
        self.record = record
        self.size = size
        self.root = root
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.record(record)
        FieldCheck.base64(root, "root", bytes: 32...32)
    }
}

/// `blob/1`: A part of bytes that are larger than an entry, named by the hash of the whole.
public struct BlobBody: EntryBody {
    /// The type of its entries.
    public static let type = "blob/1"
    /// The most bytes of a part.
    public static let mostBytes = 45_000
    /// The most parts of a whole: 11 MB.
    public static let mostParts = 256

    /// SHA-256 of the whole, hexadecimal.
    public var sha256: String
    /// Which part, from 0.
    public var part: Int
    /// How many parts there are.
    public var parts: Int
    /// At most 45,000 bytes, base64.
    public var data: String

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case sha256, part, parts, data
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(sha256: String, part: Int, parts: Int, data: String) {
        self.sha256 = sha256
        self.part = part
        self.parts = parts
        self.data = data
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.sha256(sha256)
        (1...Self.mostParts).contains(parts) && (0..<max(1, parts)).contains(part)
            ? nil : "“part” must be below “parts”, and those 1 to \(Self.mostParts)"
        FieldCheck.base64(data, "data", bytes: 0...Self.mostBytes)
    }
}

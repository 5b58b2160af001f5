/// The body of one type of entry. Nothing is in an entry but its `CodingKeys`: a field more is refused.
public protocol EntryBody: Codable, Sendable, Equatable {
    /// The fields.
    associatedtype CodingKeys: CodingKey

    /// The name and version of the type, `track/1`.
    static var type: String { get }

    /// What is wrong with the values, in plain words; nil when all are in range. Asked on writing and on reading.
    var fault: String? { get }

    /// What of it can't be said in an entry that was written then, in plain words; nil when all can. Asked on reading a peer's.
    func fault(inEntryWrittenAt atUnixSeconds: Double) -> String?
}

extension EntryBody {
    /// Most bodies hold only what their fields' own types check.
    public var fault: String? { nil }

    /// Most bodies say nothing that depends on when they are written.
    public func fault(inEntryWrittenAt atUnixSeconds: Double) -> String? { nil }
}

/// A part of a body that is an object itself, held to its fields in the same way.
protocol EntryPart: Codable, Sendable, Hashable {
    associatedtype CodingKeys: CodingKey
}

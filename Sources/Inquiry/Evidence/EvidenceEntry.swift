public import Accord

/// An entry of a record that was verified, with where it stands.
public struct EvidenceEntry: Sendable {
    /// Where.
    public var reference: EvidenceReference
    /// Whose record, for whom, of which day.
    public var origin: RecordOrigin
    /// What it says.
    public var entry: Entry

    /// An entry with its place.
    public init(reference: EvidenceReference, origin: RecordOrigin, entry: Entry) {
        self.reference = reference
        self.origin = origin
        self.entry = entry
    }

    /// When its writer wrote it, Unix seconds, by the writer's clock.
    public var at: Double { entry.atUnixSeconds }

    /// Who wrote it.
    public var writer: String { origin.writer }

    /// Whether it stands in a record of this agreement: what people do to an agreement counts there and nowhere else.
    func isUnder(_ agreement: String) -> Bool {
        guard case .agreement(_, let identifier) = origin.scope else { return false }
        return identifier == agreement
    }

    /// The body, if it is of this type and as it must be.
    func body<Body: EntryBody>(_ kind: Body.Type) -> Body? {
        guard entry.type == kind.type else { return nil }
        return try? entry.body(kind)
    }
}

/// A record that was verified.
public struct EvidenceRecord: Sendable {
    /// Its name.
    public var origin: RecordOrigin
    /// How many entries it has.
    public var size: UInt64
    /// Whether entries at its beginning are gone, so that only their hashes are left.
    public var hasDropped: Bool
    /// The times of the first and last entry, Unix seconds; nil: there is none.
    public var spanUnixSeconds: ClosedRange<Double>?
    /// Stretches of more than five minutes in which nothing was written, though something is each minute.
    public var silences: [ClosedRange<Double>]

    /// So long without an entry is a silence, seconds: a station anchors its private record each minute.
    public static let silenceSeconds = 300.0

    /// A record.
    public init(
        origin: RecordOrigin, size: UInt64, hasDropped: Bool, spanUnixSeconds: ClosedRange<Double>?,
        silences: [ClosedRange<Double>]
    ) {
        self.origin = origin
        self.size = size
        self.hasDropped = hasDropped
        self.spanUnixSeconds = spanUnixSeconds
        self.silences = silences
    }
}

import Accord

/// Under what a pair of records was opened.
enum ChannelScope: Sendable, Hashable {
    /// First contact: proposals, signatures, blobs and receipts only.
    case contact
    /// An agreement in force, by its identifier.
    case agreement(String)

    /// As it stands in the names of records: `contact`, or the agreement's identifier.
    var name: String {
        switch self {
        case .contact: "contact"
        case .agreement(let identifier): identifier
        }
    }

    /// The scope of a name.
    init(name: String) { self = name == "contact" ? .contact : .agreement(name) }

    /// The scope of a record's name for a reader; nil for the private record, which has none.
    init?(_ origin: RecordOrigin) {
        switch origin.scope {
        case .contact: self = .contact
        case .agreement(_, let identifier): self = .agreement(identifier)
        case .privateRecord: return nil
        }
    }

    /// The same in the name of a record that `reader` reads.
    func originScope(reader: String) -> RecordOrigin.Scope {
        switch self {
        case .contact: .contact(reader: reader)
        case .agreement(let identifier): .agreement(reader: reader, identifier: identifier)
        }
    }
}

public import Record

/// A party of an agreement, with all that its peers need to know its station by.
public struct AgreementParty: Sendable, Hashable {
    /// Its identifier, `WEST`: part of the names of its keys and records.
    public var identifier: String
    /// What it is called.
    public var name: BilingualText
    /// The languages its watch speaks, `en`, `ru`, the first one first.
    public var languages: [String]
    /// The key that its records are signed with, under its own name.
    public var key: VerifierKey
    /// The certificate of its station.
    public var certificate: PartyCertificate
    /// Where its station is reached, `host:port`; nil: by courier only.
    public var address: String?
}

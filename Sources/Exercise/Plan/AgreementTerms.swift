public import Airspace

/// What a plan is held against: the parts of the agreement that bind it.
public struct AgreementTerms: Sendable, Hashable {
    /// The agreement.
    public var identifier: String
    /// The parties that signed it.
    public var parties: [String]
    /// Where it holds; nil: everywhere.
    public var area: Footprint?
    /// The smallest horizontal minimum that it allows, metres; nil: it names none.
    public var minimumMetres: Double?
    /// When it holds, Unix seconds; nil: without limit.
    public var term: ClosedRange<Double>?
    /// Its frequencies by name, kilohertz.
    public var frequencies: [String: Int]

    /// The terms.
    public init(
        identifier: String, parties: [String], area: Footprint? = nil, minimumMetres: Double? = nil,
        term: ClosedRange<Double>? = nil, frequencies: [String: Int] = [:]
    ) {
        self.identifier = identifier
        self.parties = parties
        self.area = area
        self.minimumMetres = minimumMetres
        self.term = term
        self.frequencies = frequencies
    }
}

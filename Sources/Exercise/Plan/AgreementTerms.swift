public import Accord
public import Airspace
import Separation

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

extension AgreementTerms {
    /// The terms that an agreement sets for an exercise in the zone of this name.
    public init(_ agreement: Agreement, zone: String) {
        let minima = agreement.zone(zone).map { agreement.classMinima(inZone: $0.identifier).general }
        self.init(
            identifier: agreement.identifier, parties: agreement.parties.map(\.identifier),
            area: agreement.area.footprint == .everywhere ? nil : agreement.area.footprint,
            minimumMetres: (minima ?? agreement.generalMinima).horizontal.metres, term: agreement.termUnixSeconds,
            frequencies: Dictionary(
                agreement.frequencies.map { ($0.name, $0.kilohertz) }, uniquingKeysWith: { first, _ in first }))
    }
}

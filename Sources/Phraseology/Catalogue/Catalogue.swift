/// All elements that can be sent, said and understood.
public enum Catalogue {
    /// Every element, family by family.
    public static let elements: [CatalogueElement] =
        response + procedure + line + identification + position + traffic + manoeuvre + manoeuvreRates + coordination
        + zone + emergency + resolution + exercise + interception + signals

    private static let byCode: [String: CatalogueElement] = Dictionary(
        elements.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    /// The element with this code, in any case.
    ///
    /// - Throws: `PhraseologyError.unknownCode`.
    public static func element(_ code: String) throws(PhraseologyError) -> CatalogueElement {
        guard let element = byCode[code.uppercased()] else { throw PhraseologyError.unknownCode(code) }
        return element
    }

    static func find(_ code: String) -> CatalogueElement? { byCode[code] }
}

/// One element with its values: what is sent, and what was understood.
public struct MessageElement: Sendable, Hashable {
    /// Its code.
    public let code: String
    /// Its values by parameter name.
    public let parameters: [String: Value]
    /// Its place in the catalogue.
    public let definition: CatalogueElement

    /// An element with values that were checked one by one.
    ///
    /// - Throws: `PhraseologyError` when a parameter is unknown, missing or of another kind, or two contradict each other.
    public init(_ code: String, _ parameters: [String: Value] = [:]) throws(PhraseologyError) {
        try self.init(try Catalogue.element(code), parameters)
    }

    init(_ definition: CatalogueElement, _ parameters: [String: Value]) throws(PhraseologyError) {
        code = definition.code
        self.definition = definition
        self.parameters = parameters
        let known = definition.parameters.map(\.name)
        for name in parameters.keys.sorted() where !known.contains(name) {
            throw PhraseologyError.unknownParameter(code: code, name: name, known: known)
        }
        for parameter in definition.parameters where parameter.isRequired && parameters[parameter.name] == nil {
            throw PhraseologyError.missingParameter(code: code, name: parameter.name, kind: parameter.kind)
        }
        try checkAgreement()
    }

    /// An element from text, as commands and records write it: names and values.
    ///
    /// - Throws: `PhraseologyError` naming the parameter that is wrong and what would be right.
    public init(_ code: String, arguments: [(name: String, value: String)]) throws(PhraseologyError) {
        let definition = try Catalogue.element(code)
        var values: [String: Value] = [:]
        for (name, text) in arguments {
            guard let parameter = definition.parameter(name) else {
                throw PhraseologyError.unknownParameter(
                    code: definition.code, name: name, known: definition.parameters.map(\.name))
            }
            values[name] = try parameter.kind.value(of: text, name: name)
        }
        try self.init(definition, values)
    }

    /// Two elements are equal when code and values are.
    public static func == (left: MessageElement, right: MessageElement) -> Bool {
        left.code == right.code && left.parameters == right.parameters
    }

    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(parameters)
    }

    /// The names and values in the catalogue's order.
    public var orderedParameters: [(name: String, value: Value)] {
        definition.parameters.compactMap { parameter in parameters[parameter.name].map { (parameter.name, $0) } }
    }

    /// The element as commands write it, `TI.TRAFFIC clock=11 dist=5NM`: what check words are computed from.
    public var canonicalText: String {
        ([code] + orderedParameters.map { "\($0.name)=\($0.value)" }).joined(separator: " ")
    }

    private func checkAgreement() throws(PhraseologyError) {
        if code == "MAN.LEVEL_FL", case .reference(let reference)? = parameters["ref"], reference.setting != .standard {
            throw PhraseologyError.contradiction(
                code: code, reason: .flightLevelBy(setting: reference.setting.rawValue))
        }
        for (_, value) in orderedParameters {
            switch value {
            case .timeRange(let from, let until) where from == until:
                throw PhraseologyError.contradiction(code: code, reason: .emptyTime)
            case .verticalRange(let lower, let upper):
                if let reason = Self.disagreement(lower, upper) {
                    throw PhraseologyError.contradiction(code: code, reason: reason)
                }
            case .pair(let first, let second) where first == second:
                throw PhraseologyError.contradiction(code: code, reason: .sameTracks(first))
            default: break
            }
        }
    }

    private static func disagreement(_ lower: VerticalPosition, _ upper: VerticalPosition)
        -> PhraseologyError.Contradiction?
    {
        switch (lower, upper) {
        case (_, .surface): return .belowSurface
        case (.unknown, _), (_, .unknown): return .unknownLimit
        case (.flightLevel(let low), .flightLevel(let high)) where low >= high:
            return .levels(lower: lower, upper: upper)
        case (.height(let low, let first), .height(let high, let second))
        where first == second && low.unit == high.unit && low.number.doubleValue >= high.number.doubleValue:
            return .levels(lower: lower, upper: upper)
        default: return nil
        }
    }
}

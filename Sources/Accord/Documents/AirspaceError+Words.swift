public import Airspace

extension AirspaceError {
    /// The fault in plain words of both languages.
    public var words: BilingualText { BilingualText(english: description, russian: russian) }

    private var russian: String {
        switch self {
        case .quantity(let text, let expected): "«\(text)» непонятно: \(expected.russian)"
        case .time(let text): "«\(text)» — не время UTC; нужно, например, 2021-10-07T12:04:14Z"
        case .position(let latitude, let longitude):
            "широта \(PlainNumber.exact(latitude)), долгота \(PlainNumber.exact(longitude)): такого места на Земле нет"
        case .volume(let reason): "объём ничего не охватывает: \(reason)"
        }
    }
}

extension AirspaceError.Expected {
    /// That this is needed, in Russian.
    fileprivate var russian: String {
        switch self {
        case .numberWithUnit: "нужно число с единицей"
        case .length: "нужно число с m, km, ft или NM, например 5NM"
        case .span: "нужно число с ms, s, min, h или d, например 300s"
        case .twoSpans: "нужны два промежутка времени от 0 s до 1 d"
        case .twoLengths: "нужны две длины, например 5NM,1000ft"
        case .twoLengthsAboveZero: "нужны две длины больше нуля, например 5NM,1000ft"
        case .levelWithDatum: "нужна высота с её отсчётом, например FL200, 5500 m STD или 18000 ft QNH 1013"
        }
    }
}

/// Splits `5 NM` into 5 and `nm` (lower case); the number must be finite.
func splitQuantity(_ text: some StringProtocol) throws(AirspaceError) -> (value: Double, unit: String) {
    let bare = String(text).filter { !$0.isWhitespace && $0 != "_" }
    let number = bare.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == "+") }
    guard let value = Double(number), value.isFinite else {
        throw AirspaceError.quantity(text: String(text), expected: .numberWithUnit)
    }
    return (value, bare.dropFirst(number.count).lowercased())
}

/// A number without a needless `.0`.
func plainNumber(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return String(value)
}

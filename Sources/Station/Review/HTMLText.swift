extension String {
    /// Text from outside as it may stand in a page, between tags or in an attribute; control characters are dropped.
    var escapedForHTML: String {
        var safe = ""
        safe.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            default:
                if scalar.properties.generalCategory != .control { safe.unicodeScalars.append(scalar) }
            }
        }
        return safe
    }
}

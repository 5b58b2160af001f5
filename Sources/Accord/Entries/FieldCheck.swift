import Foundation

/// The checks that bodies share. Each returns what is wrong, or nil.
enum FieldCheck {
    /// Whether a text is neither empty nor too long and holds no control character but a line break where one is `multiline`.
    static func isText(_ text: String, longest: Int, multiline: Bool = false) -> Bool {
        guard !text.isEmpty, text.utf8.count <= longest * 4, text.count <= longest else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            multiline && scalar == "\n"
                || scalar.properties.generalCategory != .control
                    && !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
        }
    }

    /// Whether a text can name something: 1 to 64 letters, digits and `. _ : / -`, in ASCII.
    static func isIdentifier(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || "._:/-".utf8.contains(byte)
            }
    }

    static func identifier(_ text: String, _ name: String) -> String? {
        isIdentifier(text) ? nil : "“\(name)” must be 1 to 64 of A-Z, a-z, 0-9 and . _ : / -"
    }

    static func text(_ text: String?, _ name: String, longest: Int = 4_000) -> String? {
        guard let text, !text.isEmpty else { return nil }
        return isText(text, longest: longest, multiline: true)
            ? nil : "“\(name)” has more than \(longest) characters or a control character"
    }

    static func needed(_ value: String, _ name: String, longest: Int = 4_000) -> String? {
        value.isEmpty ? "“\(name)” is empty" : text(value, name, longest: longest)
    }

    static func texts(_ list: [String], _ name: String, most: Int = 100) -> String? {
        guard list.count <= most else { return "“\(name)” has more than \(most) elements" }
        for element in list {
            if let fault = needed(element, name, longest: 1_000) { return fault }
        }
        return nil
    }

    static func range(_ value: Double?, _ name: String, _ range: ClosedRange<Double>) -> String? {
        guard let value else { return nil }
        return range.contains(value) ? nil : "“\(name)” must be from \(range.lowerBound) to \(range.upperBound)"
    }

    static func position(_ latitude: Double, _ longitude: Double) -> String? {
        range(latitude, "lat", -90...90) ?? range(longitude, "lon", -180...180)
    }

    static func level(_ feet: Double?) -> String? { range(feet, "levelFt", -1_500...150_000) }

    /// A SHA-256 in 64 lower-case hexadecimal digits.
    static func sha256(_ text: String, _ name: String = "sha256") -> String? {
        let isHash =
            text.utf8.count == 64
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        return isHash ? nil : "“\(name)” must be a SHA-256 in lower-case hexadecimal"
    }

    static func base64(_ text: String, _ name: String, bytes: ClosedRange<Int>) -> String? {
        guard let data = Data(base64Encoded: text), bytes.contains(data.count) else {
            return bytes.count == 1
                ? "“\(name)” must be \(bytes.lowerBound) bytes in base64"
                : "“\(name)” must be \(bytes.lowerBound) to \(bytes.upperBound) bytes in base64"
        }
        return nil
    }

    static func record(_ text: String) -> String? {
        (try? RecordOrigin(parsing: text)) == nil ? "“record” is not the name of a record" : nil
    }
}

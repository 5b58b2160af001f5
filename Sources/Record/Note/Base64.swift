/// Standard base64 (RFC 4648, section 4), strict: one encoding for each sequence of bytes, so that no byte of a note or
/// proof can be changed and still mean the same.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()
    private static let padding = UInt8(ascii: "=")

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var group = UInt32(bytes[start]) << 16
            if count > 1 { group |= UInt32(bytes[start + 1]) << 8 }
            if count > 2 { group |= UInt32(bytes[start + 2]) }
            for position in 0..<4 {
                let value = Int(group >> UInt32(18 - 6 * position) & 63)
                text.append(position <= count ? alphabet[value] : padding)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes, or nil for anything that ``encode(_:)`` would not have written.
    static func decode(_ string: some StringProtocol) -> [UInt8]? {
        let text = Array(string.utf8)
        guard text.count % 4 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        for start in stride(from: 0, to: text.count, by: 4) {
            var padded = 0
            if start + 4 == text.count {
                if text[start + 3] == padding { padded = text[start + 2] == padding ? 2 : 1 }
            }
            var group: UInt32 = 0
            for position in 0..<(4 - padded) {
                let value = values[Int(text[start + position])]
                guard value != 0xFF else { return nil }
                group |= UInt32(value) << UInt32(18 - 6 * position)
            }
            // Bits that the padding leaves unused must be zero.
            guard group & (padded == 2 ? 0xFFFF : padded == 1 ? 0xFF : 0) == 0 else { return nil }
            for position in 0..<(3 - padded) { bytes.append(UInt8(group >> UInt32(16 - 8 * position) & 0xFF)) }
        }
        return bytes
    }
}

import Foundation
import Record

/// The few parts of the ustar format (POSIX.1-1988) that a bundle of records needs: plain files with their names and sizes.
/// Anybody can look into a bundle with `tar`.
enum TarArchive {
    static let blockBytes = 512

    /// The header of a plain file.
    ///
    /// - Throws: `StationError.option` for a name that doesn't fit: more than 255 bytes, or none of its slashes in the right place.
    static func header(name: String, bytes: Int) throws(StationError) -> [UInt8] {
        guard let (prefix, rest) = split(name), bytes >= 0 else {
            throw StationError.option(name: name, reason: "the name does not fit into an archive")
        }
        var header = [UInt8](repeating: 0, count: blockBytes)
        func put(_ text: String, at start: Int) {
            header.replaceSubrange(start..<(start + text.utf8.count), with: text.utf8)
        }
        func octal(_ value: Int, digits: Int) -> String {
            let text = String(value, radix: 8)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        put(rest, at: 0)
        put("0000644", at: 100)
        put("0000000", at: 108)
        put("0000000", at: 116)
        put(octal(bytes, digits: 11), at: 124)
        put("00000000000", at: 136)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        put(prefix, at: 345)
        let sum = header.reduce(0) { $0 + Int($1) }
        put(octal(sum, digits: 6) + "\0 ", at: 148)
        return header
    }

    /// Bytes after a file up to the next header.
    static func padding(bytes: Int) -> Int { (blockBytes - bytes % blockBytes) % blockBytes }

    /// What a header says; nil for the empty block at the end.
    ///
    /// - Throws: `StationError.stream` for anything but a plain file of this format.
    static func read(_ header: [UInt8]) throws(StationError) -> (name: String, bytes: Int)? {
        if header.allSatisfy({ $0 == 0 }) { return nil }
        func text(_ range: Range<Int>) -> String {
            String(decoding: header[range].prefix { $0 != 0 }, as: UTF8.self)
        }
        func number(_ range: Range<Int>) -> Int? { Int(text(range).filter { $0 != " " }, radix: 8) }
        var unsigned = header
        unsigned.replaceSubrange(148..<156, with: repeatElement(UInt8(ascii: " "), count: 8))
        guard header.count == blockBytes, text(257..<262) == "ustar",
            header[156] == UInt8(ascii: "0") || header[156] == 0, let bytes = number(124..<136), bytes >= 0,
            number(148..<156) == unsigned.reduce(0, { $0 + Int($1) })
        else { throw StationError.peer(name: "the bundle", reason: "it is no bundle of records, or it is damaged") }
        let prefix = text(345..<500)
        return ((prefix.isEmpty ? "" : prefix + "/") + text(0..<100), bytes)
    }

    private static func split(_ name: String) -> (prefix: String, rest: String)? {
        if name.utf8.count <= 100 { return ("", name) }
        let bytes = Array(name.utf8)
        guard bytes.count <= 255 else { return nil }
        for index in stride(from: min(155, bytes.count - 1), through: 1, by: -1)
        where bytes[index] == UInt8(ascii: "/") && bytes.count - index - 1 <= 100 && bytes.count - index > 1 {
            return (
                String(decoding: bytes[..<index], as: UTF8.self), String(decoding: bytes[(index + 1)...], as: UTF8.self)
            )
        }
        return nil
    }
}

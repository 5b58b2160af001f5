import Crypto
import Foundation
import Record

/// `SHA256SUMS` of an extract: every other file of it with its SHA-256, as `sha256sum -c` reads them.
///
/// It tells that a byte was changed on the way, wherever it was. It does not tell who made the extract: the signatures in it do.
enum ExtractSums {
    static let fileName = "SHA256SUMS"
    private static let maximumBytes = 16 << 20
    private static let mostFiles = 100_000

    /// Writes the list of what is in the directory now.
    static func write(in directory: String) throws {
        let lines = try files(in: directory).map { try line($0, in: directory) }
        try ExtractMaker.write(Data(lines.joined().utf8), directory + "/" + fileName)
    }

    /// What is wrong with the files of a directory; nil: they are those of the list, byte for byte.
    static func fault(in directory: String) -> String? {
        let place = directory + "/" + fileName
        guard let data = FileManager.default.contents(atPath: place), data.count <= maximumBytes,
            let text = String(validating: data, as: UTF8.self)
        else { return "\(fileName), the list of its files, is not there" }
        do {
            let present = try files(in: directory)
            let listed = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
                String(line.dropFirst(66))
            }
            if let name = Set(listed).subtracting(present).min() { return "“\(name)” is listed and not there" }
            if let name = Set(present).subtracting(listed).min() { return "“\(name)” is there and not listed" }
            let lines = try present.map { try line($0, in: directory) }
            if lines.joined() == text { return nil }
            let known = Set(text.split(separator: "\n").map { $0 + "\n" })
            for (name, line) in zip(present, lines) where !known.contains(line[...]) {
                return "“\(name)” is not as it was when the extract was made"
            }
            return "\(fileName) is not as it was when the extract was made"
        } catch { return "\(error)" }
    }

    private static func line(_ name: String, in directory: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: directory + "/" + name) else {
            throw RecordError.missing(path: directory + "/" + name)
        }
        let hex = SHA256.hash(data: data).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return "\(hex)  \(name)\n"
    }

    /// All files but the list, by name.
    private static func files(in directory: String) throws -> [String] {
        guard let all = FileManager.default.enumerator(atPath: directory) else {
            throw RecordError.directory(path: directory, reason: "can't be read")
        }
        var found: [String] = []
        for case let name as String in all where name != fileName {
            var isDirectory: ObjCBool = false
            guard FileManager.default.fileExists(atPath: directory + "/" + name, isDirectory: &isDirectory) else {
                throw RecordError.missing(path: directory + "/" + name)
            }
            if !isDirectory.boolValue { found.append(name) }
            guard found.count <= mostFiles else {
                throw RecordError.directory(path: directory, reason: "has more than \(mostFiles) files")
            }
        }
        return found.sorted()
    }
}

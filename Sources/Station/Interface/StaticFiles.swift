import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// The files of the page, from one directory, with an entity tag each.
///
/// A file is read when it is first asked for and again when it has changed on disk, so an edited page needs no restart.
final class StaticFiles: Sendable {
    private struct Entry {
        var modified: Date
        var size: Int
        var entityTag: String
        var bytes: ByteBuffer
    }

    private let root: URL
    private let entries = Mutex<[String: Entry]>([:])

    /// No file of the page is longer; a longer one is not served.
    private static let maximumFileBytes = 64 << 20

    init(root: URL) {
        self.root = root
    }

    /// The answer to a request for `path`, or nil when there is no such file.
    func response(path: String, ifNoneMatch: String?) throws -> Response? {
        guard let name = Self.fileName(of: path), let kind = Self.contentType(of: name) else { return nil }
        guard let entry = try entry(named: name) else { return nil }
        let headers: HTTPFields = [
            .contentType: kind, .eTag: entry.entityTag, .cacheControl: "no-cache",
        ]
        if let ifNoneMatch, Self.names(ifNoneMatch, entry.entityTag) {
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: entry.bytes))
    }

    /// A path inside the directory, made of plain names only: nothing hidden, nothing upwards.
    static func fileName(of path: String) -> String? {
        if path == "/" || path.isEmpty { return "index.html" }
        let segments = path.split(separator: "/")
        guard !segments.isEmpty, segments.count <= 6 else { return nil }
        for segment in segments {
            guard segment.first != ".", segment.utf8.allSatisfy(isPlain) else { return nil }
        }
        return segments.joined(separator: "/")
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func contentType(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "js", "mjs": "text/javascript; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "json", "webmanifest": "application/json"
        case "geojson": "application/geo+json"
        case "yaml": "application/yaml"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "ico": "image/x-icon"
        case "woff2": "font/woff2"
        case "pbf": "application/x-protobuf"
        case "txt": "text/plain; charset=utf-8"
        default: nil
        }
    }

    private static func names(_ header: String, _ entityTag: String) -> Bool {
        header == "*"
            || header.split(separator: ",").contains {
                $0.drop { $0 == " " }.drop { $0 == "W" || $0 == "/" } == entityTag
            }
    }

    private func entry(named name: String) throws -> Entry? {
        let url = root.appendingPathComponent(name)
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path),
            attributes[.type] as? FileAttributeType == .typeRegular,
            let modified = attributes[.modificationDate] as? Date,
            let size = (attributes[.size] as? NSNumber)?.intValue, size <= Self.maximumFileBytes
        else { return nil }
        if let known = entries.withLock({ $0[name] }), known.modified == modified, known.size == size { return known }
        let bytes = try Data(contentsOf: url)
        let entry = Entry(
            modified: modified, size: size, entityTag: Self.entityTag(bytes), bytes: ByteBuffer(bytes: bytes))
        entries.withLock { $0[name] = entry }
        return entry
    }

    /// FNV-1a over the content: an entity tag tells versions of one file apart and protects nothing.
    private static func entityTag(_ bytes: Data) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return "\"\(String(hash, radix: 16))-\(String(bytes.count, radix: 16))\""
    }
}

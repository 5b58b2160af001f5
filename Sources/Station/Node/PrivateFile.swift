import Foundation
import Record

/// Files that nobody else on the machine may read.
enum PrivateFile {
    /// Puts `bytes` under a name in one durable step, mode 0600.
    ///
    /// - Throws: `RecordError.file`, with the system's reason.
    static func write(_ bytes: [UInt8], to path: String) throws(RecordError) {
        let files = SystemFiles()
        let temporary = "\(path).\(Secrets.hexadecimal(Secrets.bytes(8))).tmp"
        do {
            let file = try files.create(temporary, permissions: 0o600)
            try file.write(bytes)
            try file.synchronise()
            try file.close()
            try files.rename(temporary, to: path)
        } catch {
            try? files.remove(temporary)
            throw error
        }
        try files.synchroniseDirectory((path as NSString).deletingLastPathComponent)
    }

    /// The content of a file that must not be readable by others; nil when it is not there.
    ///
    /// - Throws: `StationError.store` for a file that others can read, `RecordError.file` with the system's reason.
    static func read(_ path: String, maximumBytes: Int = 1 << 20) throws -> [UInt8]? {
        let files = SystemFiles()
        guard let bytes = try files.read(path, maximumBytes: maximumBytes) else { return nil }
        guard try files.permissions(path) & 0o077 == 0 else {
            throw StationError.store(path: path, reason: "others on this machine can read it: its mode must be 0600")
        }
        return bytes
    }
}

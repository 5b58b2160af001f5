import Glibc

/// The files of this machine, through the C library. Only this and its extensions call it in this room.
public struct SystemFiles: Sendable {
    /// The file system of this machine.
    public init() {}

    /// The system's words for an `errno`.
    static func message(forCode code: Int32) -> String {
        String(cString: strerror(code))
    }

    static func failure(_ operation: String, _ path: String) -> RecordError {
        .file(operation: operation, path: path, code: errno)
    }

    /// Makes a directory and those above it.
    public func makeDirectories(_ path: String, permissions: UInt32) throws(RecordError) {
        if mkdir(path, permissions) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, path != Path.parent(of: path) else { throw Self.failure("make directory", path) }
        try makeDirectories(Path.parent(of: path), permissions: permissions)
        guard mkdir(path, permissions) == 0 || errno == EEXIST else { throw Self.failure("make directory", path) }
    }

    /// The names in a directory, nil when it is not there.
    public func list(_ path: String) throws(RecordError) -> [String]? {
        guard let directory = opendir(path) else {
            if errno == ENOENT { return nil }
            throw Self.failure("list", path)
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }

    /// The content of a file, nil when it is not there.
    public func read(_ path: String, maximumBytes: Int) throws(RecordError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw Self.failure("open", path)
        }
        defer { _ = Glibc.close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.failure("look at", path) }
        guard status.st_size <= maximumBytes else {
            throw .damaged(path: path, reason: "it has \(status.st_size) bytes, more than the \(maximumBytes) allowed")
        }
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            while count < buffer.count {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                if got < 0 && errno == EINTR { continue }
                if got < 0 { failed = true }
                if got <= 0 { return }
                count += got
            }
        }
        if failed { throw Self.failure("read", path) }
        return bytes
    }

    /// How many bytes a file has, nil when it is not there. It is not opened.
    public func size(_ path: String) throws(RecordError) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw Self.failure("look at", path)
        }
        return Int(status.st_size)
    }

    /// The low nine bits of a file's mode.
    public func permissions(_ path: String) throws(RecordError) -> UInt32 {
        var status = stat()
        guard stat(path, &status) == 0 else { throw Self.failure("look at", path) }
        return status.st_mode & 0o777
    }

    /// Makes a file that must not be there yet.
    public func create(_ path: String, permissions: UInt32) throws(RecordError) -> any WritableFile {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, permissions)
        guard descriptor >= 0 else { throw Self.failure("create", path) }
        return SystemWritableFile(descriptor: descriptor, path: path)
    }

    /// Gives a file another name in one step.
    public func rename(_ path: String, to newPath: String) throws(RecordError) {
        guard Glibc.rename(path, newPath) == 0 else { throw Self.failure("rename", path) }
    }

    /// Removes a file, if it is there.
    public func remove(_ path: String) throws(RecordError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw Self.failure("remove", path) }
    }

    /// Removes a directory, if it is there and empty.
    public func removeEmptyDirectory(_ path: String) throws(RecordError) {
        guard rmdir(path) == 0 || errno == ENOENT || errno == ENOTEMPTY else {
            throw Self.failure("remove directory", path)
        }
    }

    /// Calls `syncfs`, which reports failed writes since Linux 5.8.
    ///
    /// One call for hundreds of small files: an `fsync` of each cost one flush of the disk's cache each, measured as
    /// 1.2 to 1.9 s for 320 tiles on a busy disk.
    public func synchroniseFileSystem(of path: String) throws(RecordError) {
        try synchronise(path) { descriptor in
            guard let synchroniseAll = Self.syncfs else {
                sync()
                return 0
            }
            return synchroniseAll(descriptor)
        }
    }

    /// Found by name, as its declaration is hidden from Swift; where the C library lacks it, `sync` does more than asked.
    private static let syncfs = dlsym(nil, "syncfs").map {
        unsafeBitCast($0, to: (@convention(c) (Int32) -> Int32).self)
    }

    /// Calls `fsync` on a directory.
    public func synchroniseDirectory(_ path: String) throws(RecordError) {
        try synchronise(path) { fsync($0) }
    }

    private func synchronise(_ path: String, by call: (Int32) -> Int32) throws(RecordError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure("open", path) }
        defer { _ = Glibc.close(descriptor) }
        guard call(descriptor) == 0 else { throw Self.failure("synchronise", path) }
    }
}

private final class SystemWritableFile: WritableFile {
    private var descriptor: Int32
    private let path: String

    init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { if descriptor >= 0 { _ = Glibc.close(descriptor) } }

    func write(_ bytes: [UInt8]) throws(RecordError) {
        var code: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                if count < 0 && errno == EINTR { continue }
                if count <= 0 {
                    code = count == 0 ? ENOSPC : errno
                    return
                }
                done += count
            }
        }
        guard code == 0 else { throw .file(operation: "write to", path: path, code: code) }
    }

    func synchronise() throws(RecordError) {
        guard fdatasync(descriptor) == 0 else { throw .file(operation: "synchronise", path: path, code: errno) }
    }

    func truncate(toBytes length: Int) throws(RecordError) {
        guard ftruncate(descriptor, length) == 0 else { throw .file(operation: "truncate", path: path, code: errno) }
    }

    func close() throws(RecordError) {
        let closing = descriptor
        descriptor = -1
        guard Glibc.close(closing) == 0 else { throw .file(operation: "close", path: path, code: errno) }
    }
}

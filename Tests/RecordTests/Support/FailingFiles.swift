import Synchronization

@testable import Record

/// The real files, of which chosen operations fail, from the `after`-th on.
final class FailingFiles: FileLayer {
    enum Operation: Sendable, CaseIterable {
        case create, write, shortWrite, synchronise, rename, directory, truncate, fileSystem
    }

    private struct Plan {
        var operation: Operation
        var code: Int32
        var remaining: Int
    }

    private let system = SystemFiles()
    private let plans = Mutex<[Plan]>([])
    private let failed = Mutex(false)

    /// Whether anything was made to fail since the last call of ``fail(_:code:after:)``.
    var hasFailed: Bool { failed.withLock { $0 } }

    /// Lets `after` operations of a kind pass and fails all that follow.
    func fail(_ operation: Operation, code: Int32, after: Int = 0) {
        failed.withLock { $0 = false }
        plans.withLock { $0.append(Plan(operation: operation, code: code, remaining: after)) }
    }

    func stopFailing() { plans.withLock { $0 = [] } }

    fileprivate func check(_ operation: Operation, _ path: String) throws(RecordError) {
        let code: Int32? = plans.withLock { plans in
            guard let index = plans.firstIndex(where: { $0.operation == operation }) else { return nil }
            if plans[index].remaining > 0 {
                plans[index].remaining -= 1
                return nil
            }
            return plans[index].code
        }
        guard let code else { return }
        failed.withLock { $0 = true }
        throw .file(operation: "\(operation)", path: path, code: code)
    }

    func makeDirectories(_ path: String, permissions: UInt32) throws(RecordError) {
        try system.makeDirectories(path, permissions: permissions)
    }
    func list(_ path: String) throws(RecordError) -> [String]? { try system.list(path) }
    func read(_ path: String, maximumBytes: Int) throws(RecordError) -> [UInt8]? {
        try system.read(path, maximumBytes: maximumBytes)
    }
    func permissions(_ path: String) throws(RecordError) -> UInt32 { try system.permissions(path) }
    func create(_ path: String, permissions: UInt32) throws(RecordError) -> any WritableFile {
        try check(.create, path)
        return FailingFile(file: try system.create(path, permissions: permissions), path: path, files: self)
    }
    func rename(_ path: String, to newPath: String) throws(RecordError) {
        try check(.rename, path)
        try system.rename(path, to: newPath)
    }
    func remove(_ path: String) throws(RecordError) { try system.remove(path) }
    func removeEmptyDirectory(_ path: String) throws(RecordError) { try system.removeEmptyDirectory(path) }
    func synchroniseFileSystem(of path: String) throws(RecordError) {
        try check(.fileSystem, path)
        try system.synchroniseFileSystem(of: path)
    }
    func synchroniseDirectory(_ path: String) throws(RecordError) {
        try check(.directory, path)
        try system.synchroniseDirectory(path)
    }
    func lock(_ path: String) throws(RecordError) -> any FileLock { try system.lock(path) }
}

private final class FailingFile: WritableFile {
    private let file: any WritableFile
    private let path: String
    private let files: FailingFiles

    init(file: any WritableFile, path: String, files: FailingFiles) {
        self.file = file
        self.path = path
        self.files = files
    }

    func write(_ bytes: [UInt8]) throws(RecordError) {
        try files.check(.write, path)
        do { try files.check(.shortWrite, path) } catch {
            // A part of it arrives, and then no more.
            try file.write(Array(bytes.prefix(bytes.count / 2)))
            throw error
        }
        try file.write(bytes)
    }

    func synchronise() throws(RecordError) {
        try files.check(.synchronise, path)
        try file.synchronise()
    }

    func truncate(toBytes length: Int) throws(RecordError) {
        try files.check(.truncate, path)
        try file.truncate(toBytes: length)
    }

    func close() throws(RecordError) { try file.close() }
}

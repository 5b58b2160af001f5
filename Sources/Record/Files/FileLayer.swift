/// The few things that a record asks of a file system.
///
/// The writer's promise is about what survives, so everything that touches a disk goes through here, where a test can
/// make it fail or lose what was not synchronised.
public protocol FileLayer: Sendable {
    /// Makes a directory and those above it; one that is there already is no error.
    func makeDirectories(_ path: String, permissions: UInt32) throws(RecordError)
    /// The names in a directory, in no order; nil when it is not there.
    func list(_ path: String) throws(RecordError) -> [String]?
    /// The content of a file, nil when it is not there; more than `maximumBytes` is an error.
    func read(_ path: String, maximumBytes: Int) throws(RecordError) -> [UInt8]?
    /// The low nine bits of a file's mode.
    func permissions(_ path: String) throws(RecordError) -> UInt32
    /// Makes a file that must not be there yet.
    func create(_ path: String, permissions: UInt32) throws(RecordError) -> any WritableFile
    /// Gives a file another name, replacing what has it, in one step.
    func rename(_ path: String, to newPath: String) throws(RecordError)
    /// Removes a file; one that is not there is no error.
    func remove(_ path: String) throws(RecordError)
    /// Removes an empty directory; one that is not there or not empty is left as it is.
    func removeEmptyDirectory(_ path: String) throws(RecordError)
    /// Returns once everything written so far to the file system of a directory, names and content, would survive a loss
    /// of power.
    func synchroniseFileSystem(of path: String) throws(RecordError)
    /// Returns once the names in a directory would survive a loss of power.
    func synchroniseDirectory(_ path: String) throws(RecordError)
    /// Takes the one lock on a path, until what is returned is released; ``RecordError/locked(path:)`` if it is taken.
    func lock(_ path: String) throws(RecordError) -> any FileLock
}

/// A file being written at its end.
public protocol WritableFile: AnyObject {
    /// Adds bytes at the end: all of them, or an error after which any part of them may be there.
    func write(_ bytes: [UInt8]) throws(RecordError)
    /// Returns once all that was written would survive a loss of power.
    func synchronise() throws(RecordError)
    /// Cuts the file back to a length.
    func truncate(toBytes length: Int) throws(RecordError)
    /// Closes the file; nothing else may be called afterwards.
    func close() throws(RecordError)
}

/// A lock that is held.
public protocol FileLock: Sendable {
    /// Gives the lock back.
    func release()
}

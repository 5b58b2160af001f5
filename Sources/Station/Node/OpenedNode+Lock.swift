import Foundation
import Record

/// Who has the directory of a node.
extension OpenedNode {
    /// Takes the directory for this process.
    ///
    /// - Throws: `StationError.store` when another has it.
    static func lock(_ directory: NodeDirectory) throws -> any FileLock {
        do { return try SystemFiles().lock(directory.lock) } catch { throw inWords(error, directory) }
    }

    /// Takes the directory for this process, which only reads it: that goes in a read-only snapshot too, where nobody runs a
    /// station and the file of the lock can't be made. Nil when it isn't there.
    ///
    /// - Throws: `StationError.store` when another has it.
    static func lockForReading(_ directory: NodeDirectory) throws -> (any FileLock)? {
        do { return try SystemFiles().lock(directory.lock) } catch {
            guard case .file(operation: _, path: _, code: EROFS) = error else { throw inWords(error, directory) }
        }
        do { return try SystemFiles().lockWithoutWriting(directory.lock) } catch { throw inWords(error, directory) }
    }

    private static func inWords(_ error: RecordError, _ directory: NodeDirectory) -> any Error {
        guard case .locked = error else { return error }
        return StationError.store(
            path: directory.path, reason: "a station is running in it; stop it first, or speak with it by its commands")
    }
}

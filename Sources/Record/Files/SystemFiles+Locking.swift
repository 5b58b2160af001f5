import Glibc
import Synchronization

extension SystemFiles: FileLayer {
    /// Takes an exclusive `flock`, without waiting.
    public func lock(_ path: String) throws(RecordError) -> any FileLock {
        try lock(path, open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600))
    }

    /// Takes the same lock without writing to anything, as on a read-only file system; nil when its file is not there.
    public func lockWithoutWriting(_ path: String) throws(RecordError) -> (any FileLock)? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0, errno == ENOENT { return nil }
        return try lock(path, descriptor)
    }

    private func lock(_ path: String, _ descriptor: Int32) throws(RecordError) -> any FileLock {
        guard descriptor >= 0 else { throw Self.failure("open", path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let failure = errno == EWOULDBLOCK ? RecordError.locked(path: path) : Self.failure("lock", path)
            _ = Glibc.close(descriptor)
            throw failure
        }
        return SystemFileLock(descriptor: descriptor)
    }
}

/// An advisory `flock`, which the system gives back when its process ends, however it ends.
private final class SystemFileLock: FileLock {
    private let descriptor: Mutex<Int32?>

    init(descriptor: Int32) { self.descriptor = Mutex(descriptor) }

    deinit { release() }

    func release() {
        descriptor.withLock { descriptor in
            // Unlocked by name: a process that is being forked at this moment holds a copy of the descriptor.
            if let open = descriptor { _ = (flock(open, LOCK_UN), Glibc.close(open)) }
            descriptor = nil
        }
    }
}

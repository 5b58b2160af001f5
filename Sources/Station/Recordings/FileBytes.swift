#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file's bytes in chunks; what can't be opened or read is an error with the system's reason.
final class FileBytes {
    let path: String
    /// The size when it was opened, bytes; 0 for a pipe.
    let size: Int
    /// How many bytes have been read.
    private(set) var consumed = 0
    private let descriptor: Int32

    init(path: String) throws(RecordingError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw RecordingError.unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        // Whose module declares `stat` depends on what else is imported, so a directory is told by opening it as one.
        let directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory < 0 else {
            close(directory)
            close(descriptor)
            throw RecordingError.unreadable(path: path, reason: "it is a directory")
        }
        size = max(0, Int(lseek(descriptor, 0, SEEK_END)))
        lseek(descriptor, 0, SEEK_SET)
    }

    deinit { close(descriptor) }

    /// Fills `buffer` as far as the file goes; 0: the end.
    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(RecordingError) -> Int {
        while true {
            let count = Self.systemRead(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 {
                consumed += count
                return count
            }
            if errno != EINTR { throw RecordingError.unreadable(path: path, reason: String(cString: strerror(errno))) }
        }
    }

    private static func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, buffer, count)
        #elseif canImport(Musl)
            Musl.read(descriptor, buffer, count)
        #else
            Darwin.read(descriptor, buffer, count)
        #endif
    }
}

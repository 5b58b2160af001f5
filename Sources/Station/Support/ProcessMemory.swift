import CMalloc
import ServiceLifecycle

/// How the C library keeps memory that is free: the only file that touches its allocator.
///
/// A station frees as much each second as it takes, in pieces of every size and on every thread. By default glibc keeps what is free in
/// up to eight arenas for each core, and takes ever larger pieces from them instead of from the system, so that a station's memory creeps
/// up for days though it holds no more (mallopt(3)).
public enum ProcessMemory {
    /// Pieces of this size and more come from the system, and go back to it at once.
    private static let largePieceBytes: Int32 = 128 << 10
    /// This much may stay free at the end of an arena.
    private static let keptBytes: Int32 = 1 << 20
    /// Arenas, whatever the number of cores: what one thread frees another can use, and small pieces come from a thread's own store.
    private static let arenas: Int32 = 1

    /// Has free memory go back to the system. For a process that runs long; call it once, while the main thread is the only one: a thread
    /// that has an arena of its own already keeps it.
    public static func giveBack() {
        // Each of these also turns off that the sizes adapt themselves, upwards only. A value that is refused changes nothing.
        _ = mallopt(M_ARENA_MAX, arenas)
        _ = mallopt(M_MMAP_THRESHOLD, largePieceBytes)
        _ = mallopt(M_TRIM_THRESHOLD, keptBytes)
    }

    /// Gives back what lies free between pieces that are in use. Other threads may wait some milliseconds for memory meanwhile.
    static func trim() { _ = malloc_trim(0) }
}

/// Gives back the memory that is free, again and again.
struct MemoryService: Service {
    private static let pause = Duration.seconds(15)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: Self.pause)) != nil { ProcessMemory.trim() }
        }
    }
}

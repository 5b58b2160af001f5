import Glibc

/// What a piece of work took.
struct Cost {
    /// On the wall, milliseconds.
    var wall: Double
    /// Of this thread's processor time, milliseconds: what counts on a busy machine.
    var processor: Double

    /// Runs the work and measures it.
    static func of<Result>(_ work: () throws -> Result) rethrows -> (cost: Cost, result: Result) {
        let wall = now(CLOCK_MONOTONIC)
        let processor = now(CLOCK_THREAD_CPUTIME_ID)
        let result = try work()
        return (Cost(wall: now(CLOCK_MONOTONIC) - wall, processor: now(CLOCK_THREAD_CPUTIME_ID) - processor), result)
    }

    private static func now(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) * 1e-6
    }
}

/// The most memory that this process has held, megabytes.
func peakMegabytes() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
}

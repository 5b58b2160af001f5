import Foundation
import Glibc

/// What the machine does without us, and what this process has used.
enum Machine {
    /// Seconds that one `fdatasync` of a small append takes here, as quantiles of 200.
    static func synchronisationSeconds(in directory: String) throws -> (median: Double, p99: Double) {
        let path = directory + "/synchronisation"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o600)
        guard descriptor >= 0 else { throw POSIXError(.EIO) }
        defer {
            close(descriptor)
            unlink(path)
        }
        let block = [UInt8](repeating: 1, count: 4096)
        let clock = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<200 {
            let time = clock.measure {
                _ = write(descriptor, block, block.count)
                fdatasync(descriptor)
            }
            times.append(seconds(time))
        }
        return (quantile(times, 0.5), quantile(times, 0.99))
    }

    /// Processor seconds that this process has used, all threads.
    static func processorSeconds() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let user = Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) * 1e-6
        return user + Double(usage.ru_stime.tv_sec) + Double(usage.ru_stime.tv_usec) * 1e-6
    }

    /// Bytes of memory that this process holds now.
    static func residentBytes() -> Int {
        let statm = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = statm.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * Int(getpagesize())
    }
}

func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
}

func quantile(_ values: [Double], _ fraction: Double) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * fraction))]
}

func text(_ value: Double, digits: Int = 1) -> String { String(format: "%.\(digits)f", value) }

/// How long to wait before trying again: twice as long each time, up to a limit, and from the start after a success.
struct Backoff: Sendable, Hashable {
    private let firstSeconds: Double
    private let longestSeconds: Double
    private var failures = 0

    init(firstSeconds: Double, longestSeconds: Double) {
        self.firstSeconds = firstSeconds
        self.longestSeconds = longestSeconds
    }

    /// It worked.
    mutating func succeed() { failures = 0 }

    /// It did not: how long to wait now, seconds.
    mutating func fail() -> Double {
        failures += 1
        var seconds = firstSeconds
        for _ in 1..<min(failures, 30) where seconds < longestSeconds { seconds *= 2 }
        return min(seconds, longestSeconds)
    }
}

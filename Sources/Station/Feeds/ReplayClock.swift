/// Tells which picture seconds of a recording are due: picture time runs `speed` times as fast as the wall clock.
///
/// The only thing that the wall clock decides is when a second is worked, never what is in it.
public struct ReplayClock: Sendable, Hashable {
    /// First second of the recordings, Unix seconds.
    public let start: Int
    /// Last second of the recordings, Unix seconds.
    public let end: Int
    /// Picture seconds per second of wall time.
    public private(set) var speed: Double
    /// Whether it stands still.
    public private(set) var isPaused = false
    /// The last second that was worked; `start - 1` before the first.
    public private(set) var position: Int
    /// Wall time that has run since `position` was reached, as picture time, seconds.
    private var credit = 0.0
    private var lastWallSeconds: Double?

    /// The speeds that can be asked for.
    public static let speeds = 0.1...1000.0

    /// A clock that stands before `first`, which is brought into the recordings.
    public init(start: Int, end: Int, first: Int? = nil, speed: Double) {
        self.start = start
        self.end = max(start, end)
        self.speed = min(max(speed, Self.speeds.lowerBound), Self.speeds.upperBound)
        position = min(max(first ?? start, start), self.end) - 1
    }

    /// Whether the last second has been worked.
    public var hasEnded: Bool { position >= end }

    /// Takes note of the wall clock, in seconds of a clock that never jumps, and returns how many seconds are due.
    ///
    /// A machine that can't keep up runs slower; it doesn't skip. At most one wall second's worth of lag is made up.
    public mutating func due(atWallSeconds now: Double) -> Int {
        let elapsed = min(max(now - (lastWallSeconds ?? now), 0), 1)
        lastWallSeconds = now
        guard !isPaused, !hasEnded else { return 0 }
        credit = min(credit + elapsed * speed, max(speed, 1))
        return min(Int(credit), end - position)
    }

    /// The next second has been worked.
    public mutating func advance() {
        guard !hasEnded else { return }
        position += 1
        credit = max(0, credit - 1)
    }

    /// Stands still.
    public mutating func pause() {
        isPaused = true
        credit = 0
    }

    /// Runs again; from the start when it had ended.
    public mutating func play() {
        isPaused = false
    }

    /// Runs at another speed, within `speeds`.
    public mutating func setSpeed(_ newSpeed: Double) {
        speed = min(max(newSpeed, Self.speeds.lowerBound), Self.speeds.upperBound)
        credit = min(credit, 1)
    }

    /// Stands before `second`, brought into the recordings.
    public mutating func seek(to second: Int) {
        position = min(max(second, start), end) - 1
        credit = 1
    }
}

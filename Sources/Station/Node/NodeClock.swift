import Foundation

/// The clock of a node, given to everything that writes a time, so that a test can put a whole station 40 s off.
struct NodeClock: Sendable {
    /// The time, Unix seconds.
    var now: @Sendable () -> Double
    /// Lets a clock for training wait at a time, or run on (nil); any other clock doesn't listen.
    var hold: @Sendable (Double?) -> Void = { _ in }

    /// The machine's clock, put off by so many seconds.
    static func system(offsetSeconds: Double = 0) -> NodeClock {
        NodeClock { Date().timeIntervalSince1970 + offsetSeconds }
    }
}

import Airspace
import Foundation
import Synchronization

extension NodeClock {
    /// How fast a clock for training may run.
    static let trainingRates = 0.1...1_000.0

    /// A clock for training and tests: another time, and faster. Two stations that are given the same text agree to the millisecond.
    ///
    /// - Parameter text: `2015-11-03T09:05:00Z@1764086880x20`: the time that it shows at that time of the machine (Unix seconds), and
    ///   how many times as fast as the machine's clock it runs.
    /// - Throws: `StationError.option` for anything else.
    init(training text: String) throws(StationError) {
        let parts = text.split(separator: "@", maxSplits: 1)
        let rest = parts.last?.split(separator: "x", maxSplits: 1) ?? []
        guard parts.count == 2, rest.count == 2, let start = try? UTCTime.unixSeconds(parsing: String(parts[0])),
            let machine = Double(rest[0]), (0...1e11).contains(machine), let rate = Double(rest[1]),
            Self.trainingRates.contains(rate)
        else {
            throw .option(
                name: "--training-clock",
                reason:
                    "a time, a Unix time of this machine and a rate are needed, such as 2015-11-03T09:05:00Z@1764086880x20"
            )
        }
        let clock = TrainingClock(start: start, machine: machine, rate: rate)
        self.init(now: { clock.now() }, hold: { clock.hold($0) })
    }
}

/// A clock that runs many times as fast as time and waits where it is told to: simulated flights that a busy machine flies more slowly
/// take the time along, so that what is written of them has the times of one day.
final class TrainingClock: Sendable {
    private struct State {
        var shown: Double
        var machine: Double
        var ceiling: Double?
    }

    private let state: Mutex<State>
    private let machine: Double
    private let rate: Double

    init(start: Double, machine: Double, rate: Double) {
        let now = Date().timeIntervalSince1970
        // Before its time it runs as clocks do, so that a station can be set up.
        let passed = now - machine
        state = Mutex(State(shown: start + (passed < 0 ? passed : passed * rate), machine: now, ceiling: nil))
        self.machine = machine
        self.rate = rate
    }

    func now() -> Double {
        state.withLock { state in
            let now = Date().timeIntervalSince1970
            let slow = max(0, min(now, machine) - state.machine)
            let fast = max(0, now - max(machine, state.machine))
            let next = state.shown + slow + fast * rate
            state.machine = max(now, state.machine)
            state.shown = max(state.shown, min(next, state.ceiling ?? .infinity))
            return state.shown
        }
    }

    func hold(_ time: Double?) { state.withLock { $0.ceiling = time } }
}

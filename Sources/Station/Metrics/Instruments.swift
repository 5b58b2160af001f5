import Synchronization

/// A count that only grows.
public final class Counter: Sendable {
    private let total = Atomic<Int>(0)

    init() {}

    /// Adds `amount`.
    public func add(_ amount: Int) { total.add(amount, ordering: .relaxed) }

    /// The count.
    public var value: Int { total.load(ordering: .relaxed) }
}

/// A number that goes up and down.
public final class Gauge: Sendable {
    private let current = Atomic<Int>(0)

    init() {}

    /// Sets it.
    public func set(_ value: Int) { current.store(value, ordering: .relaxed) }

    /// Changes it by `amount`.
    public func add(_ amount: Int) { current.add(amount, ordering: .relaxed) }

    /// The number.
    public var value: Int { current.load(ordering: .relaxed) }
}

/// How often something took how long, in buckets.
public final class Histogram: Sendable {
    /// What the buckets hold, at one moment.
    public struct Reading: Sendable {
        /// How many observations were at most `bounds[i]` and above the bound before; one more for those above all.
        public var counts: [Int]
        /// The sum of all observations.
        public var sum = 0.0
        /// How many observations there were.
        public var count: Int { counts.reduce(0, +) }

        /// The bound below which a share of the observations lies; nil before the first one.
        public func quantileBound(_ share: Double, bounds: [Double]) -> Double? {
            let needed = Int((Double(count) * share).rounded(.up))
            guard count > 0 else { return nil }
            var seen = 0
            for (place, occupied) in counts.enumerated() {
                seen += occupied
                if seen >= needed { return place < bounds.count ? bounds[place] : .infinity }
            }
            return nil
        }
    }

    /// Upper bounds, ascending.
    public let bounds: [Double]
    private let state: Mutex<Reading>

    init(bounds: [Double]) {
        self.bounds = bounds
        state = Mutex(Reading(counts: Array(repeating: 0, count: bounds.count + 1)))
    }

    /// Notes `value`, `times` times.
    public func observe(_ value: Double, times: Int = 1) {
        let place = bounds.firstIndex { value <= $0 } ?? bounds.count
        state.withLock {
            $0.counts[place] += times
            $0.sum += value * Double(times)
        }
    }

    /// What it holds now.
    public var reading: Reading { state.withLock { $0 } }
}

/// What the own tracks of one aircraft say of it over time: whether it was on the list of our own, and its call sign.
///
/// As long as they say the same they are one stretch, so that a flight is a few numbers however often it was written down.
struct OwnFlight: Sendable {
    /// A stretch of time in which all own tracks said the same.
    struct Stretch: Sendable {
        var from: Double
        var through: Double
        var isOurs: Bool
        var callsign: String?
    }

    /// A longer silence between two own tracks ends a stretch, seconds: by then a track is stale, and nothing is told of it.
    static let silenceSeconds = 60.0
    /// No stretch is longer, seconds, so that those about a time are found by halving.
    private static let longestSeconds = 3_600.0

    /// Stretches in the order of their beginnings.
    private var stretches: [Stretch] = []

    /// Takes an own track. The records of several days may come in any order.
    mutating func note(_ isOurs: Bool, callsign: String?, atUnixSeconds time: Double) {
        let place = place(after: time)
        if place > 0, stretches[place - 1].isOurs == isOurs, stretches[place - 1].callsign == callsign,
            time - stretches[place - 1].through <= Self.silenceSeconds,
            time - stretches[place - 1].from <= Self.longestSeconds
        {
            stretches[place - 1].through = max(stretches[place - 1].through, time)
        } else {
            stretches.insert(Stretch(from: time, through: time, isOurs: isOurs, callsign: callsign), at: place)
        }
    }

    /// The stretches that reach into a span of time.
    func stretches(in span: ClosedRange<Double>) -> [Stretch] {
        let end = place(after: span.upperBound)
        var start = end
        while start > 0, stretches[start - 1].from >= span.lowerBound - Self.longestSeconds { start -= 1 }
        return stretches[start..<end].filter { $0.through >= span.lowerBound }
    }

    /// How many stretches begin by a time.
    private func place(after time: Double) -> Int {
        if let last = stretches.last, last.from <= time { return stretches.count }
        var (low, high) = (0, stretches.count)
        while low < high {
            let middle = (low + high) / 2
            if stretches[middle].from <= time { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

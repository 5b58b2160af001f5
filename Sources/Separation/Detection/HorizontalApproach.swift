/// Follows two aircraft through the look-ahead and keeps when they first undercut both minima, and when they are closest.
struct HorizontalApproach {
    /// When both minima are first undercut; nil: never.
    private(set) var lossStart: Double?
    /// When that ends.
    private(set) var lossEnd: Double?
    /// The square of the chord now.
    private(set) var chordSquaredNow = 0.0
    /// The smallest square of the chord.
    private(set) var smallestChordSquared = Double.infinity
    /// When that is; the earliest.
    private(set) var smallestAt = 0.0

    private let window: VerticalWindow
    private let limit: Double
    private let lookahead: Double
    /// What a change of the squared chord may be without being looked into: 1e-9 of the minimum.
    private let tolerance: Double
    /// The loss reached the end of a stretch and may go on in the next.
    private var isOpen = false

    init(window: VerticalWindow, thresholds: ConflictThresholds) {
        self.window = window
        limit = thresholds.chordSquared
        lookahead = thresholds.lookaheadSeconds
        tolerance = 2e-9 * thresholds.chordSquared
    }

    /// Goes through the look-ahead in stretches that one power series serves.
    @inline(__always)
    mutating func follow(_ first: GeodesicMotion, _ second: GeodesicMotion, fastest: Double) {
        let stretches = max(1, (fastest * lookahead / GeodesicMotion.reachMetres).rounded(.up))
        let length = lookahead / stretches
        let way = fastest * length
        follow(DistancePolynomial(first, second, wayMetres: way), from: 0, length: length)
        if stretches > 1 {
            var one = first
            var other = second
            for index in 1..<Int(stretches) {
                one = one.advanced(by: length)
                other = other.advanced(by: length)
                follow(DistancePolynomial(one, other, wayMetres: way), from: Double(index) * length, length: length)
            }
        }
    }

    @inline(__always)
    private mutating func follow(_ distance: DistancePolynomial, from origin: Double, length: Double) {
        if origin == 0 { chordSquaredNow = distance.f[0] }
        var end = End(time: 0, value: distance.f[0])
        note(end.value, at: origin)
        if distance.isConvex(until: length) {
            if let turn = distance.convexTurn(until: length) { pass(distance, origin, &end, to: turn) }
        } else {
            for turn in distance.turns(until: length, tolerance: tolerance) { pass(distance, origin, &end, to: turn) }
        }
        pass(distance, origin, &end, to: length)
    }

    /// One end of a stretch on which the distance only grows or only shrinks.
    private struct End {
        var time: Double
        var value: Double
    }

    /// Goes on to the next end.
    private mutating func pass(_ distance: DistancePolynomial, _ origin: Double, _ end: inout End, to time: Double) {
        let next = End(time: time, value: distance.value(time).value)
        note(next.value, at: origin + time)
        piece(distance, origin, end.time, end.value, next.time, next.value)
        end = next
    }

    private mutating func note(_ value: Double, at time: Double) {
        if value < smallestChordSquared {
            smallestChordSquared = max(value, 0)
            smallestAt = time
        }
    }

    /// A stretch on which the distance only grows or only shrinks.
    @inline(__always)
    private mutating func piece(
        _ distance: DistancePolynomial, _ origin: Double, _ low: Double, _ lowValue: Double, _ high: Double,
        _ highValue: Double
    ) {
        let entersBelow = lowValue < limit
        let leavesBelow = highValue < limit
        guard entersBelow || leavesBelow else {
            isOpen = false
            return
        }
        var start = low
        var end = high
        if entersBelow != leavesBelow {
            let crossing = crossing(distance, low, lowValue, high, highValue)
            if entersBelow { end = crossing } else { start = crossing }
        }
        join(origin + start, origin + end, reachesEnd: leavesBelow)
    }

    private func crossing(
        _ distance: DistancePolynomial, _ low: Double, _ lowValue: Double, _ high: Double, _ highValue: Double
    ) -> Double {
        // The distance is nearly a parabola whose turn is at the lower end: that gives the first guess.
        let isFalling = lowValue >= limit
        let ratio = (limit - min(lowValue, highValue)) / (max(lowValue, highValue) - min(lowValue, highValue))
        let part = ratio.squareRoot()
        let guess = isFalling ? high - (high - low) * part : low + (high - low) * part
        let limit = limit
        return DistancePolynomial.root(low: low, high: high, guess: guess, lowIsNegative: !isFalling) {
            let (value, slope) = distance.value($0)
            return (value - limit, slope)
        }
    }

    /// Cuts a horizontal loss with the vertical one, and joins what touches.
    private mutating func join(_ start: Double, _ end: Double, reachesEnd: Bool) {
        guard lossStart == nil || isOpen else { return }
        let cutStart = max(start, window.start)
        let cutEnd = min(end, window.end)
        guard cutEnd > cutStart else {
            // An open loss that the window has ended stays as it is.
            if lossStart != nil { isOpen = false }
            return
        }
        if lossStart == nil { lossStart = cutStart }
        lossEnd = cutEnd
        isOpen = reachesEnd && end < window.end
    }
}

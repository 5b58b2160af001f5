/// The stretch of time in which the vertical minimum is undercut: both levels change at a constant rate, so it is one.
struct VerticalWindow {
    /// Its start, seconds; not below 0.
    var start: Double
    /// Its end; not above the look-ahead. Nothing is undercut unless it is above `start`.
    var end: Double

    /// The window of two level intervals. `firstAbove` is the lowest level of the first less the highest of the second,
    /// `secondAbove` the other way round: both must stay below the minimum.
    @inline(__always)
    init(firstAbove: Double, secondAbove: Double, rate: Double, thresholds: ConflictThresholds) {
        start = 0
        end = thresholds.lookaheadSeconds
        let room = thresholds.verticalMetres - firstAbove
        let otherRoom = thresholds.verticalMetres - secondAbove
        // firstAbove + rate t < minimum, and secondAbove - rate t < minimum.
        if rate > 0 {
            end = min(end, room / rate)
            start = max(start, -otherRoom / rate)
        } else if rate < 0 {
            end = min(end, -otherRoom / rate)
            start = max(start, room / rate)
        } else if room <= 0 || otherRoom <= 0 {
            end = 0
        }
    }
}
